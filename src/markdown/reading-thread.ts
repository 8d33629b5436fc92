/** A thread that reads files of a folder as they are sent to it, in the language of who sends them. */
import { registerHooks } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { toBytes } from './outcome-bytes.ts';
import type { File, Frame } from './place-reader.ts';

/** What a thread is started with. */
export interface Task {
  frame: Frame;
  /** Address of the file of the words. */
  words: string;
}

const { frame, words } = workerData as Task;
// Who bundles the site gives #words its language. A thread loads the reader by itself, and Node would give it English.
registerHooks({
  resolve: (name, context, next) =>
    name === '#words' ? { url: words, shortCircuit: true } : next(name, context),
});
const { readFile } = await import('./place-reader.ts');

parentPort?.on('message', (files: File[]) => {
  const said = files.map((file) => toBytes(readFile(frame, file)));
  parentPort?.postMessage(
    said,
    said.map(({ buffer }) => buffer),
  );
});
