/**
 * Search: the index is made beside the pages, in a thread of its own, and in dev in memory when search first asks for it.
 */
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { AstroIntegration } from 'astro';
import { documentsName, documentsWritten, indexFolder } from '../../site.ts';
import { answering } from '../dev-answers.ts';
import { inThread, type Thread } from '../in-thread.ts';
import { complainOf, indexOf } from './index.ts';
import type { Task } from './thread.ts';

const TYPES: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

const NEVER_BEGUN =
  'The search index was never begun, because the loader did not say that notes were read. That is a fault of the site: please report it.';

/** The integration for astro.config.mjs. */
export function search(): AstroIntegration {
  let documents: URL;
  let written: URL;
  let thread: Thread | undefined;
  const begin = () => {
    const task: Task = { documents: documents.href, folder: written.href };
    thread = inThread(new URL('./thread.ts', import.meta.url), task);
    // A build that stops before there is a folder to write to does not wait for it.
    thread.worker.unref();
  };
  return {
    name: 'search',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command === 'build') documentsWritten.subscribe(begin);
      },
      'astro:config:done': ({ config }) => {
        documents = new URL(documentsName, config.cacheDir);
        written = new URL(indexFolder, config.outDir);
      },
      'astro:server:setup': ({ server, logger }) => {
        const index = new FreshIndex(documents);
        const find = async (path: string) => {
          if (!path.startsWith(indexFolder)) return null;
          const content = await index.file(path.slice(indexFolder.length));
          return content ? { content, type: TYPES[extname(path)] ?? 'application/octet-stream' } : null;
        };
        server.middlewares.use(answering(find, logger));
      },
      'astro:build:start': () => {
        // The folder of the site is ready.
        thread?.worker.ref();
        thread?.worker.postMessage('write');
      },
      'astro:build:done': async ({ logger }) => {
        // Beside the making of pages. What failed is told once those are written.
        const error = thread ? await thread.done : new Error(NEVER_BEGUN);
        if (error) throw error;
        logger.info('Search index written.');
      },
    },
  };
}

/** The files of an index in memory, made anew after the notes were read anew. */
class FreshIndex {
  readonly #documents: URL;
  readonly #files = new Map<string, Uint8Array>();
  #stamp = Number.NaN;
  #making: Promise<void> = Promise.resolve();

  constructor(documents: URL) {
    this.#documents = documents;
  }

  /** The content of a file of the index; undefined where there is none of that name. */
  async file(path: string): Promise<Uint8Array | undefined> {
    // One after the other; what failed before is tried again.
    this.#making = Promise.allSettled([this.#making]).then(() => this.#refresh());
    await this.#making;
    return this.#files.get(path);
  }

  async #refresh(): Promise<void> {
    const { mtimeMs } = await stat(this.#documents);
    if (mtimeMs === this.#stamp) return;
    const index = await indexOf(this.#documents);
    const { errors, files } = await index.getFiles();
    complainOf(errors, 'made');
    await index.deleteIndex();
    // What a page that is open has not fetched yet stays: names change with what is in the files.
    for (const { path, content } of files) this.#files.set(path, content);
    this.#stamp = mtimeMs;
  }
}
