/** A thread that reads files of a folder as they are sent to it. */
import { parentPort, workerData } from 'node:worker_threads';
import { type File, type Frame, readFile } from './place-reader.ts';
import type { Said } from './threads.ts';

const frame: Frame = workerData;

parentPort?.on('message', (files: File[]) => {
  const said: Said = files.map((file) => {
    const { reading, ...rest } = readFile(frame, file);
    if (!reading) return { outcome: { reading, ...rest }, problems: [] };
    const { problems, ...plain } = reading;
    return { outcome: { reading: plain as typeof reading, ...rest }, problems: problems.all };
  });
  parentPort?.postMessage(said);
});
