/** The thread that makes packages for Anki gives what is made without it. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { KeptTexts } from '../../src/data/kept-texts.ts';
import { type AnkiExport, ankiExports, writePackage, writeText } from '../../src/exports/anki/export.ts';
import type { SourceNote } from '../../src/exports/anki/notes.ts';
import { readFolder } from '../../src/markdown/folder.ts';
import type { Answer, Order, Setting } from '../../src/pages/anki/_thread.ts';
import { root } from '../support/step.ts';

const site = { url: 'https://notes.example', base: '/', openInNote: 'Open in the note' };
let folder: string;
let whole: AnkiExport<SourceNote>;
let thread: Worker;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unfold-anki-thread-'));
  await writeFile(
    join(folder, 'tea.md'),
    '# Tea\n\n<details>\n<summary>How hot?</summary>\n\n80 °C.\n\n</details>\n',
  );
  const read = await readFolder(folder, { base: site.base });
  const notes = read.notes.map((note) => ({ ...note, changed: 0, digest: 'tea' }));
  const kept = new KeptTexts(join(folder, 'kept'));
  for (const note of notes) kept.keep(note.digest, JSON.stringify(note));
  const [made] = ankiExports({ title: 'Tea', topics: [{ route: '/', title: 'Tea', notes }] }).made;
  assert.ok(made);
  whole = made;
  const workerData: Setting = {
    site,
    root: folder,
    code: '',
    notes: join(folder, 'kept'),
    cards: join(folder, 'cards'),
  };
  thread = new Worker(join(root, 'src', 'pages', 'anki', '_thread.ts'), { workerData });
});
after(async () => {
  await thread.terminate();
  await rm(folder, { recursive: true, force: true });
});

/** What the thread answers to an order of notes of these digests. */
function ordered(format: Order['format'], digests: readonly string[]): Promise<Answer> {
  const notes = digests.map((digest) => ({ digest }));
  const order: Order = { id: 7, format, what: { ...whole, topics: [{ route: '/', title: 'Tea', notes }] } };
  return new Promise((resolve, reject) => {
    thread.once('message', resolve).once('error', reject);
    thread.postMessage(order);
  });
}

/** The same place, with nothing kept. */
const place = {
  site,
  root: '',
  code: '',
  note: (note: SourceNote) => note,
  kept: { known: () => null, keep: () => undefined },
};

test('a package has the bytes that it has without a thread', async () => {
  const answer = await ordered('apkg', ['tea']);
  assert.deepEqual(
    { ...answer, bytes: Buffer.from('bytes' in answer ? answer.bytes : []) },
    {
      id: 7,
      bytes: Buffer.from(writePackage(whole, place)),
    },
  );
});

test('a text has the words that it has without a thread', async () => {
  const answer = await ordered('txt', ['tea']);
  assert.equal('bytes' in answer && new TextDecoder().decode(answer.bytes), writeText(whole, place));
});

test('where a note is not kept the order comes back with what is missing, and the next one is done', async () => {
  const answer = await ordered('apkg', ['coffee']);
  assert.match('error' in answer ? answer.error.message : '', /^ENOENT: .*coffee/);
  assert.ok('bytes' in (await ordered('apkg', ['tea'])));
});
