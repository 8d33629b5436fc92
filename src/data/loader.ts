/**
 * Brings the folder of notes into Astro: one entry, `course`, which says where pages find the notes.
 *
 * In dev it keeps on reading. What was saved is read alone and shown at once; the whole folder is read once it is quiet,
 * for what follows from the change elsewhere.
 */
import { sep } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { notesFolder, notesRead } from '../site.ts';
import { Reading } from './reading.ts';

/** In ms: an editor saves in several steps, and a checkout touches many files. */
const QUIET = 20;
/** In ms, from the last change that is shown already until the folder is read as a whole. */
const AT_REST = 1000;

/** One entry, `course`. */
export const courseLoader: Loader = {
  name: 'course',
  load: async (context) => {
    const reading = new Reading(context);
    if (context.watcher) await keepReading(reading, context.watcher, context);
    else await reading.whole();
  },
};

/** Reads now, and again whenever something in the folder of notes changes. */
async function keepReading(
  reading: Reading,
  watcher: NonNullable<LoaderContext['watcher']>,
  { logger }: LoaderContext,
): Promise<void> {
  // One after the other: what is saved while notes are read is read after them.
  let last: Promise<unknown>;
  const then = (read: () => Promise<void>) => {
    last = last.then(read).catch((error: Error) => logger.error(error.message));
  };
  let quiet: NodeJS.Timeout | undefined;
  let atRest: NodeJS.Timeout | undefined;
  const waiting = new Set<string>();

  const readWhole = async () => notesRead.publish({ shown: await reading.whole() });
  const readWaiting = async () => {
    const [path = '', ...more] = waiting;
    waiting.clear();
    const isShown = more.length === 0 && (await reading.one(path));
    if (isShown) notesRead.publish({ shown: true });
    atRest = setTimeout(() => then(readWhole), isShown ? AT_REST : 0);
  };
  const changed = (path: string) => {
    if (!path.startsWith(notesFolder + sep)) return;
    waiting.add(path);
    clearTimeout(quiet);
    clearTimeout(atRest);
    quiet = setTimeout(() => then(readWaiting), QUIET);
  };
  // Before the first reading: to look for all the files of a large folder takes a while, and nothing may be missed then.
  watcher.add(notesFolder);
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, changed);
  const first = reading.whole();
  last = first.catch(() => undefined);
  await first;
}
