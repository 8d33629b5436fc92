import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cacheOf, cachesOf, isHashed, isPage, keyOf } from '../../src/browser/offline/address.ts';
import { partsOf } from '../../src/browser/offline/parts.ts';

const PAGE = 'https://notes.example/a/b/1-bread/1-dough/';

test('a page needs its scripts, styles and pictures, and none of the pages and downloads that it leads to', () => {
  const html = `<link rel="canonical" href="https://notes.example/a/b/1-bread/1-dough/">
    <link rel="stylesheet" href="/a/b/_astro/Page.D1KBtxQg.css"><script type="module" src="/a/b/_astro/x.CuthR5xq.js"></script>
    <a href="/a/b/2-coffee/">Coffee</a> <a href="/a/b/anki/1-bread.apkg">Anki</a> <a data-src="/no.png" href="#salt">Salt</a>
    <img src="/a/b/files/crumb%20&#x26;%20crust.png"><img src="../crumb.png"><img src="data:image/png;base64,AA=="><img src="https://other.example/x.png">`;
  assert.deepEqual(partsOf(html, 'text/html; charset=utf-8', PAGE), [
    '/a/b/_astro/Page.D1KBtxQg.css',
    '/a/b/_astro/x.CuthR5xq.js',
    '/a/b/files/crumb%20&%20crust.png',
    '/a/b/1-bread/crumb.png',
  ]);
});

test('a script needs what it imports, at once or late, and no other words that look like files', () => {
  const script =
    'import{t as e}from"./permalinks.BHM3dqCh.js";import`./side.BHM3dqCi.js`;const d=["_astro/note-recall.BuOeJ_Fh.js"];l(()=>import("./note-recall.BuOeJ_Fh.js"),d);import("/a/b/pagefind/pagefind.js");fetch("./notes.txt")';
  assert.deepEqual(partsOf(script, 'text/javascript', 'https://notes.example/a/b/_astro/x.CuthR5xq.js'), [
    '/a/b/_astro/permalinks.BHM3dqCh.js',
    '/a/b/_astro/side.BHM3dqCi.js',
    '/a/b/_astro/note-recall.BuOeJ_Fh.js',
  ]);
});

test('a style sheet needs the fonts that it names', () => {
  const css =
    '@font-face{src:url(/a/b/_astro/inter.D1KBtxQg.woff2)format("woff2")}a{background:url("./dot.D1KBtxQg.svg")}';
  assert.deepEqual(partsOf(css, 'text/css', 'https://notes.example/a/b/_astro/Page.D1KBtxQg.css'), [
    '/a/b/_astro/inter.D1KBtxQg.woff2',
    '/a/b/_astro/dot.D1KBtxQg.svg',
  ]);
});

test('a cache is named by base path, and none begins as that of another base or of the history', () => {
  assert.equal(cacheOf('/a/b/'), 'unfold:/a/b/:1');
  assert.ok(cacheOf('/').startsWith(cachesOf('/')));
  for (const other of [cacheOf('/a/'), 'unfold-history:/', 'unfold-history:/a/']) {
    assert.equal(other.startsWith(cachesOf('/')), false, other);
  }
});

test('what is named by its content is told from what keeps its name', () => {
  const hashed = [
    '/_astro/x.CuthR5xq.js',
    '/a/_astro/inter.D1KBtxQg.woff2',
    '/pagefind/fragment/en_1.pf_fragment',
  ];
  const named = [
    '/',
    '/astro/',
    '/decks/1.json',
    '/pagefind/pagefind.js',
    '/pagefind/wasm.en.pagefind',
    '/sw.js',
  ];
  assert.deepEqual([...hashed, ...named].filter(isHashed), hashed);
});

test('a page is kept under one path, however it is asked for', () => {
  assert.equal(keyOf('https://notes.example/review/?state=all#x'), '/review/');
  assert.equal(keyOf('https://notes.example/1-bread/index.html'), '/1-bread/');
  assert.equal(
    keyOf('https://notes.example/pagefind/pagefind-entry.json?ts=1'),
    '/pagefind/pagefind-entry.json',
  );
});

test('pages are told from files', () => {
  const pages = ['/', '/1-bread/', '/1-bread/1-dough', '/404.html'];
  assert.deepEqual([...pages, '/1-bread.md', '/anki/1.apkg', '/x.png'].filter(isPage), pages);
});
