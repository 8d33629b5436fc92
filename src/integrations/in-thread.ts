/** Work that goes on beside the making of pages. */
import { Worker } from 'node:worker_threads';

/** A thread at work. */
export interface Thread {
  worker: Worker;
  /** Why it could not be done, if it could not. It never rejects: a build looks at it only once its pages are written. */
  done: Promise<Error | undefined>;
}

/**
 * In MB: what a thread may hold of what it has just made, mostly to throw it away. Node would give it twelve times as much,
 * and these threads are at work while a build holds the most.
 */
const YOUNG = 16;

/** Has the module at `file` do `task`, its `workerData`, in a thread: what else this process does holds neither up. */
export function inThread(file: URL, task: unknown): Thread {
  const worker = new Worker(file, {
    workerData: task,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  const done = new Promise<Error | undefined>((resolve) => {
    worker.once('error', resolve).once('exit', (code) => {
      resolve(code === 0 ? undefined : new Error(`${file.pathname} ended with ${code} before it was done.`));
    });
  });
  return { worker, done };
}
