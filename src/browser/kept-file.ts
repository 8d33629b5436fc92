/**
 * A file on the learner's disk that is kept up to date, where the browser can write to one (File System Access).
 *
 * Which file it is stands in a database of its own, beside the history. What the file has and this browser has not,
 * as when two devices share it, stays in the file.
 */
import * as words from '#words';
import { union } from '../core/event.ts';
import { backupOf, readBytes } from './data/backup-file.ts';
import type { History } from './history.ts';
import { asked, connect } from './log/connection.ts';

/** What the types of the browser do not have yet: https://wicg.github.io/file-system-access/ */
interface Handle extends FileSystemFileHandle {
  queryPermission(mode: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(mode: { mode: 'readwrite' }): Promise<PermissionState>;
}
interface Picker {
  showSaveFilePicker?(options: object): Promise<Handle>;
}

const BASE = import.meta.env.BASE_URL;
const NAME = `unfold-file:${BASE}`;
const FILE = 'file';
/** In ms, by which the file may be behind. */
const BEHIND = 1000;

const database = connect(
  globalThis,
  NAME,
  (db) => db.createObjectStore(FILE),
  () => undefined,
);

/** Whether this browser can keep a file up to date. */
export const canKeep = (): boolean => 'showSaveFilePicker' in globalThis;

/** The file; null where there is none, or where the browser cannot say which it was. */
export async function keptFile(): Promise<Handle | null> {
  if (!canKeep()) return null;
  const handle = await database
    .run([FILE], 'readonly', (store) => asked<Handle | undefined>(store(FILE).get(FILE)))
    .catch(() => undefined);
  return handle ?? null;
}

/** Whether the browser lets the page write to the file without being asked. */
export async function isAllowed(file: Handle): Promise<boolean> {
  return (await file.queryPermission({ mode: 'readwrite' })) === 'granted';
}

/** Asks the learner, who has just clicked, whether the page may write to the file. */
export async function allow(file: Handle): Promise<boolean> {
  return (await file.requestPermission({ mode: 'readwrite' })) === 'granted';
}

/** Lets the learner choose a file. Null if they choose none. Rejects with what the browser says if it cannot be kept in mind. */
export async function chooseFile(suggestedName: string): Promise<Handle | null> {
  const types = [{ description: words.history, accept: { 'application/jsonl': ['.jsonl'] } }];
  const picking = (globalThis as Picker).showSaveFilePicker?.({ id: 'history', suggestedName, types });
  const file = await picking?.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  });
  if (file) await database.run([FILE], 'readwrite', (store) => asked(store(FILE).put(file, FILE)));
  return file ?? null;
}

/** Keeps no file up to date any longer. The file stays as it is. */
export async function forgetFile(): Promise<void> {
  await database.run([FILE], 'readwrite', (store) => asked(store(FILE).delete(FILE)));
}

/**
 * Brings the file up to date. Resolves with how many events it has that are not here. Rejects, and leaves the file
 * as it is, if it holds something else than a history, or if the browser cannot write it.
 */
export function writeFile(file: Handle, { log }: History): Promise<number> {
  const write = async () => {
    const before = await file.getFile();
    const read = before.size > 0 ? await readBytes(before.stream()) : null;
    if (read && 'refused' in read) throw new Error(read.message);
    const there = read?.events ?? [];
    const all = union(log.events, there);
    if (all.length > there.length || read?.state !== 'whole') {
      const text = await backupOf(all);
      // It is written beside the file, and put in its place at the end.
      const stream = await file.createWritable();
      await stream.write(text);
      await stream.close();
    }
    return all.length - log.events.length;
  };
  return navigator.locks ? navigator.locks.request(NAME, write) : write();
}

/** Keeps the file up to date as long as the page is open. `told` hears what came of each writing. */
export async function startKeeping(
  history: History,
  told: (written: number | Error) => void = () => undefined,
): Promise<void> {
  const file = await keptFile();
  if (!file || !(await isAllowed(file))) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const write = () => writeFile(file, history).then(told, told);
  history.subscribe(() => {
    clearTimeout(waiting);
    waiting = setTimeout(write, BEHIND);
  });
  await write();
}
