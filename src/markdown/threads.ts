/** Reads many files of a folder, on all processors where they are enough to be worth it. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { File, Frame, Outcome } from './place-reader.ts';
import { readFile } from './place-reader.ts';
import { Problems } from './problems.ts';

/** A thread first loads the reader, which takes as long as reading so many files. */
const WORTH = 40;
/** Files that a thread gets at once. */
const PORTION = 8;
const THREAD = new URL('./reading-thread.ts', import.meta.url);

/** What a thread says of its files. A class does not survive the way. */
export type Said = { outcome: Outcome; problems: Problems['all'] }[];

/** What reading each file gives, in their order. Rejects where a thread ends before its time. */
export async function readFiles(
  frame: Frame,
  files: readonly File[],
  threads = Math.min(availableParallelism(), Math.floor(files.length / WORTH)),
): Promise<Outcome[]> {
  if (threads < 2) return files.map((file) => readFile(frame, file));
  const outcomes: Outcome[] = [];
  let begun = 0;
  const work = async (): Promise<void> => {
    const thread = new Worker(THREAD, { workerData: frame });
    try {
      while (begun < files.length) {
        const from = begun;
        begun += PORTION;
        const portion = files
          .slice(from, begun)
          .map(({ path, body, frontMatter, fallbackTitle }) => ({ path, body, frontMatter, fallbackTitle }));
        for (const [n, { outcome, problems }] of (await answerOf(thread, portion)).entries()) {
          if (outcome.reading) outcome.reading.problems = Problems.of(problems);
          outcomes[from + n] = outcome;
        }
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  return outcomes;
}

function answerOf(thread: Worker, files: readonly File[]): Promise<Said> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`A thread that reads notes ended with ${code}.`));
    thread.once('error', reject).once('exit', ended);
    thread.once('message', (said: Said) => {
      thread.off('error', reject).off('exit', ended);
      resolve(said);
    });
    thread.postMessage(files);
  });
}
