/** What the loader hands over is whole at every moment, also for who reads it while it is written again. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Folder } from '../../src/core/note.ts';
import { handOver } from '../../src/data/hand-over.ts';
import { writeDocuments } from '../../src/data/search-documents.ts';
import { readFolder } from '../../src/markdown/folder.ts';
import { documentsName, manifestName } from '../../src/site.ts';
import { root } from '../support/step.ts';

const TIMES = 20;
const known = { changes: new Map<string, string>(), code: '', kept: '', names: [] };
let path: string;
let folder: Folder;

before(async () => {
  path = await mkdtemp(join(tmpdir(), 'unfold-hand-over-'));
  const read = await readFolder(join(root, 'tests', 'fixtures', 'notes'), { base: '/' });
  // As many notes as take a while to write.
  const notes = read.notes.flatMap((note) =>
    Array.from({ length: 50 }, (_, n) => ({ ...note, route: `${note.route}${n}/` })),
  );
  folder = { ...read, notes };
});
after(() => rm(path, { recursive: true, force: true }));

/** Writes a file again and again, and what others found in it meanwhile, each text once. */
async function foundIn(file: string, write: () => Promise<void>): Promise<Set<string>> {
  const found = new Set<string>();
  let isWritten = false;
  const read = async () => {
    while (!isWritten) found.add(await readFile(file, 'utf8'));
  };
  await write();
  const reading = read();
  for (let n = 0; n < TIMES; n += 1) await write();
  isWritten = true;
  await reading;
  return found;
}

for (const [name, write] of [
  [manifestName, (cache: URL) => handOver(cache, folder, known)],
  [documentsName, (cache: URL) => writeDocuments(folder, new URL(documentsName, cache))],
] as const)
  test(`who reads ${name} while it is written finds all of it`, async () => {
    const cache = pathToFileURL(`${path}/`);
    const found = await foundIn(join(path, name), () => write(cache));
    assert.deepEqual([...found], [await readFile(join(path, name), 'utf8')]);
    assert.ok((await readdir(path)).includes(name));
    assert.deepEqual(
      (await readdir(path)).filter((file) => file.startsWith(name) && file !== name),
      [],
    );
  });
