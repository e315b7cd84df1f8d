// Runs in the measured page before its own scripts: when was tapped, stored, changed, painted?
(() => {
  const probe = (globalThis.probe = { stored: [], tapped: 0 });
  const find = (id) => document.querySelector(`[data-testid="${id}"]`);

  // What is written to localStorage, and when it was there.
  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, text) {
    setItem.call(this, key, text);
    if (this === localStorage) probe.stored.push({ at: performance.now(), characters: key.length + text.length, key });
  };

  // The moment of the input device: the finger leaves, or the key goes down, or a file was chosen.
  for (const kind of ['pointerup', 'keydown', 'change']) {
    addEventListener(kind, (event) => {
      if (kind !== 'change' || event.target.type === 'file') probe.tapped = event.timeStamp;
    }, { capture: true, passive: true });
  }

  // The memory of the wasm, which the page itself shows to nobody.
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const instantiate = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const made = await instantiate(...all);
      probe.memory = (made.instance ?? made).exports.memory;
      return made;
    };
  }

  // The next frame has been painted: a task right after it.
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(0);
  }));

  // Far more than anything takes.
  const PATIENCE = 60_000;

  const changes = (seen) => new Promise((done, fail) => {
    const now = seen();
    if (now) return done(now);
    setTimeout(() => fail(new Error(`nothing came of it: ${seen}`)), PATIENCE);
    const observer = new MutationObserver(() => {
      const it = seen();
      if (it) {
        observer.disconnect();
        done(it);
      }
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });

  Object.assign(probe, {
    find,
    painted,
    changes,
    place(id) {
      const it = find(id);
      it.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = it.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    },
    // Call before an input, await afterwards: what the input led to, in milliseconds after it.
    watch(id) {
      const it = find(id);
      const before = it?.textContent;
      return probe.expect(() => find(id) && find(id).textContent !== before);
    },
    expect(seen) {
      probe.stored.length = 0;
      probe.tapped = 0;
      probe.answer = changes(seen).then(async () => {
        const changed = performance.now();
        const shown = await painted();
        const shards = probe.stored.filter((it) => it.key.startsWith('callpace/1/'));
        return {
          changed: changed - probe.tapped,
          painted: shown - probe.tapped,
          stored: shards.length ? shards[0].at - probe.tapped : null,
          characters: probe.stored.reduce((sum, it) => sum + it.characters, 0),
        };
      });
      return true;
    },
    // Until the app itself is there, not only the Log before it.
    async started() {
      await changes(() => document.documentElement.hasAttribute('data-ready'));
      await probe.settled();
    },
    // Until nothing is left to do for two frames and an idle moment.
    async settled() {
      await painted();
      await painted();
      await new Promise((done) => requestIdleCallback(done, { timeout: 1000 }));
    },
    // Until a screen is there to its end: the last of it is made 1.2 s after it was opened.
    async stayed() {
      await new Promise((done) => setTimeout(done, 1500));
      await probe.settled();
    },
  });
})();
