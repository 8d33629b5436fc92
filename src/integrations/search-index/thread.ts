/** Writes the search index, in a thread of its own. */
import { workerData } from 'node:worker_threads';
import { writeIndex } from './index.ts';

/** What is to be done: addresses of the documents' file and of the index's folder. */
export interface Task {
  documents: string;
  folder: string;
}

const { documents, folder }: Task = workerData;
await writeIndex(new URL(documents), new URL(folder));
