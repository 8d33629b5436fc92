/**
 * The search index: made by Pagefind from what the loader wrote down, beside the pages while they are written, and in
 * dev in memory when search first asks for it.
 */
import { createReadStream } from 'node:fs';
import { cp, rm, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createIndex, close as endPagefind, type PagefindIndex } from 'pagefind';
import { basePath, documentsName, indexFolder, type SearchDocument } from '../site.ts';

/** Documents on their way to Pagefind at once: so many that it is never idle while pages are made, which holds this process up. */
const UNDER_WAY = 250;
/** Signs that belong to a word beside letters and digits: C++, C#. */
const SIGNS = '+#';
/** What Pagefind brings along for pages that use its own search box. */
const UNUSED = [
  'pagefind-component-ui.css',
  'pagefind-component-ui.js',
  'pagefind-highlight.js',
  'pagefind-modular-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-ui.css',
  'pagefind-ui.js',
];
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' };

/** The integration for astro.config.mjs. */
export function search(): AstroIntegration {
  let documents: URL;
  let written: URL;
  let writing: Promise<Error | undefined> | undefined;
  return {
    name: 'search',
    hooks: {
      'astro:config:done': ({ config }) => {
        documents = new URL(documentsName, config.cacheDir);
        written = new URL('search-index/', config.cacheDir);
      },
      'astro:server:setup': ({ server, logger }) => {
        const index = new FreshIndex(documents);
        server.middlewares.use(async (request, response, next) => {
          // Vite takes the base off `url`; the address as it was asked for stays in `originalUrl`.
          const { pathname } = new URL(request.originalUrl ?? '', 'http://localhost');
          if (!pathname.startsWith(basePath + indexFolder)) return next();
          const path = pathname.slice(basePath.length + indexFolder.length);
          try {
            const content = await index.file(path);
            if (!content) return next();
            response.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
            response.setHeader('Cache-Control', 'no-cache');
            response.end(content);
          } catch (error) {
            logger.error(String(error));
            next(error);
          }
        });
      },
      'astro:build:start': () => {
        // Beside the making of pages. What fails is told once those are written.
        writing = writeIndex(documents, written).catch((error: Error) => error);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const error = await writing;
        if (error) throw error;
        await cp(written, new URL(indexFolder, dir), { recursive: true });
        logger.info('Search index written.');
      },
    },
  };
}

/** Writes the index of what stands in `documents` into `folder`, and nothing else. */
async function writeIndex(documents: URL, folder: URL): Promise<undefined> {
  const index = await indexOf(documents);
  await rm(folder, { recursive: true, force: true });
  const { errors } = await index.writeFiles({ outputPath: fileURLToPath(folder) });
  await endPagefind();
  complainOf(errors, 'written');
  await Promise.all(UNUSED.map((name) => rm(new URL(name, folder), { force: true })));
}

/** The index of what stands in `documents`. */
async function indexOf(documents: URL): Promise<PagefindIndex> {
  const { errors, index } = await createIndex({ includeCharacters: SIGNS });
  complainOf(errors, 'begun');
  if (!index) throw new Error('Pagefind gave no index, and no reason.');
  let underWay: Promise<unknown>[] = [];
  for await (const line of createInterface({
    input: createReadStream(documents),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const { url, html }: SearchDocument = JSON.parse(line);
    underWay.push(
      index.addHTMLFile({ url, content: html }).then((added) => complainOf(added.errors, `given ${url}`)),
    );
    if (underWay.length === UNDER_WAY) {
      await Promise.all(underWay);
      underWay = [];
    }
  }
  await Promise.all(underWay);
  return index;
}

function complainOf(errors: readonly string[], what: string): void {
  if (errors.length > 0)
    throw new Error(
      `The search index could not be ${what}: ${errors.join('; ')}. Without it nothing can be found on the site; run "npm ci" and build again.`,
    );
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
