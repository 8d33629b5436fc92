/** The checks of the course as a whole find what they are there for. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readFacts } from '../../src/markdown/facts.ts';
import { readFolder } from '../../src/markdown/folder.ts';
import {
  alikePrompts,
  extentOf,
  outOfBounds,
  pricesApart,
  pricesOfAids,
  problemsOf,
  silentDiagrams,
  unusedFacts,
} from '../support/course-folder.ts';

const root = await mkdtemp(join(tmpdir(), 'unfold-course-'));
after(() => rm(root, { recursive: true }));

const ask = (prompt: string, answer: string): string =>
  `<details>\n<summary>${prompt}</summary>\n\n${answer}\n\n</details>\n`;

await mkdir(join(root, '1-bread'));
await mkdir(join(root, '2-cake'));
await writeFile(
  join(root, '1-bread', '1-dough.md'),
  `# Dough\n\n${ask('What makes dough rise in an oven?', 'See [it](gone.md) and [that](http://10.0.0.1/).')}
${ask('Why salt?', '<data value="salt-share">2 %</data>, <data value="no-such-fact">x</data>.')}
${ask('What browns?', '')}`,
);
await writeFile(
  join(root, '2-cake', '1-batter.md'),
  `# Batter\n\n${ask('why salt?', 'Taste.')}
${ask('What makes a dough rise in an oven?', '| a |\n| - |\n| b |')}
\`\`\`mermaid\nflowchart TD\n  accTitle: A\n  a --> b\n\`\`\`\n`,
);
const yaml = (value: string): string =>
  `{ value: "${value}", asOf: 2026-11-01, source: https://a.example/, reviewDays: 36500 }`;
const facts = `salt-share: ${yaml('2 %')}\noven-heat: ${yaml('250 °C')}\nflour: { value: "1 kg" }\n`;
await writeFile(join(root, 'facts.yaml'), facts);
const folder = await readFolder(root, { base: '/' });
const known = readFacts(facts).facts;

test('the parts of a course are counted, and too few or too many are found', () => {
  const extent = extentOf(folder);
  assert.deepEqual(extent, {
    notes: 2,
    topics: 2,
    questions: 4,
    open: 1,
    diagrams: 1,
    tables: 1,
    aids: 0,
  });
  assert.deepEqual(outOfBounds(extent), [
    'The course has 2 notes, not 18 to 24.',
    'The course has 2 topics, not 5.',
    'The course has 4 questions, not 190 to 230.',
    'The course has 1 open, not 0.',
    'The course has 1 diagrams, not 12 or more.',
    'The course has 1 tables, not 11 or more.',
    'The course has 0 aids, not 5 or more.',
  ]);
  const right = { notes: 22, topics: 5, questions: 230, open: 0, diagrams: 12, tables: 11, aids: 5 };
  assert.deepEqual(outOfBounds(right), []);
  assert.deepEqual(outOfBounds({ ...right, questions: 231 }), [
    'The course has 231 questions, not 190 to 230.',
  ]);
});

test('what the reader has to say of links and facts is found', () => {
  assert.deepEqual(
    problemsOf(folder).map((line) => line.split(' ').slice(0, 2).join(' ')),
    [
      'facts.yaml:3 unknown-fact',
      '1-bread/1-dough.md:13 unknown-fact',
      '1-bread/1-dough.md:6 dead-link',
      '1-bread/1-dough.md:6 private-link',
      '1-bread/1-dough.md:17 missing-answer',
    ],
  );
});

test('prompts that are alike are found in two notes', () => {
  assert.deepEqual(alikePrompts(folder.notes), [
    '1-bread/1-dough.md:10 and 2-cake/1-batter.md:3 ask alike: Why salt? | why salt?',
    '1-bread/1-dough.md:3 and 2-cake/1-batter.md:10 ask alike: What makes dough rise in an oven? | What makes a dough rise in an oven?',
  ]);
});

test('a fact that no note names is found', () => {
  assert.deepEqual(unusedFacts(known, folder.notes), ['facts.yaml:2 no note names oven-heat']);
});

test('a diagram without words is found', () => {
  assert.deepEqual(silentDiagrams(folder.notes), [
    '2-cake/1-batter.md:19 has a diagram without accTitle or accDescr',
  ]);
});

test('a price that notes and aids state differently, and one that no fact states, are found', () => {
  assert.deepEqual(pricesApart(known, new Map([['salt-share', '3 %']])), [
    'facts.yaml:1 says 2 % for salt-share, the aids say 3 %',
  ]);
  assert.deepEqual(pricesApart(known, new Map([['sugar', '$1']])), [
    'facts.yaml has no sugar, of which the aids say $1',
  ]);
  assert.deepEqual(pricesApart(known, new Map([['salt-share', '2 %']])), []);
});

test('the prices of aids that notes state too are four', () => {
  assert.deepEqual(
    [...pricesOfAids()],
    [
      ['fargate-price-vcpu-hour', '$0.04048'],
      ['fargate-price-gb-hour', '$0.004445'],
      ['fargate-price-example-month', '$36.04'],
      ['ecs-mi-fee-example', '$0.037'],
    ],
  );
});
