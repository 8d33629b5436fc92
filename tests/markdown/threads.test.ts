/** Threads give what one thread gives: the same readings, problems and refusals, in the same order. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { File, Frame, Outcome } from '../../src/markdown/place-reader.ts';
import { readFiles } from '../../src/markdown/threads.ts';
import { longNote } from '../support/long-note.ts';

const frame: Frame = {
  root: join(import.meta.dirname, '..', 'fixtures', 'notes'),
  base: '/',
  routes: new Map([['1-bread/1-dough.md', '/1-bread/1-dough/']]),
  spelling: new Map([['1-bread/1-dough.md', '1-bread/1-dough.md']]),
  facts: new Map(),
  unnamed: 'answer',
  forms: new Set(),
};
/** What reading the files gives, in their order. */
async function outcomes(files: readonly File[], threads: number, around = frame): Promise<Outcome[]> {
  const all: Outcome[] = [];
  await readFiles(
    around,
    files,
    (place, outcome) => {
      all[place] = outcome;
    },
    threads,
  );
  return all;
}
const file = (path: string, body: string): File => ({ path, body, frontMatter: {}, fallbackTitle: path });

test('many files read in two threads are what one thread reads', async () => {
  const files = [
    ...Array.from({ length: 20 }, (_, n) => file(`${n}.md`, longNote(3, n))),
    file('linked.md', '# Links\n\n[Dough](1-bread/1-dough.md), [nothing](2-none.md)\n'),
    file('shown.md', '# Shown\n\n![Crumb](1-bread/images/crumb.png)\n'),
    file('deep.md', '<details>\n'.repeat(5000)),
    file('empty.md', ''),
  ];
  const one = await outcomes(files, 1);
  assert.ok(one.some(({ refused }) => refused.length > 0));
  assert.ok(one.some(({ reading }) => (reading?.problems.all.length ?? 0) > 0));
  assert.deepEqual(await outcomes(files, 2), one);
});

test('a fault inside a thread is told with its file', async () => {
  const broken = { ...frame, routes: null } as unknown as Frame;
  const files = [file('a.md', '[b](b.md)'), file('b.md', '[a](a.md)')];
  const [one] = await outcomes(files, 2, broken);
  assert.deepEqual(
    one?.refused.map(({ rule }) => rule),
    ['unreadable-file'],
  );
});
