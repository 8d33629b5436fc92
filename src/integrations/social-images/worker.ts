/** Draws one picture after the other beside the build, as it is asked. */
import { writeFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { draw } from './draw.ts';
import type { Words } from './words.ts';

/** A picture to draw, and the file it goes to. */
export interface Order {
  words: Words;
  file: string;
}

parentPort?.on('message', async ({ words, file }: Order) => {
  await writeFile(file, await draw(words));
  parentPort?.postMessage('drawn');
});
