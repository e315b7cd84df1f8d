// Callpace's service worker: keeps one complete version of the site, whole or not at all.
//
// - Installing fetches every file with its checksum. One missing, cut short or
//   of another version, and nothing is installed: the version at hand goes on.
// - A new version waits until the page says 'skipWaiting', which it does when
//   the person asks for it.
// - If the browser has dropped a kept file, the page comes from the network.
// - ?fresh takes the worker away. What was logged is not touched by any of this.
//
// The version and the list are written by `cargo xtask dist`.
const VERSION = '{{version}}';
const FILES = {{files}};

const scope = self.registration.scope;
const ours = `callpace ${scope} `;
const kept = ours + VERSION;
const address = (path) => new URL(path, scope).href;

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', (event) => {
  if (event.data === 'skipWaiting') self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || !url.href.startsWith(scope)) return;
  url.hash = '';
  const answer = event.request.mode === 'navigate' ? page : file;
  event.respondWith(answer(event.request, url));
});

// Fetches what is not kept yet, each file checked against its checksum.
async function keep() {
  const cache = await caches.open(kept);
  await Promise.all(FILES.map(async ([path, integrity]) => {
    if (await cache.match(address(path))) return;
    const response = await fetch(address(path), { cache: 'no-cache', integrity });
    if (!response.ok || response.redirected) throw new Error(`${path}: ${response.status}`);
    await cache.put(address(path), response);
  }));
}

async function takeOver() {
  await forget(kept);
  await self.clients.claim();
}

// Other pages of this origin may keep things too: only what is ours goes.
async function forget(except) {
  for (const name of await caches.keys()) {
    if (name.startsWith(ours) && name !== except) await caches.delete(name);
  }
}

// The one page of the app; anything else, the single file for instance, comes from the host.
async function page(request, url) {
  if (url.search === '?fresh') {
    await forget('');
    await self.registration.unregister();
    return fetch(request);
  }
  url.search = '';
  if (url.href !== scope && url.href !== address('index.html')) return fetch(request);
  const cache = await caches.open(kept);
  const shell = await cache.match(scope);
  if (shell && (await cache.keys()).length === FILES.length) return shell;
  keep().catch(() => {});
  return fetch(request).then((found) => (found.ok || !shell ? found : shell), () => shell ?? Response.error());
}

async function file(request, url) {
  const cache = await caches.open(kept);
  return (await cache.match(url.href)) ?? fetch(request);
}
