/** Shares the drawing of many pictures among the processors. */
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { draw } from './draw.ts';
import type { Order } from './worker.ts';

/** Below so many for each a worker costs more time to start than it saves. */
const SHARE = 20;

/** Draws every picture into its file. */
export async function drawAll(orders: readonly Order[]): Promise<void> {
  const workers = Math.min(availableParallelism(), Math.floor(orders.length / SHARE));
  if (workers < 2) {
    for (const { words, file } of orders) await writeFile(file, await draw(words));
    return;
  }
  const queue = orders.values();
  await Promise.all(Array.from({ length: workers }, () => work(queue)));
}

/** A worker that takes from the queue until it is empty. */
function work(queue: Iterator<Order>): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  return new Promise<void>((resolve, reject) => {
    const next = (): void => {
      const { done, value } = queue.next();
      if (done) resolve();
      else worker.postMessage(value);
    };
    worker.on('message', next);
    worker.on('error', reject);
    next();
  }).finally(() => worker.terminate());
}
