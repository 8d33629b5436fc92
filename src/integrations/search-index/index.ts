/** The search index: made by Pagefind from what the loader wrote down. */
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createIndex, close as endPagefind, type PagefindIndex } from 'pagefind';
import type { SearchDocument } from '../../site.ts';

/** Documents on their way to Pagefind at once: so many that it is never idle. */
const UNDER_WAY = 50;
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

/** Writes an index into `folder`, in place of the one that an earlier build left there. */
export async function writeIndex(index: PagefindIndex, folder: URL): Promise<void> {
  // Pagefind leaves a part alone that is there already, and the seven digits that name one may name another by now.
  await rm(folder, { recursive: true, force: true });
  const { errors } = await index.writeFiles({ outputPath: fileURLToPath(folder) });
  await endPagefind();
  complainOf(errors, 'written');
  await Promise.all(UNUSED.map((name) => rm(new URL(name, folder), { force: true })));
}

/** The index of what stands in `documents`. */
export async function indexOf(documents: URL): Promise<PagefindIndex> {
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

/** Throws what Pagefind complains of, if anything; `what` the index could not be. */
export function complainOf(errors: readonly string[], what: string): void {
  if (errors.length > 0)
    throw new Error(
      `The search index could not be ${what}: ${errors.join('; ')}. Without it nothing can be found on the site; run "npm ci" and build again.`,
    );
}
