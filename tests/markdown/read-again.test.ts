/** One note that was saved, read alone, is what reading the whole folder makes of it; or it is left to that reading. */
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readFolder, readWhole } from '../../src/markdown/folder.ts';
import { readAgain } from '../../src/markdown/read-again.ts';

const options = { base: '/' };
const path = '2-coffee/1-brewing.md';
let folder: string;
let text: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unfold-read-again-'));
  await cp(join(import.meta.dirname, '..', 'fixtures', 'notes'), folder, { recursive: true });
  text = await readFile(join(folder, path), 'utf8');
  // A ledger, in which a question is called otherwise than it asks now.
  const { ledger } = await readFolder(folder, options);
  await writeFile(join(folder, 'questions.lock.json'), ledger?.write() ?? '');
  await save(text.replace('How fine should the coffee be?', 'How fine should the coffee really be?'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function save(words: string): Promise<void> {
  text = words;
  await writeFile(join(folder, path), words);
}

/** What one reading of the note says after `change`, and what reading the folder says. */
async function both(change: () => Promise<void>) {
  const { asRead } = await readWhole(folder, options);
  await change();
  const one = await readAgain(asRead, path);
  const { notes } = await readFolder(folder, options);
  return { one, whole: notes.find((note) => note.path === path) };
}

const changes: [what: string, change: () => Promise<void>][] = [
  ['an answer', () => save(text.replace('As fine as', 'Exactly as fine as'))],
  ['the title', () => save(text.replace('# Brewing', '# Brewing by hand'))],
  [
    'a question more, before the others',
    () =>
      save(
        text.replace(
          '<details>',
          '<details>\n<summary>What is new?</summary>\n\nThis.\n\n</details>\n\n<details>',
        ),
      ),
  ],
  [
    'the order of sections',
    () => save(text.replace('## The grind', '## Grinding').replace('## The pour', '## Pouring')),
  ],
];
for (const [what, change] of changes)
  test(`${what}: cards keep their ids, and the page is the same`, async () => {
    const { one, whole } = await both(change);
    const fine = whole?.questions.find(({ prompt }) => prompt === 'How fine should the coffee really be?');
    assert.equal(fine?.id, 'how-fine-should-the-coffee-be');
    assert.deepEqual(one, whole);
  });

const others: [what: string, change: () => Promise<void>][] = [
  ['has another address', () => save(`---\nslug: pour-over\n---\n${text}`)],
  ['is a draft', () => save(text.replace('slug: pour-over', 'draft: true'))],
  ['says nothing', () => save('')],
  ['is no text', () => writeFile(join(folder, path), Buffer.from([0xff, 0xfe, 0x41]))],
  ['is gone', () => rm(join(folder, path))],
];
for (const [what, change] of others)
  test(`a note that ${what} is left to the reading of the folder`, async () => {
    assert.equal((await both(change)).one, null);
  });

test('a file that is no note of the folder is left to the reading of the folder', async () => {
  const { asRead } = await readWhole(folder, options);
  for (const other of ['facts.yaml', '9-none.md', 'README.md'])
    assert.equal(await readAgain(asRead, other), null);
});
