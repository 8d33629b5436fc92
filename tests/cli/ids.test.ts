/** `npm run ids`: what it writes and prints, and what the pages make of the ledger. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { readFolder } from '../../src/markdown/folder.ts';
import { root } from '../support/step.ts';

const base = await mkdtemp(join(tmpdir(), 'unfold-ids-'));
after(() => rm(base, { recursive: true, force: true }));
let work = '';

const toggle = (prompt: string, answer: string): string =>
  `<details>\n<summary>${prompt}</summary>\n\n${answer}\n\n</details>\n`;
const SALT = toggle('What does salt do to a dough?', 'It slows the yeast.');
const STEAM = toggle('Why is there steam in the oven?', 'It keeps the crust soft while the loaf rises.');
const BANNETON = toggle('What is a banneton?', 'A basket in which a loaf proves.');

interface Outcome {
  out: string;
  err: string;
  code: number;
}

function run(command: 'ids' | 'check', ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, `src/cli/${command}.ts`), work, ...args], (reason, out, err) => {
      resolve({ out, err, code: typeof reason?.code === 'number' ? reason.code : 0 });
    });
  });
}

const lay = (path: string, text: string): Promise<void> => writeFile(join(work, path), text);
const ledger = (): Promise<string> => readFile(join(work, 'questions.lock.json'), 'utf8');

beforeEach(async () => {
  work = await mkdtemp(join(base, 'notes-'));
  await lay('a.md', `# A\n\n${SALT}\n${STEAM}`);
  await lay('b.md', `# B\n\n${BANNETON}`);
});

test('a first ledger begins with the ids that the questions have already, and writing it twice changes nothing', async () => {
  assert.deepEqual(await run('ids'), {
    out: 'questions.lock.json begins with the ids that the questions have already.\n0 reworded, 0 moved, 3 new, 0 lost, 0 unchanged\n',
    err: '',
    code: 0,
  });
  const text = await ledger();
  assert.deepEqual(await run('ids'), {
    out: '0 reworded, 0 moved, 0 new, 0 lost, 3 unchanged\n',
    err: '',
    code: 0,
  });
  assert.equal(await ledger(), text);
});

test('each card that changed has a line with its place, and the check tells that the ledger is behind', async () => {
  await run('ids');
  await lay('a.md', `# A\n\n${SALT.replace('What does', 'What will')}`);
  await lay('b.md', `# B\n\n${BANNETON}\n${STEAM}\n${toggle('What is rye?', 'A grain.')}`);
  const words = '1 reworded, 1 moved, 1 new, 0 lost, 1 unchanged';
  assert.deepEqual(await run('check', '--strict'), {
    out: `questions.lock.json is behind the notes: ${words}. Run “npm run ids” and commit it.\n2 notes: 4 answered, 0 open, 0 groups, 0 disclosures; 0 errors, 0 warnings\n`,
    err: '',
    code: 0,
  });
  const told = {
    out: `a.md:3 reworded (prompt): What will salt do to a dough?\nb.md:10 moved from a.md: Why is there steam in the oven?\nb.md:17 new: What is rye?\n${words}\n`,
    err: '',
    code: 0,
  };
  const text = await ledger();
  assert.deepEqual(await run('ids', '--dry-run'), told);
  assert.equal(await ledger(), text);
  assert.deepEqual(await run('ids'), told);
  assert.equal((await run('ids')).out, '0 reworded, 0 moved, 0 new, 0 lost, 4 unchanged\n');
});

test('a doubt writes nothing and fails, until it is confirmed', async () => {
  await run('ids');
  const text = await ledger();
  await lay('a.md', `# A\n\n${toggle('What does sugar do to a dough?', 'It feeds the yeast.')}\n${STEAM}`);
  const { out, err, code } = await run('ids');
  assert.equal(
    out,
    'a.md:3 reworded (prompt and answer): What does sugar do to a dough?\n  in doubt: This question was taken for the card “a#what-does-salt-do-to-a-dough” (a.md, line 3 of the ledger), but it says much else now.\n1 reworded, 0 moved, 0 new, 0 lost, 2 unchanged\n',
  );
  assert.equal(
    err,
    '1 in doubt, so nothing was written. If all is as told above, run this again with --confirm; if not, docs/writing-notes.md says what to write into questions.lock.json.\n',
  );
  assert.equal(code, 1);
  assert.equal(await ledger(), text);
  assert.equal((await run('check', '--strict')).code, 1);
  assert.equal((await run('ids', '--confirm')).code, 0);
  assert.equal((await run('check', '--strict')).code, 0);
});

test('a ledger that cannot be read stops everything that would use it, and stays as it is', async () => {
  await run('ids');
  const damaged = (await ledger()).replace('],"gone"', '>>>>>>> theirs\n],"gone"');
  await lay('questions.lock.json', damaged);
  const told =
    "The ledger of questions cannot be used: it holds a merge conflict; keep the lines of both sides, each card once. Without it every learner's history might go to other questions. Correct the file, or bring its last version back from Git.";
  const { out, code } = await run('check');
  assert.equal(out.split('\n')[0], `questions.lock.json:9:1 unreadable-ledger ${told}`);
  assert.equal(code, 1);
  assert.deepEqual(await run('ids', '--confirm'), {
    out: '',
    err: `questions.lock.json:9 unreadable-ledger ${told}\nquestions.lock.json was not written. Mend these first.\n`,
    code: 1,
  });
  assert.equal(await ledger(), damaged);
});

test('no note is taken for lost because it cannot be read now', async () => {
  await run('ids');
  const text = await ledger();
  await lay('b.md', '---\ntitle: [\n---\n# B\n');
  const { err, code } = await run('ids', '--confirm');
  assert.match(
    err,
    /^b\.md:3 front-matter .*\nquestions\.lock\.json was not written\. Mend these first\.\n$/,
  );
  assert.equal(code, 1);
  assert.equal(await ledger(), text);
});

test('check and the reader write nothing into the folder', async () => {
  await run('check');
  await readFolder(work, { base: '/' });
  assert.deepEqual((await readdir(work)).sort(), ['a.md', 'b.md']);
});

test('a reworded question keeps its fragment, and links by its new words lead to it', async () => {
  await run('ids');
  await lay('a.md', `# A\n\n${SALT.replace('What does', 'What will')}\n${STEAM}`);
  await lay('b.md', '# B\n\n[Salt](a.md#what-will-salt-do-to-a-dough)\n');
  const { notes } = await readFolder(work, { base: '/' });
  assert.deepEqual(
    notes[0]?.questions.map(({ id, card, revision }) => ({ id, card, revision })),
    [
      { id: 'what-does-salt-do-to-a-dough', card: 'a#what-does-salt-do-to-a-dough', revision: 'mFHFohio' },
      {
        id: 'why-is-there-steam-in-the-oven',
        card: 'a#why-is-there-steam-in-the-oven',
        revision: 'mkaEYrMC',
      },
    ],
  );
  assert.match(
    notes[0]?.html ?? '',
    /<details class="question numbered" id="what-does-salt-do-to-a-dough" data-state="answered" data-revision="mFHFohio">/,
  );
  assert.match(notes[1]?.html ?? '', /href="\/a\/#what-does-salt-do-to-a-dough"/);
  assert.deepEqual(
    notes.flatMap((note) => note.problems),
    [],
  );
});

test('a moved question says on its page which card it is, and leaves a line where it stood', async () => {
  await run('ids');
  await lay('a.md', `# A\n\n${SALT}`);
  await lay('b.md', `# B\n\n${BANNETON}\n${STEAM}`);
  const { notes } = await readFolder(work, { base: '/base/' });
  assert.match(
    notes[1]?.html ?? '',
    /<details class="question numbered" id="why-is-there-steam-in-the-oven" data-state="answered" data-card="a#why-is-there-steam-in-the-oven" data-revision="mkaEYrMC">/,
  );
  assert.ok(
    notes[0]?.html.endsWith(
      '\n<p class="moved" id="why-is-there-steam-in-the-oven"><a href="/base/b/#why-is-there-steam-in-the-oven">Why is there steam in the oven?</a> has moved.</p>',
    ),
    notes[0]?.html,
  );
});

test('a heading that wants the fragment of a question does not get it', async () => {
  await run('ids');
  await lay('a.md', `# A\n\n## What does salt do to a dough?\n\nMuch.\n\n### Questions\n\n${SALT}\n${STEAM}`);
  const { notes } = await readFolder(work, { base: '/' });
  assert.deepEqual(
    notes[0]?.questions.map(({ id }) => id),
    ['what-does-salt-do-to-a-dough', 'why-is-there-steam-in-the-oven'],
  );
  assert.equal(notes[0]?.html.match(/ id="what-does-salt-do-to-a-dough"/g)?.length, 1);
});

test('the revision of an answer changes with its words, not with their form, their sources or what follows up', async () => {
  const revision = async (answer: string): Promise<string | undefined> => {
    await lay('a.md', `# A\n\n${toggle('What is bread?', answer)}`);
    return (await readFolder(work, { base: '/' })).notes[0]?.questions[0]?.revision;
  };
  const plain = await revision('Flour, water and salt.');
  assert.match(plain ?? '', /^[\w-]{8}$/);
  for (const same of [
    'Flour,\nwater and **salt**.',
    '- Flour, water\n- and [salt](https://example.org/).',
    'Flour, water and salt.\n\nSource: [A book](https://example.org/). Level: recall.',
    `Flour, water and salt.\n\n${toggle('And yeast?', 'Mostly.')}`,
    `Flour, water and salt.\n\n1. ${toggle('And yeast?', 'Mostly.').replaceAll('\n', '\n   ')}`,
  ])
    assert.equal(await revision(same), plain, same);
  for (const other of ['Flour, water and sugar.', 'Flour, water and salt.\n\n```sh\nbake\n```'])
    assert.notEqual(await revision(other), plain, other);
});
