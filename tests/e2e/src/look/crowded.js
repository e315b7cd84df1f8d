// Controls that overlap, text that is cut off, and controls that cannot be scrolled to and hit.
const found = [];
const boxes = controls().filter(it => !it.matches(".file input, .chart__reader")).map(it => [it, it.getBoundingClientRect()]);
for (const [place, [a, left]] of boxes.entries()) {
  for (const [b, right] of boxes.slice(place + 1)) {
    const across = Math.min(left.right, right.right) - Math.max(left.left, right.left);
    const down = Math.min(left.bottom, right.bottom) - Math.max(left.top, right.top);
    if (across > 1 && down > 1 && !a.contains(b) && !b.contains(a)) found.push(`${name(a)} overlaps ${name(b)}`);
  }
}
for (const it of all("*").filter(seen)) {
  const hides = ["hidden", "clip"].includes(getComputedStyle(it).overflowX) && it.textContent.trim() !== "";
  const cut = it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1;
  if (hides && cut && !it.matches("html, body, svg, label.file")) found.push(`${name(it)} is cut off`);
}
for (const it of controls()) {
  it.scrollIntoView({ block: "center", inline: "nearest" });
  const box = it.getClientRects()[0];
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const own = hit && (it.contains(hit) || hit.contains(it) && hit.localName === "label" || hit.closest("label")?.contains(it));
  if (!own) found.push(`${name(it)} cannot be reached: ${hit && name(hit)} is there`);
}
return found;
