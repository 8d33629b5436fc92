/** Facts that age stand in one file; a page never shows one that the file does not vouch for. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readFolder } from '../../src/markdown/folder.ts';

const work = await mkdtemp(join(tmpdir(), 'unfold-facts-'));
after(() => rm(work, { recursive: true, force: true }));

const HEAT = { value: '250 °C', asOf: '2026-11-01', source: 'https://example.org/heat', reviewDays: 30 };

/** A folder with one note and one fact, read on a day. */
async function read(note: string, fact: Record<string, unknown>, now = Date.parse('2026-11-02')) {
  const folder = await mkdtemp(join(work, 'notes-'));
  await writeFile(join(folder, 'a.md'), `# Bread\n\n${note}\n`);
  const lines = Object.entries(fact).map(([key, value]) => `  ${key}: ${String(value)}`);
  await writeFile(join(folder, 'facts.yaml'), `# Heat\nheat:\n${lines.join('\n')}\n`);
  const result = await readFolder(folder, { base: '/', now });
  const told = [
    ...result.problems,
    ...result.notes.flatMap((one) => one.problems.map((problem) => ({ ...problem, path: one.path }))),
  ];
  return {
    note: result.notes[0],
    said: told.map(({ path, line, column, rule, message }) => `${path}:${line}:${column} ${rule} ${message}`),
    stops: result.problems.some((problem) => problem.severity === 'error'),
  };
}

test('the page shows the value of the file, its day, and when the note was checked', async () => {
  const { note, said } = await read('At <data value="heat">250 °C</data>.', HEAT);
  assert.equal(
    note?.html.trim(),
    '<p>At <data class="fact" value="heat" title="as of 2026-11-01">250 °C</data>.</p>',
  );
  assert.equal(note?.checked, '2026-11-01');
  assert.deepEqual(said, []);
});

test('a text that lags behind the file is told, and the page shows the file', async () => {
  const { note, said } = await read('At <data value="heat">230 °C</data>.', HEAT);
  assert.match(note?.html ?? '', />250 °C</);
  assert.deepEqual(said, [
    'a.md:3:4 changed-fact The text says “230 °C”, the fact “heat” is “250 °C”. The page shows the value of facts.yaml. Bring the text of the note up to date.',
  ]);
});

test('a fact that the file does not know stops a build with note and line', async () => {
  const { said, stops } = await read('At <data value="haet">250 °C</data>.', HEAT);
  assert.deepEqual(said, [
    'a.md:3:4 unknown-fact The fact “haet” is not in facts.yaml. Its text is shown unchecked. Add it there with value, asOf, source and reviewDays.',
  ]);
  assert.equal(stops, true);
});

test('a fact older than its review interval is told once that day is past', async () => {
  const lastDay = Date.parse('2026-12-01');
  assert.deepEqual((await read('', HEAT, lastDay)).said, []);
  assert.deepEqual((await read('', HEAT, lastDay + 1)).said, [
    'facts.yaml:2:1 stale-fact The fact “heat” was last checked on 2026-11-01, more than 30 days ago. A learner may memorise something that is no longer true. Check it in its source and update facts.yaml.',
  ]);
});

const faults: [string, Record<string, unknown>, string][] = [
  ['a value', { ...HEAT, value: '' }, 'has no value, or one that is not text in quotes'],
  [
    'a source',
    { ...HEAT, source: 'hearsay' },
    'has no source: write the https address where it can be checked',
  ],
  ['a day', { ...HEAT, asOf: 'November' }, 'has no day of its last check: write asOf as YYYY-MM-DD'],
  [
    'a day of the calendar',
    { ...HEAT, asOf: '2026-13-01' },
    'has no day of its last check: write asOf as YYYY-MM-DD',
  ],
  [
    'an interval',
    { ...HEAT, reviewDays: 'soon' },
    'has no review interval: write reviewDays as a number of days',
  ],
];

for (const [what, fact, reason] of faults) {
  test(`a fact without ${what} stops a build`, async () => {
    const { said, stops } = await read('Flour.', fact);
    assert.deepEqual(said, [
      `facts.yaml:2:1 unknown-fact The fact “heat” ${reason}. A page that shows it could not be trusted.`,
    ]);
    assert.equal(stops, true);
  });
}
