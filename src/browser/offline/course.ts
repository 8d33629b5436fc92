/** The course as a whole, kept file by file. What was kept before an interruption is not fetched again. */

import { ownCache } from '../kept-pages.ts';
import { isHashed, LIST, type OfflineList } from './address.ts';

const BASE = import.meta.env.BASE_URL;
/** Files that are fetched at once. */
const AT_ONCE = 4;
/** In ms, that a worker may take to come. */
const MOMENT = 15_000;
/** Takes room while the course is being kept, and gives it back at the end: to the history, if there was no more. */
const BALLAST = `${BASE}offline.room`;
/** In bytes. */
const ROOM = 1e6;

type File = OfflineList['files'][number];

/** What can be kept: as the server has it, or else, and marked so, as it was when the course was kept. Null where nobody knows. */
export async function courseList(): Promise<OfflineList | null> {
  try {
    const answer = await fetch(BASE + LIST, { cache: 'no-cache' });
    const list: Partial<OfflineList> = await answer.json();
    // The server of the authors has pages, but not what a built site knows of them.
    return answer.ok && list.files && list.shell && list.build ? (list as OfflineList) : null;
  } catch {
    return null;
  }
}

/** The build of which the learner has kept the whole course; null where that is not kept. */
export async function keptBuild(): Promise<string | null> {
  const list = await (await ownCache())?.match(BASE + LIST);
  return list ? ((await list.json()) as OfflineList).build : null;
}

/** Whether a worker looks after this site. On a first visit it needs a moment to come. */
export function hasWorker(): Promise<boolean> {
  const ready = navigator.serviceWorker?.ready.then(() => true);
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), MOMENT));
  return ready ? Promise.race([ready, late]) : Promise.resolve(false);
}

/** Asks the worker to do something; rejects with what it could not do. */
export async function askWorker(what: string | null): Promise<void> {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<string>((resolve) => {
    port1.onmessage = ({ data }) => resolve(String(data));
  });
  active?.postMessage(what, [port2]);
  const complaint = await answer;
  port1.close();
  if (complaint !== '') throw new Error(complaint);
}

/** The files of the course that are not kept, or not as they are now. */
export async function missingOf({ files }: OfflineList): Promise<File[]> {
  const cache = await ownCache();
  const missing: File[] = [];
  for (const file of files) {
    const [path, , hash] = file;
    const response = await cache?.match(path);
    if (!response || (!isHashed(path) && (await hashOf(response)) !== hash)) missing.push(file);
  }
  return missing;
}

/**
 * Keeps these files, and after the last that the course is kept.
 *
 * @param done hears of every file that is kept.
 * @throws {Error} at the first file that cannot be kept. What was kept until then stays, and can be read.
 */
export async function keepCourse(
  missing: readonly File[],
  signal: AbortSignal,
  done: (file: File) => void,
): Promise<void> {
  // What pages are made of comes first, so that a page never waits for it.
  const waiting = [...missing].sort(([a], [b]) => Number(isHashed(b)) - Number(isHashed(a)));
  const work = async () => {
    for (let file = waiting.shift(); file && !signal.aborted; file = waiting.shift()) {
      await askWorker(file[0]);
      done(file);
    }
  };
  try {
    await (await ownCache())?.put(BALLAST, new Response(new Uint8Array(ROOM)));
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    waiting.length = 0;
    await giveRoomBack();
  }
  if (!signal.aborted) await askWorker(BASE + LIST);
}

/** Frees the room that was taken while the course was being kept, also where that was interrupted. */
export async function giveRoomBack(): Promise<void> {
  await (await ownCache())?.delete(BALLAST);
}

/** Bytes of all that is kept. */
export async function bytesKept(): Promise<number> {
  const cache = await ownCache();
  let bytes = 0;
  for (const request of (await cache?.keys()) ?? [])
    bytes += (await (await cache?.match(request))?.blob())?.size ?? 0;
  return bytes;
}

async function hashOf(response: Response): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()));
  // As Node writes base64url; 9 bytes are 12 letters.
  return btoa(String.fromCharCode(...bytes.subarray(0, 9)))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}
