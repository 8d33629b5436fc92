/** What an upload to S3 does, and in which order. Pure: `upload.ts` does it. */
import { extname } from 'node:path';

/** Files that go up together, because the bucket is told the same of them. Paths are below the built folder. */
export interface Batch {
  stage: 'hashed' | 'parts' | 'pages' | 'last';
  cacheControl: string;
  contentType: string;
  paths: string[];
}

/** What the bucket keeps of earlier uploads: paths that no build has any more, and since when, in epoch ms. */
export type Retired = Record<string, number>;

/** Where it is kept, below the prefix; its presence says that the place is an upload's. */
export const STATE = '_upload.json';

/** In days: how long what no build has any more stays for pages that somebody opened before. */
export const KEPT_DAYS = 14;

/** How long a file may be kept, in seconds: a minute is also the time after which everybody sees a new version. */
const CACHE: Record<Batch['stage'], string> = {
  hashed: 'public, max-age=31536000, immutable',
  parts: 'public, max-age=60',
  pages: 'public, max-age=60',
  last: 'no-cache',
};

/** What other hosts read from the folder; a bucket would only show it. */
const FOR_OTHER_HOSTS = /^_(?:headers|redirects)$/;
/** What a service worker is made of: it has to come after the pages, of which it keeps some as soon as it is there. */
const LAST = /^(?:sw|sw-off)\.js$|^offline\.json$/;

/** Types as S3 shall say them, with the letters' coding where a browser would guess. */
const TYPES: Record<string, string> = {
  '.apkg': 'application/octet-stream',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webm': 'video/webm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** True where the name changes with the content: what has the name is the right one, however old. */
export function isHashed(path: string): boolean {
  return /^_astro\/|\.pf_\w+$/.test(path);
}

/**
 * The batches for a built folder of `paths`, in order: what pages refer to by its content, what they refer to by name,
 * pages, and what keeps pages. So nobody is ever shown a page whose parts are not there yet. Hashed files that are
 * `there` already are left out.
 */
export function planUpload(paths: readonly string[], there: ReadonlySet<string>): Batch[] {
  const batches = new Map<string, Batch>();
  for (const path of paths.toSorted()) {
    if (FOR_OTHER_HOSTS.test(path)) continue;
    const stage = stageOf(path);
    if (stage === 'hashed' && there.has(path)) continue;
    const contentType = TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
    const key = `${stage} ${contentType}`;
    const batch = batches.get(key);
    if (batch) batch.paths.push(path);
    else batches.set(key, { stage, cacheControl: CACHE[stage], contentType, paths: [path] });
  }
  const order: readonly Batch['stage'][] = ['hashed', 'parts', 'pages', 'last'];
  return order.flatMap((stage) => [...batches.values()].filter((batch) => batch.stage === stage));
}

function stageOf(path: string): Batch['stage'] {
  if (isHashed(path)) return 'hashed';
  if (LAST.test(path)) return 'last';
  return path.endsWith('.html') ? 'pages' : 'parts';
}

/**
 * What becomes of files that are `there` and not among the built `paths`, at `now` (epoch ms): pages and the like go at
 * once; what is hashed goes when it has been `retired` for KEPT_DAYS, because a page opened before may still ask for it.
 */
export function planRemoval(
  paths: readonly string[],
  there: ReadonlySet<string>,
  retired: Retired,
  now: number,
): { remove: string[]; retired: Retired } {
  const built = new Set(paths);
  const remove: string[] = [];
  const kept: Retired = {};
  for (const path of [...there].sort()) {
    if (built.has(path) || path === STATE) continue;
    const since = Object.hasOwn(retired, path) ? (retired[path] ?? now) : now;
    if (isHashed(path) && now - since < KEPT_DAYS * 86_400_000) kept[path] = since;
    else remove.push(path);
  }
  return { remove, retired: kept };
}
