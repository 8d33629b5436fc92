/** The gate of the project's own course: what its notes are held to. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readFacts } from '../../src/markdown/facts.ts';
import { readFolder } from '../../src/markdown/folder.ts';
import {
  entriesOf,
  sharedSentences,
  tooLong,
  tooTheoretical,
  withoutFirstLine,
  withoutLevel,
  withoutSource,
} from '../support/course.ts';
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
import { root } from '../support/step.ts';

const folder = await readFolder(join(root, 'content'), { base: '/' });
const entries = folder.notes.flatMap(entriesOf);
const { facts } = readFacts(await readFile(join(root, 'content', 'facts.yaml'), 'utf8'));

const holds = (name: string, check: () => string[]) => test(name, () => assert.deepEqual(check(), []));

holds('the course has its questions, notes, topics, diagrams, tables and aids', () =>
  outOfBounds(extentOf(folder)),
);
holds('every answer names its source', () => withoutSource(entries));
holds('every question has its level, and names exam tasks that there are', () => withoutLevel(entries));
holds('at least a quarter of each topic asks to apply what was learned', () => tooTheoretical(entries));
holds('no answer is too long to grade at a glance', () => tooLong(entries));
holds('every answer begins with the answer', () => withoutFirstLine(entries));
holds('no sentence stands in two answers', () => sharedSentences(entries));
holds('no two prompts are alike', () => alikePrompts(folder.notes));
holds('no note has a problem: dead links, private hosts, unknown facts', () => problemsOf(folder));
holds('every fact is used', () => unusedFacts(facts, folder.notes));
holds('every diagram has words for those who cannot see it', () => silentDiagrams(folder.notes));
holds('the prices of aids are those that the notes state', () => pricesApart(facts, pricesOfAids()));
