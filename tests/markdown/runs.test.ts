/** Notes of many questions: runs that a browser lays out one by one, and numbers that do not begin anew in each. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawing } from '../support/long-note.ts';
import { pageOf } from '../support/page-of.ts';

const draw = drawing(7);

const question = (prompt: string) => `<details><summary>${prompt}</summary>\n\nBecause.\n\n</details>\n`;
const questions = (count: number) =>
  Array.from({ length: count }, () => question(`Why does ${draw()} ${draw()} ${draw()}?`)).join('\n');
const list = (count: number) =>
  Array.from({ length: count }, () => `1. ${questions(1).replaceAll('\n', '\n   ')}`).join('\n');

/** What stands at the top of a page: of each run, and each four of them, what it holds, of anything else its tag. */
function outline(html: string): string[] {
  const depths: string[] = [];
  return [...html.matchAll(/<(\/)?(div|details|ol|h2|p|hr)\b([^>]*)>/g)].flatMap(
    ([, end, tag = '', rest = '']) => {
      if (tag === 'hr') return depths.every((each) => each.startsWith('run')) ? ['hr'] : [];
      if (end) {
        depths.pop();
        return [];
      }
      const [, run] = /class="(run(?:-\d+)?)"/.exec(rest) ?? [];
      const isTop = depths.every((each) => each.startsWith('run'));
      depths.push(run ?? tag);
      return run || isTop ? [run ?? tag] : [];
    },
  );
}

const times = (count: number, tag: string) => Array.from({ length: count }, () => tag);
const run = (count: number) => ['run', ...times(count, 'details')];
const four = (one: string[]) => times(4, '').flatMap(() => one);
const sixteen = ['run-16', ...four(run(4))];
const sixtyFour = ['run-64', ...four(sixteen)];

test('a note of 47 questions is one piece', () => {
  assert.deepEqual(outline(pageOf(questions(47))), times(47, 'details'));
});

test('from 48 questions on a note is cut into runs of four, and a last one of what is left', () => {
  assert.deepEqual(outline(pageOf(questions(50))), [...sixteen, ...sixteen, ...sixteen, ...run(2)]);
});

test('each full four of runs is put together, and each full four of those, so that a browser has fewer to go through', () => {
  assert.deepEqual(outline(pageOf(questions(85))), [...sixtyFour, ...sixteen, ...run(4), ...run(1)]);
});

test('a run begins and ends with a question or takes in what stands before one, and what follows the last stays outside', () => {
  const html = pageOf(
    `Words.\n\n## One\n\n${questions(12)}\n## Two\n\nMore.\n\n${questions(36)}\n\nLast words.\n`,
  );
  const top = outline(html);
  assert.deepEqual(top.slice(0, 4), ['p', 'h2', 'run-16', 'run']);
  assert.deepEqual(top.slice(18, 22), ['run', 'h2', 'p', 'details']);
  assert.equal(top.at(-1), 'p');
  assert.match(html, /<\/details>\s*<\/div>\s*<\/div>\s*<p>Last words\.<\/p>/);
});

test('a list of questions is one run, as long as it is', () => {
  const html = pageOf(`${list(60)}\n\n## Two\n\n${questions(3)}`);
  assert.deepEqual(outline(html), ['run', 'ol', 'run', 'h2', 'details', 'details', 'details']);
});

test('top questions without numbers of their author are numbered, also from one run to the next', () => {
  const html = pageOf(questions(50));
  const numbers = [...html.matchAll(/data-number="(\d+)"/g)].map(([, number]) => Number(number));
  assert.deepEqual(
    numbers,
    Array.from({ length: 50 }, (_, place) => place + 1),
  );
});

test('a question that follows up another has no number of the page', () => {
  const html = pageOf(
    `<details><summary>Why?</summary>\n\nBecause.\n\n${question('And then?')}\n</details>\n\n${question('Who?')}`,
  );
  assert.deepEqual(
    [...html.matchAll(/<summary[^>]*>/g)].map(([tag]) => /data-number="(\d+)"/.exec(tag)?.[1]),
    ['1', undefined, '2'],
  );
});

test('the number of a question that is long or open stands before its prompt', () => {
  const html = pageOf(
    `Why?\n\n\`\`\`sh\nls\n\`\`\`\n\n<details><summary>Answer</summary>\n\nBecause.\n\n</details>\n\n<details><summary>Who?</summary></details>\n`,
  );
  assert.deepEqual(
    [...html.matchAll(/<div class="prompt"[^>]*>/g)].map(([tag]) => /data-number="(\d+)"/.exec(tag)?.[1]),
    ['1', '2'],
  );
});

test('where the author numbered any question, in a list or in words, the page numbers none', () => {
  assert.doesNotMatch(pageOf(`${list(2)}\n\n## Two\n\n${question('Why?')}`), /data-number/);
  assert.doesNotMatch(pageOf(`${question('0.1 What?')}\n\n${question('Why?')}`), /data-number/);
});

test('a question is said to be numbered where a number stands before it, whoever wrote it', () => {
  const numbered = (html: string) => [...html.matchAll(/class="(question[^"]*)"/g)].map(([, names]) => names);
  const long = 'Why?\n\n```sh\nls\n```\n\n<details><summary>Answer</summary>\n\nBecause.\n\n</details>\n';
  assert.deepEqual(numbered(pageOf(`${long}\n${question('Who?')}`)), [
    'question long numbered',
    'question numbered',
  ]);
  assert.deepEqual(numbered(pageOf(`${list(1)}\n\n## Two\n\n${question('Why?')}`)), [
    'questions',
    'question numbered',
    'question',
  ]);
  assert.deepEqual(
    numbered(pageOf(`<details><summary>Why?</summary>\n\nBecause.\n\n${question('And then?')}\n</details>`)),
    ['question numbered', 'question'],
  );
  assert.deepEqual(numbered(pageOf(question('0.1 What?'))), ['question']);
});
