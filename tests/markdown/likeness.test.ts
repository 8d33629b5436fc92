/** Questions that are nearly the same, and answers that are too long, are named to their author. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNote } from '../../src/markdown/read-note.ts';

function messages(body: string): string[] {
  const { problems } = readNote({
    body,
    frontMatter: {},
    around: { path: 'a.md', base: '/', routeOf: () => '/a/', fileAt: () => null, sizeOf: () => null },
    facts: new Map(),
    unnamed: 'auto',
    fallbackTitle: 'a',
  });
  return problems.sorted().map(({ line, rule, message }) => `${line} ${rule} ${message}`);
}

const toggle = (prompt: string, answer: string): string =>
  `<details>\n<summary>${prompt}</summary>\n\n${answer}\n\n</details>\n\n`;

test('two prompts that differ in one small word are nearly the same', () => {
  const one = 'Why does bread dough need salt in the first hour of proving?';
  const other = 'Why does the bread dough need salt in the first hour of proving?';
  assert.deepEqual(messages(toggle(one, 'Taste.') + toggle(other, 'Strength.')), [
    `8 near-duplicate “${one}” (line 1) and “${other}” are nearly the same question. Recalling one answer helps with neither. Say in each what sets it apart, or remove one.`,
  ]);
});

test('prompts that ask for different things are not', () => {
  assert.deepEqual(
    messages(
      toggle('What does salt do to the dough?', 'A.') + toggle('What does water do to the dough?', 'B.'),
    ),
    [],
  );
});

test('an answer of more than 250 words is too long to grade at a glance', () => {
  assert.deepEqual(messages(toggle('What is bread?', 'crumb '.repeat(251))), [
    '1 long-answer This answer has 251 words, more than a glance can grade. Whoever recalled half of it cannot say so. Split it into follow-up questions.',
  ]);
  assert.deepEqual(
    messages(
      toggle('What is bread?', `${'crumb '.repeat(250)}\n\n\`\`\`text\n${'more '.repeat(50)}\n\`\`\``),
    ),
    [],
  );
});
