/** What is remembered of a folder is what reading it anew says, whatever was changed in between. */
import assert from 'node:assert/strict';
import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, mock, test } from 'node:test';
import { readFolder } from '../../src/markdown/folder.ts';
import { Remembered } from '../../src/markdown/remembered.ts';

let folder: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unfold-remembered-'));
  await cp(join(import.meta.dirname, '..', 'fixtures', 'notes'), folder, { recursive: true });
});
after(() => rm(folder, { recursive: true, force: true }));

/** Changes, one after the other, each with the notes that are read because of it. */
const changes: [what: string, change: () => Promise<void>][] = [
  ['nothing', async () => undefined],
  ['a note', () => writeFile(join(folder, '1-bread', '1-dough.md'), '# Dough\n\nWhat is it? Flour.\n')],
  ['a note that another links to', () => rm(join(folder, '1-bread', '1-dough.md'))],
  [
    'a new note',
    () => writeFile(join(folder, '1-bread', '9-new.md'), '# New\n\n[Rising](./2-rising and baking.md)\n'),
  ],
  ['a picture that a note shows', () => rm(join(folder, '1-bread', 'images', 'crumb.png'))],
  ['the settings of the folder', () => writeFile(join(folder, 'unfold.yaml'), 'title: Other words\n')],
  ['facts', () => writeFile(join(folder, 'facts.yaml'), '')],
];

test('after every change what is remembered is what reading anew says', async () => {
  const remembered = new Remembered();
  const options = { base: '/', now: Date.UTC(2026, 0, 1) };
  const plain = ({ ledger: _ledger, ...rest }: Awaited<ReturnType<typeof readFolder>>) => rest;
  for (const [what, change] of changes) {
    await change();
    const again = plain(await readFolder(folder, { ...options, readings: remembered }));
    assert.deepEqual(again, plain(await readFolder(folder, options)), what);
  }
});

test('a note that stayed as it was is not read again, and one that changed is', async () => {
  const remembered = new Remembered();
  const keep = mock.method(remembered, 'keep');
  const read = async () => {
    keep.mock.resetCalls();
    await readFolder(folder, { base: '/', readings: remembered });
    return keep.mock.calls.map(({ arguments: [, { path }] }) => path).sort();
  };
  const all = await read();
  assert.ok(all.length > 3);
  assert.deepEqual(await read(), []);
  const changed = join('2-coffee', '1-brewing.md');
  await appendFile(join(folder, changed), '\nAnd so on.\n');
  assert.deepEqual(await read(), [changed]);
});
