/** `npm run new`: where a note comes, what it is called, what stands in it, and what is refused. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { fileNameFor, textOf, topicFor } from '../../src/cli/new-note.ts';
import { readFolder } from '../../src/markdown/folder.ts';
import { root } from '../support/step.ts';

const base = await mkdtemp(join(tmpdir(), 'unfold-new-'));
after(() => rm(base, { recursive: true, force: true }));
let work = '';

interface Outcome {
  out: string;
  err: string;
  code: number;
}

const { NOTES_DIR: _, ...environment } = process.env;

function run(...args: string[]): Promise<Outcome> {
  return runIn(environment, ...args);
}

function runIn(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'src/cli/new.ts'), ...args],
      { cwd: work, env },
      (reason, out, err) => {
        resolve({ out, err, code: typeof reason?.code === 'number' ? reason.code : 0 });
      },
    );
  });
}

const USAGE = 'Usage: npm run new -- "TITLE" [FOLDER] [--topic TOPIC] [--new-topic]\n';
const question = '<details>\n<summary>Why salt?</summary>\n\nIt slows the yeast.\n\n</details>\n';

async function lay(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(join(work, path, '..'), { recursive: true });
    await writeFile(join(work, path), `# ${path}\n\n${question.replace('salt', path)}`);
  }
}

beforeEach(async () => {
  work = await mkdtemp(join(base, 'case-'));
  await lay('content/1-bread/1-dough.md', 'content/2-coffee/1-brewing.md', 'content/2-coffee/2-the-bean.md');
});

test('a NOTES_DIR that says nothing is as none', async () => {
  const { out, code } = await runIn({ ...environment, NOTES_DIR: '' }, 'Sugar');
  assert.deepEqual(
    [out.split('\n')[0], code],
    ['content/2-coffee/3-sugar.md is there, with a first question. For another topic say --topic.', 0],
  );
});

test('a note comes at the end of the last topic, and one is told what to do next', async () => {
  assert.deepEqual(await run('Crème & sugar'), {
    out: `content/2-coffee/3-crème-sugar.md is there, with a first question. For another topic say --topic.
Write in it, and see it at /2-coffee/3-cr%C3%A8me-sugar/ with: npm run dev
Before you publish it: npm run check, and npm run ids
`,
    err: '',
    code: 0,
  });
  assert.equal(
    await readFile(join(work, 'content/2-coffee/3-crème-sugar.md'), 'utf8'),
    `# Crème \\& sugar

Say in a sentence or two what this note is about.

<details>
<summary>What is the first thing to know about “Crème &#38; sugar”?</summary>

**The answer in one sentence.** Below it, whatever makes one believe it: a reason, an example, a table, code.

</details>
`,
  );
});

test('another topic and another folder are named, with or without the number', async () => {
  await lay('my notes/a/one.md');
  assert.equal(
    (await run('Rising', '--topic', 'bread')).out.split('\n')[0],
    'content/1-bread/2-rising.md is there, with a first question.',
  );
  assert.equal(
    (await run('Two', 'my notes')).out,
    `my notes/a/two.md is there, with a first question.
Write in it, and see it at /a/two/ with: NOTES_DIR='my notes' npm run dev
Before you publish it: NOTES_DIR='my notes' npm run check, and NOTES_DIR='my notes' npm run ids
`,
  );
});

test('a topic that is not there is begun only when one says so', async () => {
  assert.deepEqual(await run('Green tea', '--topic', '3-tea'), {
    out: '',
    err: `There is no topic “3-tea”. There are 1-bread, 2-coffee. Write one of them, or say --new-topic to begin this one.\n${USAGE}`,
    code: 1,
  });
  assert.equal(
    (await run('Green tea', '--topic', '3-tea', '--new-topic')).out.split('\n')[0],
    'content/3-tea/1-green-tea.md is there, with a first question.',
  );
});

test('an empty folder gets its first note', async () => {
  await mkdir(join(work, 'empty'));
  assert.match(
    (await run('Hello', 'empty')).out,
    /^empty\/1-hello\.md is there, with a first question\.\n.* at \/1-hello\/ /,
  );
});

test('a note that is there already is never overwritten, whatever its number', async () => {
  const before = await readFile(join(work, 'content/2-coffee/2-the-bean.md'), 'utf8');
  assert.deepEqual(await run('The bean'), {
    out: '',
    err: `There is a note of that name: 2-the-bean.md. Write another title, or go on in that note.\n${USAGE}`,
    code: 1,
  });
  assert.equal(await readFile(join(work, 'content/2-coffee/2-the-bean.md'), 'utf8'), before);
  assert.deepEqual(await readdir(join(work, 'content/2-coffee')), ['1-brewing.md', '2-the-bean.md']);
});

test('what is missing, forgotten or too much is named with what to do', async () => {
  const refused: [args: string[], message: string][] = [
    [['  '], 'The title is empty. Write what the note is about, in quotes.'],
    [['My', 'title'], 'There is no folder title. Put the title into quotes, and name a folder that exists.'],
    [
      ['My', 'long', 'title'],
      'There is no folder long, nor anything to do with “title”. Put the title into quotes, and name a folder that exists.',
    ],
    [['x'.repeat(201)], 'The title has 201 letters. Write at most 200; the rest belongs into the note.'],
    [['A', '--new-topic'], '--new-topic needs a name. Say it with --topic, such as --topic 6-security.'],
    ...['../out', '.git', 'a/../b', '-', 'a:b'].map((topic): [string[], string] => [
      ['A', `--topic=${topic}`, '--new-topic'],
      `“${topic}” is no name for a topic. Write a folder's name of letters, digits and hyphens, such as 6-security.`,
    ]),
  ];
  for (const [args, message] of refused)
    assert.deepEqual(await run(...args), { out: '', err: `${message}\n${USAGE}`, code: 1 });
  assert.deepEqual(await run(), { out: USAGE, err: '', code: 2 });
  assert.equal((await run('A', '--topics', 'x')).code, 2);
});

test('a note that unfold.yaml leaves out is told', async () => {
  await writeFile(join(work, 'content/unfold.yaml'), 'leaveOut: ["3-tea/**"]\n');
  assert.equal(
    (await run('Green', '--topic', '3-tea', '--new-topic')).err.split('\n')[0],
    'content/3-tea/1-green.md was written, but unfold.yaml leaves it out. Write another topic, or change leaveOut.',
  );
});

const names: [title: string, among: string[], name: string][] = [
  ['Storage', ['1-a.md', '2-b.mdx'], '3-storage.md'],
  ['Storage', ['01_a.md', '09_b.md'], '10_storage.md'],
  ['Storage', ['008 a.md'], '009 storage.md'],
  ['Storage', ['a.md', 'b.md'], 'storage.md'],
  ['Storage', ['README.md'], '1-storage.md'],
  ['C++ & Rust’s <T>', ['1-a.md'], '2-c-rusts-t.md'],
  ['ストレージ', ['1-a.md'], '2-ストレージ.md'],
  ['!?', ['1-a.md'], '2-note-14pyzvt.md'],
  ['Con', ['a.md'], 'note-con.md'],
];
for (const [title, among, name] of names)
  test(`“${title}” among ${among.join(', ')} is called ${name}`, () => {
    assert.equal(fileNameFor(title, among), name);
  });

test('without a topic the last one is meant, and the root where there is no other', () => {
  assert.equal(topicFor(['', 'a', 'b'], undefined, false), 'b');
  assert.equal(topicFor([''], undefined, false), '');
  assert.equal(topicFor([], undefined, false), '');
  assert.throws(() => topicFor(['1-a', '2-a'], 'a', false), {
    message: '“a” may be 1-a or 2-a. Write the topic with its number.',
  });
});

test('whatever a note is called, it reads back as that title, with one answered question and no problem', async () => {
  const folder = await mkdtemp(join(base, 'any-'));
  const words = fc.constantFrom(
    'Salt',
    '*two*',
    '_x_',
    '<b>',
    '&amp;',
    '#',
    '`code`',
    '[a](b)',
    '1.',
    '日本',
    '~~',
    '|',
    '\\',
    '---',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 5 }), async (parts) => {
      const title = `A ${parts.join(' ')} z`;
      await writeFile(join(folder, '1-a.md'), textOf(title));
      const { notes, problems } = await readFolder(folder, { base: '/' });
      assert.deepEqual(problems, []);
      assert.equal(notes[0]?.title, title);
      assert.deepEqual(notes[0]?.problems, []);
      assert.deepEqual(
        notes[0]?.questions.map(({ prompt, state }) => [prompt, state]),
        [[`What is the first thing to know about “${title}”?`, 'answered']],
      );
    }),
    { numRuns: 100 },
  );
});
