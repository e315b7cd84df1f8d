// The same figures in plain JavaScript: the yardsticks that the app is compared with.
// `setup` is { first, last, from, until, quota, today }, days as numbers since 1970 or as ISO texts.
const round = (value) => Math.round(value * 1e6) / 1e6;
const rate = (advanced, entered) => (entered ? advanced / entered : null);
const known = (value) => (value === null ? null : round(value));
const needed = (quota, entered, advanced) => (advanced ? Math.ceil((quota * entered) / advanced) : null);

// As one writes it: stored text to objects, then filter and reduce for each figure.
globalThis.idiomatic = (text, setup) => {
  const all = JSON.parse(text);
  return idiomaticFigures(all, setup);
};

globalThis.idiomaticFigures = (all, setup) => {
  const inPeriod = all.filter((it) => it.day >= setup.first && it.day <= setup.last);
  const inQuota = all.filter((it) => it.day >= setup.from && it.day <= setup.until);
  const count = (list, step, origin = 'cold') => list.filter((it) => it.step === step && it.origin === origin).length;
  const calls = count(inPeriod, 'call');
  const presentations = count(inPeriod, 'presentation');
  const sales = count(inPeriod, 'sale');
  const closed = count(inQuota, 'sale') + count(inQuota, 'sale', 'inbound');
  const close = rate(sales, presentations);

  const reasons = inPeriod.filter((it) => it.reason !== undefined).reduce((sums, it) => {
    const key = `${it.step}/${it.reason}`;
    sums[key] = (sums[key] ?? 0) + 1;
    return sums;
  }, {});
  const lost = [calls - presentations, presentations - sales];
  const price = (step, times) => (step === 'call' ? times * (close ?? 0) : times);
  const named = (step) => Object.entries(reasons)
    .filter(([key]) => key.startsWith(step)).reduce((sum, [, times]) => sum + times, 0);
  const unnamed = [lost[0] - named('call'), lost[1] - named('presentation')].map((it) => Math.max(it, 0));

  const lists = inPeriod.filter((it) => it.list !== undefined && it.origin === 'cold').reduce((sums, it) => {
    const row = (sums[it.list] ??= { call: 0, presentation: 0, sale: 0 });
    row[it.step] += 1;
    return sums;
  }, {});

  const toGo = Math.max(setup.quota - closed, 0);
  return {
    cold: [calls, presentations, sales],
    inbound: [count(inPeriod, 'presentation', 'inbound'), count(inPeriod, 'sale', 'inbound')],
    rates: [rate(presentations, calls), close, rate(sales, calls)].map(known),
    lost,
    reasons: Object.fromEntries(Object.entries(reasons).map(([key, times]) => {
      const [step, id] = key.split('/');
      return [id, [times, round(price(step, times))]];
    })),
    unnamed: [[unnamed[0], round(price('call', unnamed[0]))], [unnamed[1], round(unnamed[1])]],
    lists: Object.fromEntries(Object.entries(lists).map(([id, it]) =>
      [id, [[it.call, it.presentation, it.sale], known(rate(it.presentation, it.call))]])),
    closed,
    today: all.filter((it) => it.day === setup.today && it.step === 'call').length,
    division: [needed(toGo, calls, sales), needed(toGo, presentations, sales), needed(setup.quota, calls, sales)],
  };
};

// As fast as it gets: columns of numbers, read from end to end after each tap.
const KINDS = ['call/cold', 'presentation/cold', 'sale/cold', 'presentation/inbound', 'sale/inbound'];

globalThis.columns = (text, more) => {
  const all = JSON.parse(text);
  const room = all.length + more;
  const it = {
    length: all.length,
    day: new Int32Array(room),
    kind: new Uint8Array(room),
    list: new Uint8Array(room),
    reason: new Uint8Array(room),
    // What the small numbers of the two columns stand for; 0 is none.
    lists: [null, ...new Set(all.flatMap((it) => (it.list === undefined ? [] : [it.list])))],
    reasons: [null, ...new Set(all.flatMap((it) => (it.reason === undefined ? [] : [it.reason])))],
  };
  all.forEach((entry, place) => {
    it.day[place] = Date.parse(entry.day) / 86_400_000;
    it.kind[place] = KINDS.indexOf(`${entry.step}/${entry.origin}`);
    it.list[place] = Math.max(it.lists.indexOf(entry.list), 0);
    it.reason[place] = Math.max(it.reasons.indexOf(entry.reason), 0);
  });
  return it;
};

globalThis.typedTap = (it, setup) => {
  it.day[it.length] = setup.today;
  it.length += 1;
  return typedFigures(it, setup);
};

globalThis.typedFigures = (it, setup) => {
  const { day, kind, list, reason, length } = it;
  const { first, last, from, until, quota, today } = setup;
  const steps = new Uint32Array(5);
  const byReason = new Uint32Array(5 * 32);
  const byList = new Uint32Array(5 * 32);
  let closed = 0;
  let callsToday = 0;
  for (let at = 0; at < length; at++) {
    const on = day[at];
    const what = kind[at];
    if (on >= first && on <= last) {
      steps[what]++;
      byReason[what * 32 + reason[at]]++;
      byList[what * 32 + list[at]]++;
    }
    if (on >= from && on <= until && (what === 2 || what === 4)) closed++;
    if (on === today && what === 0) callsToday++;
  }
  const [calls, presentations, sales] = steps;
  const close = rate(sales, presentations);
  const lost = [calls - presentations, presentations - sales];
  const named = [0, 0];
  const reasons = {};
  for (let what = 0; what < 2; what++) {
    for (let at = 1; at < it.reasons.length; at++) {
      const times = byReason[what * 32 + at];
      if (!times) continue;
      named[what] += times;
      reasons[it.reasons[at]] = [times, round(what === 0 ? times * (close ?? 0) : times)];
    }
  }
  const unnamed = lost.map((all, what) => Math.max(all - named[what], 0));
  const lists = {};
  for (let at = 1; at < it.lists.length; at++) {
    const counts = [byList[at], byList[32 + at], byList[64 + at]];
    if (counts.some((n) => n)) lists[it.lists[at]] = [counts, known(rate(counts[1], counts[0]))];
  }
  const toGo = Math.max(quota - closed, 0);
  return {
    cold: [calls, presentations, sales],
    inbound: [steps[3], steps[4]],
    rates: [rate(presentations, calls), close, rate(sales, calls)].map(known),
    lost,
    reasons,
    unnamed: [[unnamed[0], round(unnamed[0] * (close ?? 0))], [unnamed[1], round(unnamed[1])]],
    lists,
    closed,
    today: callsToday,
    division: [needed(toGo, calls, sales), needed(toGo, presentations, sales), needed(quota, calls, sales)],
  };
};

// Milliseconds of one run, from enough of them at once for a coarse clock.
globalThis.timed = (run, samples, times) => Array.from({ length: samples }, () => {
  const began = performance.now();
  for (let at = 0; at < times; at++) run(at);
  return (performance.now() - began) / times;
});
