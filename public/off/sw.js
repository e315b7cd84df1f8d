// The way out: a worker that takes itself and everything it kept away.
//
// `cargo xtask dev` serves it as sw.js, so that no released version stands
// before the one at work. A host that wants to be rid of the worker puts
// sw-off.js in the place of sw.js. What was logged is not touched.
self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => event.waitUntil(leave()));

async function leave() {
  const ours = `callpace ${self.registration.scope} `;
  for (const name of await caches.keys()) {
    if (name.startsWith(ours)) await caches.delete(name);
  }
  await self.registration.unregister();
  for (const page of await self.clients.matchAll({ type: 'window' })) page.navigate(page.url);
}
