import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf } from '../support/page-of.ts';

test('alignment is a class, because HTML has given up the attribute', () => {
  const html = pageOf('| a | b |\n|--:|:-:|\n| 1 | 2 |\n\n<p align="center">x</p>\n');
  assert.match(
    html,
    /<th class="align-right" scope="col">a<\/th>\s*<th class="align-center" scope="col">b<\/th>/,
  );
  assert.match(html, /<td class="align-right">1<\/td>/);
  assert.match(html, /<p class="align-center">x<\/p>/);
  assert.doesNotMatch(html, / align=/);
});

test('a table scrolls in a box that takes the focus', () => {
  assert.match(
    pageOf('| a |\n|---|\n| 1 |\n'),
    /<section class="table" tabindex="0" aria-label="Table: a"><table>/,
  );
});

test('the box of a task is named by the words beside it, and not by the tasks below it', () => {
  const html = pageOf('- [x] weigh *the* beans\n  - [ ] and write it down\n- [ ] rinse\n');
  const names = [...html.matchAll(/<input[^>]*aria-label="([^"]*)"/g)].map(([, name]) => name);
  assert.deepEqual(names, ['weigh the beans', 'and write it down', 'rinse']);
});

test('the box of a task with paragraphs is named, too', () => {
  const html = pageOf('- [ ] rinse\n\n- [x] pour\n');
  const names = [...html.matchAll(/<input[^>]*aria-label="([^"]*)"/g)].map(([, name]) => name);
  assert.deepEqual(names, ['rinse', 'pour']);
});

test('a header cell without words heads nothing', () => {
  assert.match(pageOf('| | b |\n|---|---|\n| 1 | 2 |\n'), /<td><\/td>\s*<th scope="col">b<\/th>/);
});
