/** What is kept for reading without a network, as pages see it. */
import { cacheOf } from './offline/address.ts';

const BASE = import.meta.env.BASE_URL;

/** The cache of this site; null where the browser has none, or does not let the page have it. */
export function ownCache(): Promise<Cache | null> {
  return 'caches' in globalThis ? caches.open(cacheOf(BASE)).catch(() => null) : Promise.resolve(null);
}

/** Paths of all that is kept. */
export async function keptPaths(): Promise<Set<string>> {
  const cache = await ownCache();
  return new Set((await cache?.keys())?.map(({ url }) => new URL(url).pathname));
}
