/** Q:/A: lines and question::answer are questions where the folder asks for it, and text elsewhere. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LineForm } from '../../src/markdown/line-forms.ts';
import { readNote } from '../../src/markdown/read-note.ts';

const SOURCE = `# Lines

Q: What is \`x\`?
A: A letter.

More of it.

Q: Second?

A: Yes, **two**.

Q: Open one?

## Colons

- capital of France::Paris
- no card here

1. one::1
`;

function read(...forms: LineForm[]): ReturnType<typeof readNote> {
  return readNote({
    body: SOURCE,
    frontMatter: {},
    around: { path: 'a.md', base: '/', routeOf: () => '/a/', fileAt: () => null },
    facts: new Map(),
    unnamed: 'auto',
    forms: new Set(forms),
    fallbackTitle: 'a',
  });
}

const found = (...forms: LineForm[]) =>
  read(...forms).questions.map(({ prompt, line, state }) => `${line} ${state} ${prompt}`);

test('lines that begin with Q: and A: are questions and answers', () => {
  assert.deepEqual(found('q-a'), ['3 answered What is x?', '8 answered Second?', '12 open Open one?']);
});

test('what follows an A: line belongs to the answer up to the next question or heading', () => {
  assert.match(read('q-a').html, /<p>A letter\.<\/p>\s*<p>More of it\.<\/p>/);
});

test('two colons divide a line into question and answer', () => {
  assert.deepEqual(found('double-colon'), ['16 answered capital of France', '19 answered one']);
});

test('neither form is read without being asked for', () => {
  assert.deepEqual(found(), []);
});
