// Text under 4.5 : 1, borders of controls and shapes of charts under 3 : 1. What is disabled is exempt.
const found = [];
const off = it => it.closest(":disabled, option");
const judge = (it, what, best, least) => {
  if (best < least) found.push(`${what} of ${name(it)}: ${best.toFixed(2)}`);
};
const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const it = texts.currentNode.parentElement;
  if (texts.currentNode.data.trim() === "" || !seen(it) || off(it) || it.closest("script, style, select")) continue;
  const style = getComputedStyle(it);
  judge(it, "text", ratio(it, it.closest("svg") ? style.fill : style.color, backdrop(it)), 4.5);
}
for (const it of all("input:not([type=checkbox], [type=radio], [type=range], [type=file]), select, textarea").filter(seen)) {
  if (!off(it)) judge(it, "text", ratio(it, getComputedStyle(it).color, backdrop(it)), 4.5);
}
const bordered = "button, a.button, label.file, .chip--date, select, textarea, input:not([type=checkbox], [type=radio], [type=range])";
for (const it of all(bordered).filter(seen)) {
  const style = getComputedStyle(it);
  const drawn = style.borderTopStyle !== "none" && parseFloat(style.borderTopWidth) > 0;
  // A button without a border is a word to press, not a shape.
  if (off(it) || !drawn || parse(style.borderTopColor)[3] === 0) continue;
  const outside = backdrop(it.parentElement);
  judge(it, "border", Math.max(ratio(it, style.borderTopColor, outside), ratio(it, style.backgroundColor, outside)), 3);
}
// Soft ranges are told by their words and their table; grid lines are decoration; a QR code is black
// on a white of its own in every theme.
const soft = ".qr__code *, .band, .range, .grid, .heat, .pace__likely, .pace__wider, .pace__late, .chart__cursor *, defs *";
const shapes = "circle, line, path, rect, polygon".split(", ").map(it => `svg[role=img] ${it}`).join(", ");
for (const it of all(shapes).filter(it => it.checkVisibility() && !it.matches(soft))) {
  const [style, behind] = [getComputedStyle(it), backdrop(it)];
  const paint = (kind, opacity) => (/^(rgb|color)/.test(kind) ? ratio(it, kind, behind) * (Number(opacity) < 1 ? 0 : 1) : 0);
  judge(it, "shape", Math.max(paint(style.fill, style.fillOpacity), paint(style.stroke, style.strokeOpacity)), 3);
}
return [...new Set(found)];
