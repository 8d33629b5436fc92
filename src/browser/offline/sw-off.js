/**
 * The worker that ends all others: it deletes what they kept, and itself. The history, in caches of another name, stays.
 *
 * Published beside `sw.js`, to be put in its place by hand, or by a build with `OFFLINE=off`; docs/offline.md says when.
 * Taken as it is: the build writes the site's base path before it, as BASE.
 */
addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));

addEventListener('activate', (event) => {
  const end = async () => {
    for (const name of await caches.keys()) if (name.startsWith(`unfold:${BASE}:`)) await caches.delete(name);
    await self.registration.unregister();
  };
  event.waitUntil(end());
});
