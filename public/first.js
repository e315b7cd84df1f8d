// The Log before the code of the app is there: as it was last seen, or as a new person sees it. Who
// opens the page to count a call does not wait for that code. What is tapped is shown and stored
// here; the app takes it in when it starts (src/ui/first.rs) and shows itself instead.
(() => {
  const root = document.documentElement;
  const pages = [...document.querySelectorAll('template[data-lang]')];
  // Of the page itself nothing is left behind.
  for (const it of [document.currentScript, ...pages]) it.remove();
  // Not in a browser that is too old either: early.js has said nothing then.
  if (root.dataset.asked !== 'log') return;

  const DAY_OVER = 'over';
  // The two orders of the Log: src/ui/app.rs.
  const wide = matchMedia('(min-width: 640px), (max-height: 430px) and (orientation: landscape)').matches;
  let first;
  try {
    first = asLeft() ?? asNew();
  } catch (blocked) {
    // Without storage there is nothing to keep a tap in.
  }
  if (!first || location.search === '?fresh') {
    // Nothing to paint first. Not there where the code is in the page, or came no way.
    window.callpaceCode?.();
    return;
  }
  document.body.append(first);
  root.dataset.first = first.dataset.day;

  const inFirst = (event, css) => event.target.closest?.(`#first ${css}`);
  const taps = [];
  const list = first.dataset.list ? [first.dataset.list] : [];
  const clicks = [];
  // What the finger is on, and since when.
  let down = null;

  addEventListener('pointerdown', (event) => {
    const it = inFirst(event, '[data-testid]');
    down = it && { id: it.dataset.testid, at: event.timeStamp };
  });

  addEventListener('click', (event) => {
    const button = inFirst(event, 'button');
    if (!button) return;
    const { tap, testid, hold } = button.dataset;
    // In the app holding asks for several. A click by a key has no detail.
    if (hold !== undefined && event.detail > 0 && down && event.timeStamp - down.at > hold) return;
    if (tap) {
      count(button, tap);
    } else if (testid) {
      clicks.push(testid);
      first.dataset.clicks = clicks.join(' ');
    }
  });

  // A held key counts once.
  addEventListener('keydown', (event) => {
    if (event.repeat && inFirst(event, '[data-tap]')) event.preventDefault();
  });

  // The app came while the finger was down: the browser makes no click of a button that has gone.
  addEventListener('pointerup', (event) => {
    const it = down && !first.isConnected && document.elementFromPoint(event.clientX, event.clientY);
    const button = it && it.closest('[data-testid]');
    if (button && button.dataset.testid === down.id) button.click();
    if (!first.isConnected) down = null;
  });

  function count(button, tap) {
    taps.push([tap, Date.now(), ...list].join(' '));
    const text = taps.join('\n');
    first.dataset.taps = text;
    const shown = button.querySelector('[data-count]');
    const more = Number(shown.textContent) + 1;
    // From there on the app groups the digits.
    if (more < 1000) shown.textContent = more;
    // What was said about the count before is true no more.
    for (const it of button.querySelectorAll('[data-day]')) it.style.visibility = 'hidden';
    const key = (first.dataset.key ??= mine());
    try {
      localStorage.setItem(key, text);
    } catch (full) {
      // The app says so as soon as it is there.
    }
    if (navigator.vibrate) navigator.vibrate(10);
  }

  // As long as this page lives, no other one takes its taps.
  function mine() {
    const key = `callpace/taps/${Date.now()}-${Math.random().toString(36).slice(2, 10)}`;
    const hold = () => navigator.locks.request(key, () => new Promise(() => {})).catch(() => {});
    if (navigator.locks) setTimeout(hold);
    return key;
  }

  // What the page looked like when it was left, unless it would look different now.
  function asLeft() {
    const left = JSON.parse(localStorage.getItem('callpace/first'));
    if (!left || left.markup !== root.dataset.markup || left.lang !== root.lang || left.wide !== wide) return null;
    const today = dayOf(Date.now() - left.day_start * 60_000);
    if (today < left.day) return null;
    const first = room(today === left.day ? '' : DAY_OVER);
    first.innerHTML = left.html;
    if (left.list !== null) first.dataset.list = left.list;
    if (first.dataset.day === DAY_OVER) {
      for (const it of first.querySelectorAll('[data-count]')) it.textContent = '0';
    }
    return first;
  }

  // Nothing was recorded here yet.
  function asNew() {
    for (let at = 0; at < localStorage.length; at++) {
      if (/^callpace\/\d/.test(localStorage.key(at))) return null;
    }
    const page = pages.find((it) => it.dataset.lang === root.lang && it.dataset.wide === `${wide}`);
    if (!page) return null;
    const first = room('');
    first.append(page.content.cloneNode(true));
    return first;
  }

  function room(day) {
    const first = document.createElement('div');
    first.id = 'first';
    first.dataset.day = day;
    return first;
  }

  function dayOf(ms) {
    const date = new Date(ms);
    const pad = (it, digits) => String(it).padStart(digits, '0');
    return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
  }
})();
