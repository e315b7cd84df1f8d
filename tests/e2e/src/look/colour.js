// Colours as they come out: composed over what is behind them, by the formula of WCAG 2.
const parse = text => {
  const parts = text.match(/-?[\d.]+/g).map(Number);
  const [r, g, b] = text.startsWith("color(") ? parts.slice(0, 3).map(it => it * 255) : parts;
  return [r, g, b, parts[3] ?? 1];
};
const over = (top, under) => [0, 1, 2].map(it => top[it] * top[3] + under[it] * (1 - top[3])).concat(1);
const faded = (it, colour) => {
  let alpha = colour[3];
  for (let at = it; at; at = at.parentElement) alpha *= Number(getComputedStyle(at).opacity);
  return [...colour.slice(0, 3), alpha];
};
const backdrop = it => {
  const layers = [];
  for (let at = it; at; at = at.parentElement) {
    const layer = parse(getComputedStyle(at).backgroundColor);
    if (layer[3] > 0) layers.push(layer);
    if (layer[3] === 1) break;
  }
  return layers.reduceRight((under, top) => over(top, under), [255, 255, 255, 1]);
};
const light = colour => {
  const [r, g, b] = colour.map(it => it / 255).map(it => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ratio = (it, text, behind) => {
  const colour = over(faded(it, parse(text)), behind);
  const [high, low] = [light(colour), light(behind)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};
