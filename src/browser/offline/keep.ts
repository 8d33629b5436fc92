/** What the worker keeps, brings up to date and throws away. A page is kept after everything that belongs to it. */
import { cacheOf, isHashed, isPage, keyOf } from './address.ts';
import { partsOf } from './parts.ts';

const NAME = cacheOf(import.meta.env.BASE_URL);
/** What every page of this site names in its head, and no page of another. */
const MANIFEST = `"${import.meta.env.BASE_URL}manifest.webmanifest"`;

/** The cache of this site. Opened each time: the learner may have deleted it meanwhile. */
export function opened(): Promise<Cache> {
  return caches.open(NAME);
}

/**
 * Keeps what is at `path`, with all that belongs to it. `answer`: what the server has just said, where that is known.
 *
 * @throws {Error} where it cannot be had whole; then what was kept of it before stays.
 */
export function keep(path: string, answer?: Response): Promise<void> {
  // While anything is being kept, nothing is thrown away that it may need.
  return navigator.locks.request(NAME, { mode: 'shared' }, async () =>
    bring(await opened(), path, new Set([path]), answer),
  );
}

async function bring(cache: Cache, path: string, begun: Set<string>, answer?: Response): Promise<void> {
  const response = answer ?? (await fetch(path, isHashed(path) ? {} : { cache: 'no-cache' }));
  const type = response.headers.get('content-type') ?? '';
  // Some hosts answer with a page where a script has gone.
  if (!response.ok || response.redirected || (isHashed(path) && type.includes('html')))
    throw new Error(`${path} cannot be kept: status ${response.status}.`);
  if (/html|javascript|css/.test(type)) {
    const text = await response.clone().text();
    // Another site may stand below this one; its pages are its own worker's.
    if (type.includes('html') && !text.includes(MANIFEST)) throw new Error(`${path} is of another site.`);
    const isChanged = text !== (await (await cache.match(path))?.text());
    await Promise.all(
      partsOf(text, type, new URL(path, location.href).href).map(async (part) => {
        if (begun.has(part)) return;
        begun.add(part);
        const isFresh = isHashed(part) || !isChanged;
        if (isFresh && (await cache.match(part))) return;
        // A page without one of its pictures can still be read.
        await bring(cache, part, begun).catch((error) => {
          if (isHashed(part)) throw error;
        });
      }),
    );
  }
  await cache.put(path, response);
}

/** Throws away the hashed files that no page which is kept needs any more, and that are not in `wanted`. */
export async function clean(wanted: readonly string[]): Promise<void> {
  await navigator.locks.request(NAME, { ifAvailable: true }, async (lock) => {
    // Something is being kept: the next version cleans.
    if (!lock) return;
    const cache = await opened();
    const paths = (await cache.keys()).map(({ url }) => keyOf(url));
    const reached = new Set(wanted);
    const reach = async (path: string) => {
      const response = await cache.match(path);
      const type = response?.headers.get('content-type') ?? '';
      if (!response || !/html|javascript|css/.test(type)) return;
      for (const part of partsOf(await response.text(), type, new URL(path, location.href).href)) {
        if (reached.has(part)) continue;
        reached.add(part);
        await reach(part);
      }
    };
    for (const path of paths) if (isPage(path)) await reach(path);
    for (const path of paths) if (isHashed(path) && !reached.has(path)) await cache.delete(path);
  });
}
