/**
 * The service worker: online the newest version, always; without a network what was kept.
 *
 * It touches nothing but its own cache. The history's second copy lies in another, and is none of its business.
 */
import { cacheOf, cachesOf, isHashed, isPage, keyOf, LIST, type OfflineList } from './address.ts';
import { clean, keep, opened } from './keep.ts';
import type { FetchEvent, Scope } from './scope.ts';

/** Written before this script when the site is built: what is kept from the first visit on, first the page for all others. */
declare const SHELL: readonly string[];

const worker = self as unknown as Scope;
const BASE = import.meta.env.BASE_URL;
/** In ms, that a server may take before what is kept is shown. */
const PATIENCE = 3000;

/** Pages that were shown as they were kept: what they ask for comes from there too, so that versions never mix. */
const old = new Set<string>();
/** Pages that want nothing of this worker. */
const alone = new Set<string>();

worker.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      for (const path of SHELL) await keep(path);
      await refresh().catch(console.warn);
      // Pages that were open before there was a worker.
      for (const { url } of await worker.clients.matchAll({ includeUncontrolled: true }))
        if (new URL(url).pathname.startsWith(BASE)) await keep(keyOf(url)).catch(console.warn);
      await clean([...SHELL, ...(await listed()).keys()]);
      // Safe at once: a page is whole by itself, and what an older one may still load is kept as long as it is.
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith(cachesOf(BASE)) && name !== cacheOf(BASE)) await caches.delete(name);
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, searchParams } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(BASE)) return;
  if (searchParams.has('no-sw')) alone.add(clientOf(event));
  if (request.headers.has('range') || alone.has(clientOf(event))) return;
  event.respondWith(isHashed(pathname) ? keptFirst(event) : newestFirst(event));
});

/** `path` asks to keep what is there; `null` to throw away all but what is kept anyway. Answers with what went wrong. */
worker.addEventListener('message', (event) => {
  const [port] = event.ports;
  const path = event.data;
  if (!port) return;
  event.waitUntil(
    (typeof path === 'string' ? keep(path) : forget()).then(
      () => port.postMessage(''),
      (error) => port.postMessage(String(error)),
    ),
  );
});

/** The page that is asked for, or else the one that asks. */
function clientOf({ clientId, resultingClientId }: FetchEvent): string {
  return resultingClientId || clientId;
}

async function keptFirst(event: FetchEvent): Promise<Response> {
  const path = keyOf(event.request.url);
  return (await kept(path)) ?? fetched(event, path, {});
}

async function newestFirst(event: FetchEvent): Promise<Response> {
  const { request, resultingClientId } = event;
  const path = keyOf(request.url);
  if (old.has(clientOf(event))) return (await kept(path)) ?? fetch(request);
  const asKept = async () => {
    const response = await kept(path);
    if (response && resultingClientId) old.add(resultingClientId);
    return response;
  };
  try {
    // A host that keeps pages for minutes says so to the browser as well: it is asked whether they still hold.
    const network = fetched(event, path, { cache: 'no-cache' });
    // What comes too late for this page is kept for the next.
    event.waitUntil(network.catch(() => undefined));
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(asKept);
    const response = (await Promise.race([network, late])) ?? (await network);
    return response.status < 500 ? response : ((await asKept()) ?? response);
  } catch (error) {
    const response = (await asKept()) ?? (request.mode === 'navigate' && (await kept(SHELL[0] ?? BASE)));
    if (response) return response;
    throw error;
  }
}

async function kept(path: string): Promise<Response | undefined> {
  const cache = await opened();
  return (await cache.match(path)) ?? cache.match(`${path}/`);
}

/** Asks the server, and keeps its answer, unless it is something to download. */
async function fetched(event: FetchEvent, path: string, how: RequestInit): Promise<Response> {
  const { request } = event;
  const response = await fetch(request, how);
  const isDownload = request.mode === 'navigate' ? !isPage(path) : path === BASE + LIST;
  if (response.status === 404) event.waitUntil(opened().then((cache) => cache.delete(path)));
  // The learner sees the answer, whether there is room to keep it or not; the page `offline` tells what is kept.
  else if (response.ok && !isDownload) event.waitUntil(keep(path, response.clone()).catch(() => undefined));
  return response;
}

/** What is listed of the whole course, by path; empty unless the learner keeps it. */
async function listed(): Promise<Map<string, string>> {
  const list = await (await opened()).match(BASE + LIST);
  const files: OfflineList['files'] = list ? (await list.json()).files : [];
  return new Map(files.map(([path, , hash]) => [path, hash]));
}

/** Brings a course that is kept whole up to date: what has changed, and only that. */
async function refresh(): Promise<void> {
  const before = await listed();
  if (before.size === 0) return;
  const answer = await fetch(BASE + LIST, { cache: 'no-cache' });
  const { files }: OfflineList = await answer.clone().json();
  const now = new Set<string>();
  for (const [path, , hash] of files) {
    now.add(path);
    if (before.get(path) !== hash) await keep(path);
  }
  const cache = await opened();
  for (const path of before.keys()) if (!now.has(path) && isPage(path)) await cache.delete(path);
  await cache.put(BASE + LIST, answer);
}

async function forget(): Promise<void> {
  const cache = await opened();
  for (const { url } of await cache.keys())
    if (!isHashed(url) && !SHELL.includes(keyOf(url))) await cache.delete(url);
  await clean(SHELL);
}
