// Buttons and links of the navigation whose text does not fit into them.
return all("button, a.button, .nav__link, .nav__link span, label.file")
  .filter(seen)
  .filter(it => it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)
  .map(it => `${name(it)}: ${it.scrollWidth} in ${it.clientWidth}, ${it.scrollHeight} in ${it.clientHeight}`);
