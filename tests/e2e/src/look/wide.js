// What makes the page scroll sideways, and scrolling parts that a keyboard or a screen reader cannot find.
const found = [];
const page = document.scrollingElement;
if (page.scrollWidth > page.clientWidth) {
  const wide = all("*").filter(it => seen(it) && it.getBoundingClientRect().right > page.clientWidth + 1);
  found.push(`the page is ${page.scrollWidth} wide: ${wide.slice(0, 3).map(name)}`);
}
for (const it of all("*").filter(seen)) {
  const scrolls = ["auto", "scroll"].includes(getComputedStyle(it).overflowX) && it.scrollWidth > it.clientWidth + 1;
  if (!scrolls || ["textarea", "input"].includes(it.localName)) continue;
  const labelled = it.matches("section[aria-label], section[aria-labelledby], [role=region][aria-label]");
  if (it.tabIndex !== 0 || !labelled) found.push(`${name(it)} scrolls, but has no name or no focus`);
}
return found;
