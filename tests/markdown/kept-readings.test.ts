/** What earlier builds read is what reading anew says, whatever was changed in between or has happened to the files. */
import assert from 'node:assert/strict';
import { appendFile, cp, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, mock, test } from 'node:test';
import { readFolder } from '../../src/markdown/folder.ts';
import { KeptReadings } from '../../src/markdown/kept-readings.ts';

let root: string;
let notes: string;
let folder: string;

before(async () => {
  root = await mkdtemp(join(tmpdir(), 'unfold-kept-readings-'));
  notes = join(root, 'notes');
  folder = join(root, 'readings');
  await cp(join(import.meta.dirname, '..', 'fixtures', 'notes'), notes, { recursive: true });
});
after(() => rm(root, { recursive: true, force: true }));

/** The paths that were read, and what the folder says. */
async function read(base = '/') {
  const readings = new KeptReadings(folder);
  const keep = mock.method(readings, 'keep');
  const { ledger: _ledger, ...said } = await readFolder(notes, { base, readings });
  return { paths: keep.mock.calls.map(({ arguments: [, { path }] }) => path).sort(), said };
}

async function anew(base = '/') {
  const { ledger: _ledger, ...said } = await readFolder(notes, { base });
  return said;
}

test('a second build reads nothing, and says the same', async () => {
  const first = await read();
  assert.ok(first.paths.length > 3);
  assert.deepEqual(await read(), { paths: [], said: first.said });
  assert.deepEqual(first.said, await anew());
});

test('a note that changed is read again, and the others are not', async () => {
  await appendFile(join(notes, '2-coffee', '1-brewing.md'), '\nAnd so on.\n');
  assert.deepEqual(await read(), { paths: ['2-coffee/1-brewing.md'], said: await anew() });
});

test('where a note that others link to is gone, those are read again', async () => {
  await rm(join(notes, '1-bread', '1-dough.md'));
  const { paths, said } = await read();
  assert.ok(paths.length > 0);
  assert.deepEqual(said, await anew());
});

test('under another path every note is read again', async () => {
  const { paths, said } = await read('/below/');
  assert.equal(paths.length, said.notes.length);
  assert.deepEqual(said, await anew('/below/'));
  assert.equal((await read()).paths.length, said.notes.length);
});

test('a file that was damaged or cut off counts as none', async () => {
  const names = (await readdir(folder)).sort();
  for (const [n, name] of names.entries()) {
    const bytes = await readFile(join(folder, name));
    if (n % 3 === 0) bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 0xff;
    await writeFile(join(folder, name), n % 3 === 1 ? bytes.subarray(0, bytes.length / 2) : bytes);
  }
  const { paths, said } = await read();
  assert.equal(paths.length, names.length - Math.floor(names.length / 3));
  assert.deepEqual(said, await anew());
});

test('files of notes that are gone are removed, and what another build is writing stays for a day', async () => {
  await writeFile(join(folder, 'gone'), '');
  await writeFile(join(folder, 'another.1'), '');
  await writeFile(join(folder, 'ended.2'), '');
  const old = new Date(Date.now() - 25 * 60 * 60 * 1000);
  await utimes(join(folder, 'ended.2'), old, old);
  await read();
  const left = (await readdir(folder)).filter((name) => /^(?:gone|another|ended)/.test(name));
  assert.deepEqual(left, ['another.1']);
});
