// Starts the app. An external file, because the page allows no inline script.
const root = document.documentElement;
const tag = document.querySelector('script[data-wasm]');

if (root.dataset.boot !== 'old') {
  try {
    if (!document.styleSheets.length) throw new Error('no style sheet');
    await firstPainted();
    const compiled = code();
    const glue = await import(new URL(tag.dataset.js, document.baseURI));
    await glue.default({ module_or_path: await compiled });
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

// Also after a failure: the next version of the worker may be the cure. The worker fetches
// everything once more, so the first tap goes first.
if (tag.dataset.worker && 'serviceWorker' in navigator) {
  const idle = window.requestIdleCallback ?? ((run) => setTimeout(run, 500));
  idle(register, { timeout: 3000 });
}

// The code as early.js compiles it, or else as a response. The glue can take both, and
// knows a way for hosts that do not name the type of wasm.
async function code() {
  const { wasm, integrity = '' } = tag.dataset;
  const again = () => fetch(new URL(wasm, document.baseURI), { integrity });
  return window.callpaceCode?.().catch(again) ?? again();
}

// Whoever waits to tap goes first: with the code the page becomes busy. A tab in the back paints nothing.
function firstPainted() {
  if (root.dataset.first === undefined) return null;
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
}

function register() {
  navigator.serviceWorker.register(tag.dataset.worker, { updateViaCache: 'none' }).catch(() => {
    // Private windows may refuse; the app then needs the network to start.
  });
}
