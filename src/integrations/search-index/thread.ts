/** Makes the search index, in a thread of its own, and writes it once it is told that it may: by any message. */
import { once } from 'node:events';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { indexOf, writeIndex } from './index.ts';

/** What is to be done: addresses of the documents' file and of the index's folder. */
export interface Task {
  documents: string;
  folder: string;
}

const { documents, folder }: Task = workerData;
const told = once(parentPort as MessagePort, 'message');
const index = await indexOf(new URL(documents));
await told;
await writeIndex(index, new URL(folder));
parentPort?.close();
