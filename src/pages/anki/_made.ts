/**
 * Packages and texts for Anki, made in a thread beside the one that makes pages: those of a thousand notes take as long as
 * all pages that are taken from an earlier build.
 */
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openInNote } from '#words';
import type { AnkiFormat } from '../../core/anki.ts';
import { keptFolder, siteCode } from '../../data/notes.ts';
import type { AnkiExport } from '../../exports/anki/export.ts';
import { basePath, cacheFolder, notesFolder, siteUrl } from '../../site.ts';
import type { Answer, Order, Setting } from './_thread.ts';

/** Who waits for an answer, by the id of the order. */
const waiting = new Map<number, PromiseWithResolvers<Uint8Array<ArrayBuffer>>>();
let thread: Promise<Worker> | undefined;
let orders = 0;

/** The bytes of the package or the text. Rejects with why there are none. */
export async function made(format: AnkiFormat, what: AnkiExport): Promise<Uint8Array<ArrayBuffer>> {
  thread ??= begin();
  const worker = await thread;
  orders += 1;
  const topics = what.topics.map((topic) => ({
    ...topic,
    notes: topic.notes.map(({ digest }) => ({ digest })),
  }));
  const order: Order = { id: orders, format, what: { ...what, topics } };
  const answer = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  waiting.set(order.id, answer);
  // A process ends when it waits for nothing, which a thread counts for only if it is told so.
  worker.ref();
  worker.postMessage(order);
  return answer.promise;
}

async function begin(): Promise<Worker> {
  const workerData: Setting = {
    site: { url: siteUrl, base: basePath, openInNote },
    root: notesFolder,
    code: await siteCode(),
    notes: await keptFolder(),
    cards: resolve(cacheFolder, 'cards'),
  };
  // Here stands the file itself: what is built of this one stands elsewhere.
  const worker = new Worker(resolve('src/pages/anki/_thread.ts'), { workerData });
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ('bytes' in answer) asked?.resolve(answer.bytes);
    else asked?.reject(answer.error);
  });
  const ended = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    thread = undefined;
  };
  worker.on('error', ended);
  worker.on('exit', (code) => ended(new Error(`The thread that makes Anki's packages ended with ${code}.`)));
  return worker;
}
