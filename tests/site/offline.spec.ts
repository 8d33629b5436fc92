import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { sites } from '../support/sites.ts';

const { folder, base } = sites.below;
const read = (path: string) => readFile(join(folder, path));
/** The file at an address of the site. */
const fileAt = (address: string) =>
  join(folder, decodeURI(address.slice(base.length)).replace(/(^|\/)$/, '$1index.html'));

test('the manifest lets the site be installed below its path, with icons of the sizes that it says', async () => {
  const { name, start_url, scope, display, icons, shortcuts } = JSON.parse(
    String(await read('manifest.webmanifest')),
  );
  expect({ name, start_url, scope, display }).toEqual({
    name: 'A kitchen notebook',
    start_url: '/a/b/',
    scope: '/a/b/',
    display: 'standalone',
  });
  expect(shortcuts.map(({ url }: { url: string }) => url)).toEqual(['/a/b/review/', '/a/b/progress/']);
  expect(icons).toHaveLength(3);
  for (const { src, sizes } of icons) {
    const png = await readFile(fileAt(src));
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
  }
});

test('the shortcuts of an app are in the language of its site', async () => {
  const manifest = JSON.parse(await readFile(join(sites.japanese.folder, 'manifest.webmanifest'), 'utf8'));
  expect([manifest.lang, ...manifest.shortcuts.map(({ name }: { name: string }) => name)]).toEqual([
    'ja',
    '復習',
    '進み具合',
  ]);
});

test('the list of what can be kept has the true size of every file, and no page for print', async () => {
  const { files, shell } = JSON.parse(String(await read('offline.json')));
  expect(files.length).toBeGreaterThan(shell.length);
  for (const [address, bytes] of files) expect((await stat(fileAt(address))).size, address).toBe(bytes);
  const addresses: string[] = files.map(([address]: [string]) => address);
  expect(addresses).toEqual(expect.arrayContaining([...shell, '/a/b/1-bread/1-dough/']));
  expect(addresses.filter((address) => /\/print\/|\.md$|\.apkg$/.test(address))).toEqual([]);
});

test('the worker is a classic script of at most 2 kB in gzip, beside what it keeps from the first visit on', async () => {
  const [head = '', ...rest] = String(await read('sw.js')).split('\n');
  expect(head).toMatch(/^\/\* [\w-]{12} \*\/const SHELL=\["\/a\/b\/offline\/",/);
  const code = rest.join('\n');
  expect(code).not.toMatch(/\b(?:import|export)\b/);
  expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(2000);
});
