// Starts the app. An external file, because the page allows no inline script.
const root = document.documentElement;
const tag = document.querySelector('script[data-wasm]');

if (root.dataset.boot !== 'old') {
  try {
    if (!document.styleSheets.length) throw new Error('no style sheet');
    const integrity = tag.dataset.integrity ?? '';
    const wasm = fetch(new URL(tag.dataset.wasm, document.baseURI), { integrity });
    const glue = await import(new URL(tag.dataset.js, document.baseURI));
    await glue.default({ module_or_path: wasm });
    root.dataset.started = '';
    document.getElementById('boot').remove();
    // The way back from a failed start is taken once.
    if (location.search === '?fresh') history.replaceState(null, '', location.pathname + location.hash);
  } catch (error) {
    root.dataset.boot = error instanceof WebAssembly.CompileError ? 'old' : 'failed';
    // In case it is the style sheet that is missing, which would show it.
    document.querySelector(`[data-when="${root.dataset.boot}"]`).hidden = false;
    console.error(error);
  }
}

// Also after a failure: the next version of the worker may be the cure.
if (tag.dataset.worker && 'serviceWorker' in navigator) {
  navigator.serviceWorker.register(tag.dataset.worker, { updateViaCache: 'none' }).catch(() => {
    // Private windows may refuse; the app then needs the network to start.
  });
}
