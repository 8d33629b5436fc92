/** The search index: made by Pagefind from what the loader wrote down. */
import { createReadStream, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { createIndex, close as endPagefind, type PagefindIndex } from 'pagefind';
import type { SearchDocument } from '../../site.ts';

/** Documents on their way to Pagefind at once: so many that it is never idle. */
const UNDER_WAY = 50;
/** Signs that belong to a word beside letters and digits: C++, C#. */
const SIGNS = '+#';
/** The digest in the name of a part, or of a list of parts: `en_124d47a`. */
const DIGEST = /([a-z-]+_[0-9a-f]+)\.pf_\w+$/i;
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

/** Writes an index into `folder`, over what an earlier build left there. */
export async function writeIndex(index: PagefindIndex, folder: URL): Promise<void> {
  const path = fileURLToPath(folder);
  const { errors } = await index.writeFiles({ outputPath: path });
  await endPagefind();
  complainOf(errors, 'written');
  await keepNamed(path);
  await Promise.all(UNUSED.map((name) => rm(new URL(name, folder), { force: true })));
}

/**
 * Removes what the index in `folder` does not name, and touches what it does: Pagefind leaves a part alone that is there
 * already, and what a build has not touched would be removed in the end. Parts are named by a digest of what is in them, in a
 * list for each language (`.pf_meta`), and the lists in `pagefind-entry.json`.
 */
async function keepNamed(folder: string): Promise<void> {
  const entry = await readFile(join(folder, 'pagefind-entry.json'), 'utf8');
  const { languages }: { languages: Record<string, { hash: string }> } = JSON.parse(entry);
  const lists = Object.values(languages).map(({ hash }) =>
    gunzipSync(readFileSync(join(folder, `pagefind.${hash}.pf_meta`))).toString('latin1'),
  );
  const named = [entry, ...lists].join();
  const now = new Date();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const digest = DIGEST.exec(path)?.[1];
    if (digest === undefined || named.includes(digest)) utimesSync(join(folder, path), now, now);
    else rmSync(join(folder, path));
  }
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
