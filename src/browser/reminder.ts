/** When it is time for a copy of the history outside the browser. */
import * as words from '#words';
import { downloadsIn } from '../core/download.ts';
import type { History } from './history.ts';

/**
 * Says how many reviews no copy has, or which file is no longer kept up to date; null as long as it is not time, or
 * while a file is kept.
 */
export async function reminderOf({ log }: History): Promise<string | null> {
  const { since, isTime } = downloadsIn(log.events, Date.now());
  if (!isTime) return null;
  const { isAllowed, keptFile } = await import('./kept-file.ts');
  const file = await keptFile();
  if (file === null) return words.inNoCopy(since);
  // A browser that was started anew may ask for leave once more.
  return (await isAllowed(file)) ? null : words.isNoLongerKept(file.name);
}

/** Keeps the learner's file up to date as long as the page is open, where there is one. */
export async function keepFileOf(history: History): Promise<void> {
  if (!('showSaveFilePicker' in globalThis)) return;
  const { startKeeping } = await import('./kept-file.ts');
  // What is wrong with the file is said on the page of the history.
  await startKeeping(history);
}
