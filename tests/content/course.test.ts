/** The gate of the project's own course: what its notes are held to. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fargateRates } from '../../src/core/prices.ts';
import { readFacts } from '../../src/markdown/facts.ts';
import { readFolder } from '../../src/markdown/folder.ts';
import {
  entriesOf,
  sharedSentences,
  silentDiagrams,
  tooLong,
  tooTheoretical,
  withoutFirstLine,
  withoutLevel,
  withoutSource,
} from '../support/course.ts';
import { root } from '../support/step.ts';

const folder = await readFolder(join(root, 'content'), { base: '/' });
const entries = folder.notes.flatMap(entriesOf);
const { facts } = readFacts(await readFile(join(root, 'content', 'facts.yaml'), 'utf8'));
const sources = folder.notes.map(({ path, source }) => ({ path, source }));
const all = sources.map(({ source }) => source).join('\n');

test('the course has 190 to 230 questions, all answered, in about twenty notes under five topics', () => {
  const questions = folder.notes.flatMap((note) => note.questions);
  assert.deepEqual(
    questions.filter(({ state }) => state !== 'answered'),
    [],
  );
  assert.ok(entries.length >= 190 && entries.length <= 230, `There are ${entries.length} questions.`);
  const notes = folder.notes.filter(({ questions: asked }) => asked.length > 0);
  assert.ok(notes.length >= 18 && notes.length <= 24, `There are ${notes.length} notes.`);
  assert.equal(folder.topics.filter((topic) => topic.notes.length > 0 && topic.route !== '/').length, 5);
});

test('every answer names its source', () => assert.deepEqual(withoutSource(entries), []));

test('every question has its level, and names exam tasks that there are', () =>
  assert.deepEqual(withoutLevel(entries), []));

test('at least a quarter of each topic asks to apply what was learned', () =>
  assert.deepEqual(tooTheoretical(entries), []));

test('no answer is too long to grade at a glance', () => assert.deepEqual(tooLong(entries), []));

test('every answer begins with the answer', () => assert.deepEqual(withoutFirstLine(entries), []));

test('no sentence stands in two answers', () => assert.deepEqual(sharedSentences(entries), []));

test('no note has a problem: near-duplicates, private hosts, dead links, unknown facts', () => {
  const problems = [
    ...folder.problems,
    ...folder.notes.flatMap((note) => note.problems.map((problem) => ({ ...problem, path: note.path }))),
  ];
  assert.deepEqual(
    problems.map(({ path, line, rule, message }) => `${path}:${line} ${rule} ${message}`),
    [],
  );
});

test('every fact is used', () => {
  const used = new Set([...all.matchAll(/<data value="([^"]+)">/g)].map(([, id]) => id));
  assert.deepEqual(
    [...facts.keys()].filter((id) => !used.has(id)),
    [],
  );
});

test('every diagram has words for those who cannot see it', () =>
  assert.deepEqual(
    sources.flatMap(({ path, source }) => silentDiagrams(path, source)),
    [],
  ));

test('the course has twelve diagrams, eleven tables and five aids, and more', () => {
  const count = (pattern: RegExp) => all.match(pattern)?.length ?? 0;
  const counts = [count(/^```mermaid$/gm), count(/^\|(?: *:?-+:? *\|)+$/gm), count(/^<[A-Z]\w+ *\/>$/gm)];
  assert.ok(
    (counts[0] ?? 0) >= 12 && (counts[1] ?? 0) >= 11 && (counts[2] ?? 0) >= 5,
    `There are ${counts.join(', ')}.`,
  );
});

test('the prices that aids begin with are those that the notes state', () => {
  assert.equal(facts.get('fargate-price-vcpu-hour')?.value, `$${fargateRates.x86.vcpu}`);
  assert.equal(facts.get('fargate-price-gb-hour')?.value, `$${fargateRates.x86.gb}`);
});
