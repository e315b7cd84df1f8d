// What a person sees and uses; of a page behind an open sheet, only the sheet.
const root = document.querySelector("dialog[open]") ?? document.body;
const all = css => [...root.querySelectorAll(css)];
const name = it => it.dataset.testid ?? `${it.localName}.${it.getAttribute("class") ?? ""} "${it.textContent.trim().slice(0, 24)}"`;
const seen = it =>
  it.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  it.getBoundingClientRect().width > 1 &&
  !it.closest(".visually-hidden, .skip");
const controls = () => all("button, a[href], input, select, textarea, summary, label.file").filter(seen);
