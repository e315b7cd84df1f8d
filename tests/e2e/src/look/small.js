// Controls outside running text that are smaller than 44 × 44: a label belongs to its box.
const ownLabel = "[type=checkbox], [type=radio], [type=file], .chip--date input";
const target = it => (it.matches(ownLabel) && it.closest("label")) || it;
const inText = it => it.localName === "a" && it.closest("p, dd");
return controls()
  .filter(it => !inText(it))
  .map(it => [it, target(it).getBoundingClientRect()])
  .filter(([, box]) => box.width < 43.9 || box.height < 43.9)
  .map(([it, box]) => `${name(it)}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`);
