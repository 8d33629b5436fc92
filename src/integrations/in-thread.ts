/** Work that goes on beside the making of pages. */
import { Worker } from 'node:worker_threads';

/**
 * Has the module at `file` do `task`, its `workerData`, in a thread: what else this process does holds neither up. Gives
 * back why it could not be done, and never rejects, because a build looks at it only once its pages are written.
 */
export function inThread(file: URL, task: unknown): Promise<Error | undefined> {
  return new Promise((resolve) => {
    new Worker(file, { workerData: task }).once('error', resolve).once('exit', (code) => {
      resolve(code === 0 ? undefined : new Error(`${file.pathname} ended with ${code} before it was done.`));
    });
  });
}
