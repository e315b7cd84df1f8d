(async () => {
  'use strict';
  const root = document.documentElement;
  if (!('DecompressionStream' in window)) root.dataset.boot = 'old';
  if (root.dataset.boot === 'old') return;
  try {
    const packed = Uint8Array.from(atob(document.getElementById('wasm').textContent), (it) => it.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const bytes = await new Response(stream).arrayBuffer();
    await start(bytes);
    root.dataset.started = '';
    document.getElementById('boot').remove();
  } catch (error) {
    root.dataset.boot = error instanceof WebAssembly.CompileError ? 'old' : 'failed';
    console.error(error);
  }

  async function start(bytes) {
{{glue}}
    await {{init}}({ module_or_path: bytes });
  }
})();
