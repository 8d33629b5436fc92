/** The thread that writes packages for Anki writes what is made without it, once. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { cardsOf } from '../../src/core/card.ts';
import { KeptTexts } from '../../src/data/kept-texts.ts';
import { ankiExports, writePackage, writeText } from '../../src/exports/anki/export.ts';
import type { SourceNote } from '../../src/exports/anki/notes.ts';
import type { AnkiFile, Task } from '../../src/integrations/anki/thread.ts';
import { inThread } from '../../src/integrations/in-thread.ts';
import { readFolder } from '../../src/markdown/folder.ts';
import { root } from '../support/step.ts';

const site = { url: 'https://notes.example', base: '/', openInNote: 'Open in the note' };
const thread = pathToFileURL(join(root, 'src', 'integrations', 'anki', 'thread.ts'));
let folder: string;
let note: SourceNote;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unfold-anki-thread-'));
  await writeFile(
    join(folder, 'tea.md'),
    '# Tea\n\n<details>\n<summary>How hot?</summary>\n\n80 °C.\n\n</details>\n',
  );
  const [read] = (await readFolder(folder, { base: site.base })).notes;
  assert.ok(read);
  note = { ...read, changed: 0, digest: 'tea' };
  new KeptTexts(join(folder, 'kept')).keep('tea', JSON.stringify(note));
});
after(() => rm(folder, { recursive: true, force: true }));

/** The package or the text of the course of one note, which is kept as `digest`. */
function file(format: AnkiFile['format'], digest = 'tea'): AnkiFile {
  const notes = [{ digest, cards: cardsOf(note).length }];
  const [what] = ankiExports({ title: 'Tea', topics: [{ route: '/', title: 'Tea', notes }] }).made;
  assert.ok(what);
  return { format, what, kept: `${digest}.${format}` };
}

/** Has the thread write these files; what came of it. */
function written(...files: AnkiFile[]): Promise<Error | undefined> {
  const task: Task = {
    site,
    root: folder,
    code: '',
    notes: join(folder, 'kept'),
    cards: join(folder, 'cards'),
    folder: join(folder, 'made'),
    files,
  };
  return inThread(thread, task).done;
}

/** The same place, with nothing kept. */
const place = {
  site,
  root: '',
  code: '',
  note: () => note,
  kept: { known: () => null, keep: () => undefined },
};

test('a package has the bytes, and a text the words, that they have without a thread', async () => {
  assert.equal(await written(file('apkg'), file('txt')), undefined);
  assert.deepEqual(
    await readFile(join(folder, 'made', 'tea.apkg')),
    Buffer.from(writePackage(file('apkg').what, place)),
  );
  assert.equal(await readFile(join(folder, 'made', 'tea.txt'), 'utf8'), writeText(file('txt').what, place));
});

test('what is there already is not made again', async () => {
  await written(file('apkg'));
  const { ino, mtimeMs } = await stat(join(folder, 'made', 'tea.apkg'));
  assert.equal(await written(file('apkg')), undefined);
  const now = await stat(join(folder, 'made', 'tea.apkg'));
  assert.deepEqual([now.ino, now.mtimeMs], [ino, mtimeMs]);
});

test('where a note is not kept it says which, and leaves no half of a file', async () => {
  const error = await written(file('apkg', 'coffee'));
  assert.equal(error?.message, `ENOENT: no such file or directory, open '${join(folder, 'kept', 'coffee')}'`);
  assert.deepEqual(
    (await readdir(join(folder, 'made'))).filter((name) => name.startsWith('coffee')),
    [],
  );
});
