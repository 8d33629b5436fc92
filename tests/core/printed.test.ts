import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitsOnePage, printedHtml, printId, printTitleId } from '../../src/core/printed.ts';

const routes = new Set(['/t/a/', '/t/b/']);
const printed = (html: string, base = '/') => printedHtml({ html, route: '/t/a/' }, routes, base);

test('a note is found by its route, and by its title without leaving the others', () => {
  assert.equal(printId('/t/a/'), 't/a');
  assert.equal(printId('/'), '~');
  assert.equal(printTitleId('/t/a/'), 't/a/_title');
});

test('notes stand on one page for print up to four million characters, and one alone always', () => {
  const note = (length: number) => ({ html: 'x'.repeat(length) });
  assert.equal(fitsOnePage([]), true);
  assert.equal(fitsOnePage([note(2_000_000), note(2_000_000)]), true);
  assert.equal(fitsOnePage([note(2_000_000), note(2_000_001)]), false);
  assert.equal(fitsOnePage([note(4_000_001)]), true);
});

test('ids and what refers to them carry the note', () => {
  assert.equal(
    printed('<h2 id="x">X</h2><p aria-describedby="x y"><a href="#x">to x</a></p>'),
    '<h2 id="t/a/x">X</h2><p aria-describedby="t/a/x t/a/y"><a href="#t/a/x">to x</a></p>',
  );
  assert.equal(
    printed('<marker id="m"></marker><path marker-end="url(#m)"></path>'),
    '<marker id="t/a/m"></marker><path marker-end="url(#t/a/m)"></path>',
  );
});

test('links to notes of the page stay on it, and others lead where they led', () => {
  assert.equal(printed('<a href="/s/t/b/#q">q</a>', '/s/'), '<a href="#t/b/q">q</a>');
  assert.equal(printed('<a href="/s/t/b/">b</a>', '/s/'), '<a href="#t/b/_title">b</a>');
  for (const link of [
    '<a href="/s/t/c/#q">c</a>',
    '<a href="https://x.example/#q">x</a>',
    '<a href="/t/b/">b</a>',
  ]) {
    assert.equal(printed(link, '/s/'), link);
  }
});

test('every toggle is open, and an image does not wait to be seen', () => {
  assert.equal(
    printed('<details class="question" id="q"><summary>Q</summary>A</details><details open></details>'),
    '<details open class="question" id="t/a/q"><summary>Q</summary>A</details><details open></details>',
  );
  assert.equal(
    printed('<img src="/a.png" alt="a > b" loading="lazy" decoding="async">'),
    '<img src="/a.png" alt="a > b" decoding="async">',
  );
});

test('what looks like markup in words stays as it is, and components are left out', () => {
  const words =
    '<pre><code>&#x3C;p id="x">&#x3C;/p> href="#x"</code></pre><p title="id=&quot;x&quot;">id="x"</p>';
  assert.equal(printed(words), words);
  assert.equal(
    printed('<p>a</p><component-mark value="BreakEven"></component-mark><p>b</p>'),
    '<p>a</p><p>b</p>',
  );
});
