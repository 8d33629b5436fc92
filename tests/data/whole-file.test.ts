/** A file that others read is whole, and what a failed write leaves is taken away. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { writeWhole } from '../../src/data/whole-file.ts';

test('a write that fails leaves the file as it was, and nothing beside it', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'unfold-whole-file-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const file = pathToFileURL(join(folder, 'read.json'));
  await writeFile(file, 'before');
  await assert.rejects(
    writeWhole(file, async (part) => {
      await writeFile(part, 'half');
      throw new Error('The disk is full.');
    }),
    { message: 'The disk is full.' },
  );
  assert.equal(await readFile(file, 'utf8'), 'before');
  assert.deepEqual(await readdir(folder), ['read.json']);
});
