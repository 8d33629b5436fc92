/** Reads many files of a folder, on all processors where they are enough to be worth it. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import * as words from '#words';
import { fromBytes } from './outcome-bytes.ts';
import type { File, Frame, Outcome } from './place-reader.ts';
import { readFile } from './place-reader.ts';
import type { Task } from './reading-thread.ts';

/** A thread first loads the reader, which takes as long as reading so many files. */
const WORTH = 40;
/** Files that a thread gets at once. */
const PORTION = 8;
const THREAD = new URL('./reading-thread.ts', import.meta.url);
/** In MB: what a thread may hold of what it has just made, mostly to throw it away. Node would give it six times as much. */
const YOUNG = 32;

/**
 * Reads each file, and tells what that gave as soon as it is known, with the file's place among them. Rejects where a
 * thread ends before its time.
 */
export async function readFiles(
  frame: Frame,
  files: readonly File[],
  tell: (place: number, outcome: Outcome) => void,
  threads = Math.min(availableParallelism(), Math.floor(files.length / WORTH)),
): Promise<void> {
  if (threads < 2) {
    for (const [place, file] of files.entries()) tell(place, readFile(frame, file));
    return;
  }
  let begun = 0;
  const next = (thread: Worker) => {
    const from = begun;
    const portion = files
      .slice(from, from + PORTION)
      .map(({ path, body, frontMatter, fallbackTitle }) => ({ path, body, frontMatter, fallbackTitle }));
    begun += portion.length;
    return portion.length === 0 ? null : { from, answer: answerOf(thread, portion) };
  };
  const work = async (): Promise<void> => {
    const task: Task = { frame, words: new URL(`../words/${words.lang}.ts`, import.meta.url).href };
    const thread = new Worker(THREAD, {
      workerData: task,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    try {
      for (let under = next(thread); under !== null; ) {
        const { from, answer } = under;
        const said = await answer;
        // The thread goes on while this one looks at what it said.
        under = next(thread);
        for (const [n, bytes] of said.entries()) tell(from + n, fromBytes(bytes));
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
}

function answerOf(thread: Worker, files: readonly File[]): Promise<Uint8Array[]> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`A thread that reads notes ended with ${code}.`));
    thread.once('error', reject).once('exit', ended);
    thread.once('message', (said: Uint8Array[]) => {
      thread.off('error', reject).off('exit', ended);
      resolve(said);
    });
    thread.postMessage(files);
  });
}
