import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { ANKI_CARDS, ankiAddress, hasAnkiPackage } from '../../src/core/anki.ts';
import { cardsOf } from '../../src/core/card.ts';
import {
  ankiExports,
  type SourceCourse,
  type Workplace,
  writePackage,
  writeText,
} from '../../src/exports/anki/export.ts';
import type { SourceNote } from '../../src/exports/anki/notes.ts';
import { FIELDS, NOTETYPE_ID, notetype, WRITTEN } from '../../src/exports/anki/notetype.ts';
import { readFolder } from '../../src/markdown/folder.ts';
import { type ReadPackage, readPackage, readText, textOfHtml } from '../support/anki.ts';
import { root } from '../support/step.ts';

const LATER = (WRITTEN + 86_400) * 1000;
const site = { url: 'https://notes.example', base: '/a/b/', openInNote: 'ノート <で>' };
let folder: string;

const files: Record<string, string> = {
  'README.md': '# My "course": part::one\n\nAbout it.\n',
  '1-code/1-shell.md': `# Shell & friends

<details>
<summary>What does <code>grep '\\(a\\)'</code> print? <b>Say "why"</b></summary>

\`\`\`sh
echo "a	b" | grep '\\(a\\)' # [sound:x.mp3] <b>
\`\`\`

See [below](#what-is-a-pipe), [the other note](2-pictures.md), and [its site](https://shell.example/a?b=1&c=2).

| a | b |
|---|--:|
| 1 | 2 |

Source: [the manual](https://shell.example/). Level: apply. Exam: SAA-C03 3.1, DVA-C02 1.

<details>
<summary>And with -E?</summary>

The same as \`grep '(a)'\`, \x1f[latex]x[/latex].

</details>

</details>

<details>
<summary>What is a pipe?</summary>

One program's output as another's input.

</details>

<details>
<summary>Is this open?</summary>
</details>

<details>
<summary>Three more</summary>

<details>
<summary>What is a shell in a group?</summary>

A program.

</details>

</details>
`,
  '1-code/2-pictures.md': `# Pictures

<details>
<summary>What does a good crumb look like?</summary>

![A slice of bread](images/crumb.png) and again ![The slice](images/crumb.png)

</details>

<details>
<summary>How does it flow?</summary>

\`\`\`mermaid
flowchart LR
  A --> B
\`\`\`

</details>
`,
  '2-empty/1-nothing.md': '# Nothing\n\n1. Who knows?\n',
};

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unfold-anki-'));
  for (const [path, text] of Object.entries(files)) await write(path, text);
  await mkdir(join(folder, '1-code', 'images'));
  await copyFile(
    join(root, 'tests/fixtures/notes/1-bread/images/crumb.png'),
    join(folder, '1-code/images/crumb.png'),
  );
});

after(() => rm(folder, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** Every note that was read, by its digest. */
const noteOf = new Map<string, SourceNote>();

/** The folder as a course; `changed` gives the epoch ms of a note. */
async function read(changed: (path: string) => number = () => 0): Promise<SourceCourse> {
  const { title, topics, notes } = await readFolder(folder, { base: site.base });
  return {
    title,
    topics: topics.map((topic) => ({
      ...topic,
      notes: notes
        .filter((note) => topic.notes.includes(note.route))
        .map((note) => {
          const digest = `${note.path} ${changed(note.path)} ${note.html}`;
          noteOf.set(digest, { ...note, changed: changed(note.path), digest });
          return { digest, cards: cardsOf(note).length };
        }),
    })),
  };
}

/** A place where nothing was made before. */
function workplace(place: typeof site, kept = new Map<string, string>()): Workplace {
  return {
    note: ({ digest }) => noteOf.get(digest) as SourceNote,
    site: place,
    root: folder,
    kept: { known: (name) => kept.get(name) ?? null, keep: (name, text) => kept.set(name, text) },
    code: '',
  };
}

async function bytesOf(place = site, changed?: (path: string) => number): Promise<Uint8Array> {
  const whole = ankiExports(await read(changed)).made.at(-1);
  assert.ok(whole);
  return writePackage(whole, workplace(place));
}

const packed = async (): Promise<ReadPackage> => readPackage(await bytesOf());
const field = (pack: ReadPackage, guid: string, name: (typeof FIELDS)[number]) =>
  pack.notes.find((note) => note.guid === guid)?.fields[name];

const GREP = '1-code/1-shell#what-does-grep-a-print-say-why';

test('a package is what schema 11 asks for, and every reference in it leads somewhere', async () => {
  assert.deepEqual((await packed()).faults, []);
});

test('every answered question is a note with the id of its card, in reading order; open ones and groups are not', async () => {
  assert.deepEqual(
    (await packed()).notes.map(({ guid, due }) => [due, guid]),
    [
      [1, GREP],
      [2, '1-code/1-shell#and-with-e'],
      [3, '1-code/1-shell#what-is-a-pipe'],
      [4, '1-code/1-shell#what-is-a-shell-in-a-group'],
      [5, '1-code/2-pictures#what-does-a-good-crumb-look-like'],
      [6, '1-code/2-pictures#how-does-it-flow'],
    ],
  );
});

test('decks are named by the course and the topic, without what Anki would part or leave out', async () => {
  const pack = await packed();
  assert.deepEqual(pack.decks, ['Default', 'My course: part:one', 'My course: part:one::Code']);
  assert.deepEqual([...new Set(pack.notes.map(({ deck }) => deck))], ['My course: part:one::Code']);
});

test('tags tell topic, note, level and exam', async () => {
  const { notes } = await packed();
  assert.deepEqual(notes[0]?.tags, [
    'topic::1-code',
    'note::1-code::1-shell',
    'level::apply',
    'exam::SAA-C03::3.1',
    'exam::DVA-C02::1',
  ]);
  assert.deepEqual(notes[2]?.tags, ['topic::1-code', 'note::1-code::1-shell']);
});

test('an answer keeps its code, table and drawing, and leaves its follow-up questions to their own cards', async () => {
  const pack = await packed();
  const answer = field(pack, GREP, 'Answer') ?? '';
  assert.match(answer, /<pre><code class="hljs language-sh">/);
  assert.match(answer, /<td class="align-right">2<\/td>/);
  assert.doesNotMatch(answer, /And with/);
  assert.match(
    field(pack, '1-code/2-pictures#how-does-it-flow', 'Answer') ?? '',
    /<svg [^>]*>.*<marker id="(.+?)".*url\(#\1\)/,
  );
});

test('what Anki would play, typeset or part fields at stays text or goes', async () => {
  const pack = await packed();
  assert.match(field(pack, GREP, 'Answer') ?? '', /&#91;sound:x\.mp3\]/);
  assert.equal(
    textOfHtml(field(pack, '1-code/1-shell#and-with-e', 'Answer') ?? ''),
    "The same as grep '(a)', [latex]x[/latex].",
  );
  assert.match(field(pack, '1-code/1-shell#and-with-e', 'Answer') ?? '', /&#91;latex\]x&#91;\/latex\]/);
});

test('a follow-up question has its parent as context, and so has a question in a group', async () => {
  const pack = await packed();
  assert.equal(
    textOfHtml(field(pack, '1-code/1-shell#and-with-e', 'Context') ?? ''),
    'What does grep \'(a)\' print? Say "why"',
  );
  assert.equal(field(pack, '1-code/1-shell#what-is-a-shell-in-a-group', 'Context'), 'Three more');
  assert.equal(field(pack, '1-code/1-shell#what-is-a-pipe', 'Context'), '');
});

test('links are absolute where the address of the site is known', async () => {
  const pack = await packed();
  const hrefs = [...(field(pack, GREP, 'Answer') ?? '').matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  assert.deepEqual(hrefs, [
    'https://notes.example/a/b/1-code/1-shell/#what-is-a-pipe',
    'https://notes.example/a/b/1-code/2-pictures/',
    'https://shell.example/a?b=1&amp;c=2',
    'https://shell.example/',
  ]);
  assert.equal(
    field(pack, GREP, 'Link'),
    `<a href="https://notes.example/a/b/1-code/1-shell/#${GREP.split('#')[1]}">ノート &lt;で&gt;</a>`,
  );
  assert.equal(field(pack, GREP, 'Note'), 'Shell &amp; friends');
});

test('without an address of the site, a card names the file of its note, and only links to other hosts stay', async () => {
  const pack = readPackage(await bytesOf({ ...site, url: undefined as never }));
  assert.equal(field(pack, GREP, 'Link'), '1-code/1-shell.md');
  const hrefs = [...(field(pack, GREP, 'Answer') ?? '').matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  assert.deepEqual(hrefs, ['https://shell.example/a?b=1&amp;c=2', 'https://shell.example/']);
  assert.match(textOfHtml(field(pack, GREP, 'Answer') ?? ''), /See below, the other note, and its site\./);
});

test('a picture is in the package once, under a name made of what it shows', async () => {
  const { media } = await packed();
  const [[name, bytes] = [], ...more] = media;
  assert.deepEqual(more, []);
  const hash = createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');
  assert.equal(name, `unfold-${hash.slice(0, 16)}.png`);
});

test('cards that were made before are not made again, unless a picture is another one', async () => {
  const whole = ankiExports(await read()).made.at(-1);
  assert.ok(whole);
  const kept = new Map<string, string>();
  const write = () => {
    const before = new Set(kept.keys());
    // As another build, which has nothing at hand.
    const bytes = writePackage(
      { ...whole, isKept: false },
      workplace({ ...site, url: 'https://kept.example' }, kept),
    );
    return { bytes, isNew: kept.size > before.size };
  };
  const first = write();
  assert.equal(first.isNew, true);
  assert.deepEqual(write(), { bytes: first.bytes, isNew: false });

  const picture = join(folder, '1-code/images/crumb.png');
  const bytes = await readFile(picture);
  await writeFile(picture, Buffer.concat([bytes, Buffer.from('.')]));
  const names = (written: Uint8Array) => [...readPackage(written).media.keys()];
  assert.notDeepEqual(names(write().bytes), names(first.bytes));
  await writeFile(picture, bytes);
});

test('the same notes give the same bytes, in any time zone', async () => {
  const zone = process.env['TZ'];
  const first = await bytesOf();
  process.env['TZ'] = 'Pacific/Kiritimati';
  const second = await bytesOf();
  process.env['TZ'] = zone ?? '';
  if (zone === undefined) delete process.env['TZ'];
  assert.ok(Buffer.from(first).equals(second));
});

test('after an edit a note keeps its guid and id, and is newer; others stay as old as they were', async () => {
  const before = await packed();
  const after = readPackage(await bytesOf(site, (path) => (path.endsWith('1-shell.md') ? LATER : 0)));
  assert.deepEqual(
    after.notes.map(({ guid, id }) => [guid, id]),
    before.notes.map(({ guid, id }) => [guid, id]),
  );
  assert.deepEqual([...new Set(before.notes.map(({ mod }) => mod))], [WRITTEN]);
  assert.deepEqual(
    after.notes.map(({ mod }) => mod - WRITTEN),
    [86_400, 86_400, 86_400, 86_400, 0, 0],
  );
});

test('the text format holds the same rows as the package', async () => {
  const whole = ankiExports(await read()).made.at(-1);
  assert.ok(whole);
  const { head, rows } = readText(writeText(whole, workplace(site)));
  assert.deepEqual(Object.fromEntries(head), {
    separator: 'tab',
    html: 'true',
    notetype: 'Unfold',
    columns: 'GUID\tDeck\tTags\tQuestion\tAnswer\tHint\tContext\tNote\tLink',
    'guid column': '1',
    'deck column': '2',
    'tags column': '3',
  });
  const { notes } = await packed();
  assert.deepEqual(
    rows,
    notes.map(({ guid, deck, tags, fields }) => [
      guid,
      deck,
      tags.join(' '),
      ...FIELDS.map((name) => fields[name]),
    ]),
  );
});

test('there is a package for each topic with cards, and at last one for the course', async () => {
  const { made, tooLarge } = ankiExports(await read());
  assert.deepEqual(
    made.map(({ name, cards }) => [name, cards]),
    [
      ['1-code', 6],
      ['_course', 6],
    ],
  );
  assert.deepEqual(tooLarge, []);
  assert.equal(ankiAddress(null, 'apkg'), '/anki/_course.apkg');
  assert.equal(ankiAddress('/1-code/', 'txt'), '/anki/1-code.txt');
  assert.equal(ankiAddress('/', 'apkg'), '/anki/index.apkg');
  assert.deepEqual([0, 1, ANKI_CARDS, ANKI_CARDS + 1].map(hasAnkiPackage), [false, true, true, false]);
});

test('the note type keeps its id and fields, and says when its faces last changed', () => {
  // Another id or field, and Anki would refuse to update what learners have.
  assert.equal(NOTETYPE_ID, 1_763_856_000_000);
  assert.deepEqual([...FIELDS], ['Question', 'Answer', 'Hint', 'Context', 'Note', 'Link']);
  const { mod: _, ...shown } = notetype;
  const hash = createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 16);
  // Whoever changes faces or style sets WRITTEN to that day, or learners keep the old ones, and then the hash here.
  assert.deepEqual(
    [hash, new Date(WRITTEN * 1000).toISOString()],
    ['4fa9b916636c21cf', '2026-11-29T00:00:00.000Z'],
  );
});
