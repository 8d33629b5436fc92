/** The checks of the course's answers find what they are there for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Level } from '../../src/core/note.ts';
import {
  type Entry,
  entriesOf,
  sharedSentences,
  tooLong,
  tooTheoretical,
  withoutFirstLine,
  withoutLevel,
  withoutSource,
  wordsOf,
} from '../support/course.ts';

function entryOf(
  answer: string,
  over: { level?: Level | null; exams?: string[]; line?: number } = {},
): Entry {
  const html = `<details class="question" id="q" data-state="answered"><summary><span class="prompt">Why?</span></summary><div class="answer">${answer}</div></details>`;
  const question = {
    id: 'q',
    card: 'a#q',
    revision: 'r',
    prompt: 'Why?',
    line: over.line ?? 3,
    state: 'answered' as const,
    parent: null,
    context: null,
    level: over.level === undefined ? ('recall' as const) : over.level,
    exams: over.exams ?? [],
    answer: '',
    cut: { start: { line: 3, column: 0 }, end: { line: 3, column: 0 } },
  };
  const [entry] = entriesOf({ path: '1-a/b.md', topic: '/1-a/', html, questions: [question] });
  assert.ok(entry);
  return entry;
}

const source = '<p>Source: <a href="https://a.example/">A</a>. Level: recall.</p>';
const words = (count: number) => `<p>${Array.from({ length: count }, (_, n) => `word${n}`).join(' ')}</p>`;

test('an answer without a source is found', () => {
  const none = '1-a/b.md:3 names no source: Why?';
  assert.deepEqual(withoutSource([entryOf('<p>So.</p>')]), [none]);
  assert.deepEqual(withoutSource([entryOf('<p>Source: a book.</p>')]), [none]);
  assert.deepEqual(withoutSource([entryOf('<p>Source: <a href="http://a.example/">A</a>.</p>')]), [none]);
  assert.deepEqual(withoutSource([entryOf(source)]), []);
});

test('the source of a follow-up question is not that of its parent', () => {
  const follow = `<details class="question" id="f" data-state="answered"><summary></summary><div class="answer">${source}</div></details>`;
  assert.deepEqual(withoutSource([entryOf(`<p>So.</p>${follow}`)]), ['1-a/b.md:3 names no source: Why?']);
});

test('a missing level and an unknown exam task are found', () => {
  assert.deepEqual(
    withoutLevel([
      entryOf(source, {
        level: null,
        exams: ['SAA-C03 3.1', 'SAA 3'],
      }),
    ]),
    ['1-a/b.md:3 has no level: Why?', '1-a/b.md:3 names the exam task “SAA 3”: Why?'],
  );
});

test('a topic that asks too little to apply is found', () => {
  const recalled = [1, 2, 3].map((line) => entryOf(source, { line }));
  assert.deepEqual(tooTheoretical(recalled), ['/1-a/ 0 of 3 ask to apply']);
  assert.deepEqual(tooTheoretical([...recalled, entryOf(source, { level: 'apply' })]), []);
});

test('an answer too long is found; source, code and tables do not count', () => {
  const code = `<pre><code>${'x '.repeat(200)}</code></pre>`;
  assert.equal(wordsOf(entryOf(`${words(7)}${code}${source}`)), 7);
  assert.deepEqual(tooLong([entryOf(words(120))]), []);
  assert.deepEqual(tooLong([entryOf(words(121))]), ['1-a/b.md:3 has an answer of 121 words: Why?']);
  const item = `<ul><li><p>One two.</p>${code}<ul><li>Three</li></ul></li><li>four</li></ul>`;
  assert.equal(wordsOf(entryOf(item)), 4);
  const table = '<div class="table"><table></table></div>';
  assert.deepEqual(tooLong([entryOf(`${words(180)}${table}`)]), []);
  assert.deepEqual(tooLong([entryOf(`${words(181)}${table}`)]), [
    '1-a/b.md:3 has an answer of 181 words: Why?',
  ]);
});

test('an answer that does not begin in bold is found', () => {
  assert.deepEqual(withoutFirstLine([entryOf('<p>Well, <strong>no</strong>.</p>')]), [
    '1-a/b.md:3 does not begin with a bold answer: Why?',
  ]);
  assert.deepEqual(withoutFirstLine([entryOf('<p><strong>No.</strong></p>')]), []);
});

test('a sentence in two answers is found', () => {
  const sentence = 'One two three four five six seven eight.';
  assert.deepEqual(
    sharedSentences([
      entryOf(`<p>${sentence}</p>`),
      entryOf(`<ul><li>First. ${sentence}</li></ul>`, { line: 9 }),
    ]),
    [`1-a/b.md:3 and 1-a/b.md:9 share: ${sentence}`],
  );
  const short = '<p>One two three four five six seven.</p>';
  assert.deepEqual(sharedSentences([entryOf(short), entryOf(short, { line: 9 })]), []);
});
