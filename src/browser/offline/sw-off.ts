/** The worker that ends all others: it deletes what they kept, and itself. The history stays as it is. */
import { cachesOf } from './address.ts';
import type { Scope } from './scope.ts';

const worker = self as unknown as Scope;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith(cachesOf(import.meta.env.BASE_URL))) await caches.delete(name);
      await worker.registration.unregister();
    })(),
  );
});
