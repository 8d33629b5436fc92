import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { elementsOf, type Page, pagesOf } from '../support/pages.ts';
import { sites } from '../support/sites.ts';

const site = sites.notes;

test('a note of thirty questions weighs at most 14 kB with its style, and 24 kB with all scripts', async () => {
  const page = await thirty();
  expect(elementsOf(page.tree).filter(({ tagName }) => tagName === 'details').length).toBeGreaterThanOrEqual(
    30,
  );
  const html = weight(Buffer.from(page.html));
  const styles = await sum(stylesOf(page));
  const scripts = await sum(await scriptsOf(page));
  console.log(`HTML ${html}, styles ${styles}, scripts ${scripts} bytes in Brotli`);
  expect(html + styles).toBeLessThanOrEqual(14_000);
  expect(html + styles + scripts).toBeLessThanOrEqual(24_000);
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

async function thirty(): Promise<Page> {
  const page = (await pagesOf(site)).find(({ file }) => file.includes('thirty'));
  if (!page) throw new Error('The generated note of thirty questions has no page.');
  return page;
}

function stylesOf({ tree }: Page): string[] {
  return elementsOf(tree).flatMap(({ tagName, properties }) =>
    tagName === 'link' && [properties['rel']].flat().includes('stylesheet')
      ? [String(properties['href'])]
      : [],
  );
}

/** The scripts of a page and, through their imports, everything they bring along. */
async function scriptsOf({ tree }: Page): Promise<string[]> {
  const found = new Set(
    elementsOf(tree).flatMap(({ tagName, properties }) =>
      tagName === 'script' && properties['src'] ? [String(properties['src'])] : [],
    ),
  );
  for (const script of found) {
    const source = (await read(script)).toString();
    for (const [, imported] of source.matchAll(/(?:from|import)\s*\(?\s*["'`](\.[^"'`]+)["'`]/g)) {
      found.add(new URL(imported ?? '', `http://site${script}`).pathname);
    }
  }
  return [...found];
}

async function sum(addresses: string[]): Promise<number> {
  const weights = await Promise.all(addresses.map(async (address) => weight(await read(address))));
  return weights.reduce((total, each) => total + each, 0);
}

function read(address: string): Promise<Buffer> {
  return readFile(join(site.folder, new URL(address, 'http://site').pathname));
}

function weight(bytes: Buffer): number {
  return brotliCompressSync(bytes).length;
}
