import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { elementsOf, type Page, pagesOf } from '../support/pages.ts';
import { crowded, type Site, sites } from '../support/sites.ts';

const site = sites.notes;

// Where a site knows its host, its pages say more: what other sites show of them, when they last changed.
for (const [where, of] of [
  ['without a host', sites.notes],
  ['below a path of a host', sites.below],
] as const) {
  test(`a note of thirty questions weighs at most 14 kB with its style, and 24 kB with all scripts, ${where}`, async () => {
    const page = await thirty(of);
    const toggles = elementsOf(page.tree).filter(({ tagName }) => tagName === 'details');
    expect(toggles.length).toBeGreaterThanOrEqual(30);
    const html = weight(Buffer.from(page.html));
    const styles = await sum(stylesOf(page), of);
    const scripts = await sum(await scriptsOf(page, ANY, of), of);
    console.log(`HTML ${html}, styles ${styles}, scripts ${scripts} bytes in Brotli, ${where}`);
    expect(html + styles).toBeLessThanOrEqual(14_000);
    expect(html + styles + scripts).toBeLessThanOrEqual(24_000);
  });
}

test('what a note needs for recall weighs at most 12 kB in gzip, and comes after the page', async () => {
  const page = await thirty();
  const first = await scriptsOf(page, STATIC);
  const late = (await scriptsOf(page)).filter(
    (address) => !first.includes(address) && !address.includes('/copying.'),
  );
  expect(first.filter((address) => address.includes('/copying.'))).toEqual([]);
  expect(late.length).toBeGreaterThan(0);
  expect(first.filter((address) => /recall|history/.test(address))).toEqual([]);
  const weights = await Promise.all(
    late.map(async (address) => gzipSync(await read(address), { level: 9 }).length),
  );
  const total = weights.reduce((sum, each) => sum + each, 0);
  console.log(`recall ${total} bytes in gzip`);
  expect(total).toBeLessThanOrEqual(12_000);
});

test('a note is the same page, with the same files, among a few notes and among many', async () => {
  const page = (await pagesOf(site)).find(({ file }) => file === '2-coffee/1-brewing/index.html');
  if (!page) throw new Error('The fixture note about brewing has no page.');
  const among = (address: string) => readFile(join(crowded.folder, address));
  expect((await among(page.file)).toString()).toBe(page.html);
  for (const address of [...stylesOf(page), ...(await scriptsOf(page))]) {
    expect(await among(address)).toEqual(await read(address));
  }
});

test('nothing but one style sheet holds up the first paint', async () => {
  const page = await thirty();
  expect(stylesOf(page)).toHaveLength(1);
  const blocking = elementsOf(page.tree).filter(
    ({ tagName, properties }) =>
      tagName === 'script' &&
      properties['src'] &&
      properties['type'] !== 'module' &&
      !properties['defer'] &&
      !properties['async'],
  );
  expect(blocking).toEqual([]);
});

test("each of the site's own pages names all scripts that it takes at first, so that they come side by side", async () => {
  const own = ['review', 'progress', 'search', 'data', 'settings', 'offline', ''].map((name) =>
    join(name, 'index.html'),
  );
  const pages = (await pagesOf(site)).filter(({ file }) => own.includes(file));
  expect(pages).toHaveLength(own.length);
  for (const page of pages) {
    const ahead = linked(page, 'modulepreload');
    expect([...scriptsIn(page), ...ahead].sort(), page.file).toEqual((await scriptsOf(page, STATIC)).sort());
  }
});

async function thirty(of: Site = site): Promise<Page> {
  const page = (await pagesOf(of)).find(({ file }) => file.includes('thirty'));
  if (!page) throw new Error('The generated note of thirty questions has no page.');
  return page;
}

const stylesOf = (page: Page): string[] => linked(page, 'stylesheet');

function linked({ tree }: Page, rel: string): string[] {
  return elementsOf(tree).flatMap(({ tagName, properties }) =>
    tagName === 'link' && [properties['rel']].flat().includes(rel) ? [String(properties['href'])] : [],
  );
}

function scriptsIn({ tree }: Page): string[] {
  return elementsOf(tree).flatMap(({ tagName, properties }) =>
    tagName === 'script' && properties['src'] ? [String(properties['src'])] : [],
  );
}

const STATIC = /(?:from|import)\s*["'`](\.[^"'`]+)["'`]/g;
const ANY = /(?:from|import)\s*\(?\s*["'`](\.[^"'`]+)["'`]/g;

/**
 * The scripts of a page and, through their imports, everything they bring along. What tells of changed answers
 * is not among them: it is loaded only where an answer that was learned has changed.
 */
async function scriptsOf(page: Page, imports = ANY, of: Site = site): Promise<string[]> {
  const found = new Set(scriptsIn(page));
  for (const script of found) {
    const source = (await read(script, of)).toString();
    for (const [, imported = ''] of source.matchAll(imports)) {
      if (!imported.includes('/changed.')) found.add(new URL(imported, `http://site${script}`).pathname);
    }
  }
  return [...found];
}

async function sum(addresses: string[], of: Site): Promise<number> {
  const weights = await Promise.all(addresses.map(async (address) => weight(await read(address, of))));
  return weights.reduce((total, each) => total + each, 0);
}

function read(address: string, { folder, base }: Site = site): Promise<Buffer> {
  return readFile(join(folder, new URL(address, 'http://site').pathname.slice(base.length)));
}

function weight(bytes: Buffer): number {
  return brotliCompressSync(bytes).length;
}
