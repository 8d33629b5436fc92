import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { KeptNotes } from '../../src/data/kept-notes.ts';

const folder = await mkdtemp(join(tmpdir(), 'unfold-kept-'));
after(() => rm(folder, { recursive: true }));

const note = (title: string) => JSON.stringify({ title });
const titles = (notes: KeptNotes, ...names: string[]) => notes.read(names).map(({ title }) => title);

test('notes that were kept are read in the order that is asked for', () => {
  const notes = new KeptNotes(folder);
  notes.keep('a', note('Dough'));
  notes.keep('b', note('Tea'));
  assert.deepEqual(titles(new KeptNotes(folder), 'b', 'a'), ['Tea', 'Dough']);
});

test('what another build may still read stays, and goes after a day', async () => {
  const old = new Date(Date.now() - 25 * 60 * 60 * 1000);
  await utimes(join(folder, 'a'), old, old);
  new KeptNotes(folder).tidy();
  assert.deepEqual(await readdir(folder), ['b']);
});

test('a text that was cut off counts as none', async () => {
  const notes = new KeptNotes(folder);
  const text = note('Rye '.repeat(50));
  notes.keep('c', text);
  assert.equal(notes.known('c'), text);
  const bytes = await readFile(join(folder, 'c'));
  await writeFile(join(folder, 'c'), bytes.subarray(0, -5));
  assert.equal(notes.known('c'), null);
  assert.equal(notes.known('d'), null);
  await rm(join(folder, 'c'));
});

test('a note that is kept again is as good as new', async () => {
  const old = new Date(Date.now() - 25 * 60 * 60 * 1000);
  await utimes(join(folder, 'b'), old, old);
  const notes = new KeptNotes(folder);
  notes.keep('b', note('Tea'));
  notes.tidy();
  assert.deepEqual(titles(notes, 'b'), ['Tea']);
});
