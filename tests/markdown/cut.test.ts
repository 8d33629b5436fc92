/** Questions cut out of their note: what is copied as Markdown is what the author wrote. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Question } from '../../src/core/note.ts';
import { cutFrom } from '../../src/markdown/cut.ts';
import { decode } from '../../src/markdown/decode.ts';
import { readNote } from '../../src/markdown/read-note.ts';
import { notes, underItem, write } from '../support/note-maker.ts';

const fixtures = join(import.meta.dirname, 'fixtures');

function questionsOf(body: string): Question[] {
  return readNote({
    body,
    frontMatter: {},
    around: { path: 'note.md', base: '/', routeOf: () => '/note/', fileAt: () => null },
    facts: new Map(),
    unnamed: 'auto',
    fallbackTitle: 'Note',
  }).questions;
}

/** The lines of a cut that are not the end of the line they were cut from, indentation and quotes aside. */
function foreign(source: string, { cut }: Question): string[] {
  const lines = source.split('\n').slice(cut.start.line - 1, cut.end.line);
  return cutFrom(source, cut)
    .split('\n')
    .filter((line, n) => {
      const last = n === cut.end.line - cut.start.line;
      return !lines[n]?.slice(0, last ? cut.end.column : undefined).endsWith(line.trimStart());
    });
}

const squeezed = (text: string): string => text.replace(/[\s>]/g, '');

/** Questions that are not read alike when they stand alone. */
function changedAlone(source: string): string[] {
  return questionsOf(source).flatMap((question) => {
    const [alone] = questionsOf(`${cutFrom(source, question.cut)}\n`);
    const isSame =
      alone?.prompt === question.prompt && alone.state === question.state && alone.answer === question.answer;
    return isSame ? [] : [question.prompt];
  });
}

const sources = new Map<string, string>();
for (const form of (await readdir(fixtures)).sort()) {
  const decoded = decode(await readFile(join(fixtures, form, 'note.md')));
  assert.ok('text' in decoded);
  sources.set(form, decoded.text);
}

test('in every form, what is cut out is what the author wrote', () => {
  for (const [form, source] of sources) {
    for (const question of questionsOf(source)) {
      assert.deepEqual(foreign(source, question), [], `${form}: ${question.prompt}`);
      assert.ok(squeezed(source).includes(squeezed(cutFrom(source, question.cut))), form);
    }
  }
});

test('a question that was cut out asks the same by itself, unless only its neighbours say what it is', () => {
  const changed = [...sources].filter(([, source]) => changedAlone(source).length > 0);
  assert.deepEqual(
    changed.map(([form]) => form),
    [
      // A label that no list of labels knows is one because it repeats.
      'label-hindi',
      'label-in-no-list',
      'label-nonsense',
      // An item of a list, among others that have answers.
      'open-items',
      // A placeholder is one because it repeats.
      'placeholder-five-times',
      // A row asks by the head of its table.
      'table-cells',
    ],
  );
});

test('in made notes, a question that was cut out is what was written and asks the same by itself', () => {
  fc.assert(
    fc.property(notes, fc.boolean(), fc.boolean(), (note, isUnderItem, blankLines) => {
      const source = isUnderItem ? underItem(write(note, { blankLines })) : write(note, { blankLines });
      for (const question of questionsOf(source)) assert.deepEqual(foreign(source, question), []);
      assert.deepEqual(changedAlone(source), []);
    }),
    { numRuns: 100 },
  );
});

const cutsOf = (source: string): string[] =>
  questionsOf(source).map((question) => cutFrom(source, question.cut));

test('a question of a list is moved to the left, its number left out', () => {
  assert.deepEqual(
    cutsOf(
      '# Bread\n\n7. Why salt?\n\n    <details>\n    <summary></summary>\n\n    - It slows yeast.\n\n    </details>\n\n8. Next\n',
    ),
    ['Why salt?\n\n<details>\n<summary></summary>\n\n- It slows yeast.\n\n</details>'],
  );
});

test('a question in a quote loses the quote, and nothing of the code in it', () => {
  assert.deepEqual(
    cutsOf(
      '> <details>\n> <summary>What prints?</summary>\n>\n> ```sh\n> if true; then\n>   echo 1\n> fi\n> ```\n>\n> </details>\n',
    ),
    ['<details>\n<summary>What prints?</summary>\n\n```sh\nif true; then\n  echo 1\nfi\n```\n\n</details>'],
  );
});

test('questions on one line are cut apart', () => {
  assert.deepEqual(
    cutsOf(
      '<details><summary>Why one?</summary>1</details><details><summary>Why two?</summary>2</details>\n',
    ),
    ['<details><summary>Why one?</summary>1</details>', '<details><summary>Why two?</summary>2</details>'],
  );
});

test('hints and what is added to an answer come along, and so do follow-up questions', () => {
  const source =
    'What is 2 + 2?\n\n<details><summary>Hint</summary>\n\nCount.\n\n</details>\n\n<details><summary>Answer</summary>\n\n4\n\n<details><summary>And 3 + 3?</summary>\n\n6\n\n</details>\n\n</details>\n\n<details><summary>Explanation</summary>\n\nIt is so.\n\n</details>\n';
  assert.deepEqual(cutsOf(source), [
    source.trimEnd(),
    '<details><summary>And 3 + 3?</summary>\n\n6\n\n</details>',
  ]);
});

test('where the heading of the note asks, it comes along', () => {
  assert.deepEqual(cutsOf('# Why salt?\n\n<details><summary>Answer</summary>\n\nTaste.\n\n</details>\n'), [
    '# Why salt?\n\n<details><summary>Answer</summary>\n\nTaste.\n\n</details>',
  ]);
});
