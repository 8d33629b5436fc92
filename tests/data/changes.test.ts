/** When questions changed, told from histories that are made here. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { latestChanges } from '../../src/data/changes.ts';
import { readFolder } from '../../src/markdown/folder.ts';

const made: string[] = [];
after(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});

const toggle = (prompt: string, answer: string): string =>
  `<details>\n<summary>${prompt}</summary>\n\n${answer}\n\n</details>\n\n`;

/** A folder with a repository, and what one does in it. `day` is a day of January 2026. */
async function repository() {
  const folder = await mkdtemp(join(tmpdir(), 'unfold-changes-'));
  made.push(folder);
  const git = (day: number, ...command: string[]): void => {
    const date = `2026-01-${String(day).padStart(2, '0')}T12:00:00Z`;
    execFileSync('git', ['-C', folder, ...command], {
      stdio: 'ignore',
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_AUTHOR_NAME: 'a',
        GIT_AUTHOR_EMAIL: 'a@a.example',
        GIT_COMMITTER_NAME: 'a',
        GIT_COMMITTER_EMAIL: 'a@a.example',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
    });
  };
  git(1, 'init', '-q', '-b', 'main');
  return {
    folder,
    git,
    write: (name: string, text: string) => writeFile(join(folder, name), text),
    move: (from: string, to: string) => rename(join(folder, from), join(folder, to)),
    commit: (day: number) => {
      git(day, 'add', '-A');
      git(day, 'commit', '-q', '-m', 'a');
    },
    /** `3 What?`: the day and the prompt of each change. */
    told: async (most = 50) => {
      const { notes } = await readFolder(folder, { base: '/' });
      const changes = await latestChanges(folder, notes, most);
      return changes.map(({ at, question }) => `${new Date(at).getUTCDate()} ${question.prompt}`);
    },
  };
}

test('a question is dated by the commit that wrote the newest of its words', async () => {
  const { write, commit, told } = await repository();
  await write('a.md', `# A\n\n${toggle('One?', '1')}${toggle('Two?', '2')}`);
  commit(1);
  await write('a.md', `# A\n\n${toggle('New?', '0')}${toggle('One?', '1')}${toggle('Two?', 'Two.')}`);
  commit(2);
  await write(
    'a.md',
    `# A\n\nMore words.\n\n${toggle('New?', '0')}${toggle('One?', '1')}${toggle('Two?', 'Two.')}`,
  );
  commit(3);
  assert.deepEqual(await told(), ['2 New?', '2 Two?', '1 One?']);
});

test('a change of a follow-up question is none of the question it follows up', async () => {
  const { write, commit, told } = await repository();
  const note = (answer: string) => `# A\n\n${toggle('One?', `1\n\n${toggle('And two?', answer)}`)}`;
  await write('a.md', note('2'));
  commit(1);
  await write('a.md', note('Two.'));
  commit(2);
  assert.deepEqual(await told(), ['2 And two?', '1 One?']);
});

test('neither a new name nor another indentation nor a line taken away from elsewhere is news', async () => {
  const { write, commit, told, move } = await repository();
  const two = toggle('Two?', 'Several words, so that the file is known again.');
  await write('a b.md', `# A\n\nAway.\n\n${toggle('One?', '1')}${two}`);
  commit(1);
  await move('a b.md', 'ü c.md');
  commit(2);
  await write('ü c.md', `# A\n\n${toggle('One?', '1')}${two.replace(/^(?=.)/gm, '  ')}`);
  commit(3);
  assert.deepEqual(await told(), ['1 One?', '1 Two?']);
});

test('a branch is dated by the day on which it was merged', async () => {
  const { write, commit, told, git } = await repository();
  await write('a.md', `# A\n\n${toggle('One?', '1')}`);
  commit(1);
  git(2, 'checkout', '-q', '-b', 'side');
  await write('b.md', `# B\n\n${toggle('Two?', '2')}`);
  commit(2);
  git(3, 'checkout', '-q', 'main');
  await write('a.md', `# A\n\nWords.\n\n${toggle('One?', '1')}`);
  commit(3);
  git(4, 'merge', '-q', '--no-ff', '--no-edit', 'side');
  assert.deepEqual(await told(), ['4 Two?', '1 One?']);
});

test('what is not committed yet is left out, and moves no other date', async () => {
  const { write, commit, told } = await repository();
  await write('a.md', `# A\n\n${toggle('One?', '1')}${toggle('Two?', '2')}`);
  commit(1);
  await write('a.md', `# A\n\nWords.\n\n${toggle('One?', 'Other.')}${toggle('Two?', '2')}`);
  await write('b.md', `# B\n\n${toggle('Three?', '3')}`);
  assert.deepEqual(await told(), ['1 Two?']);
});

test('lines that look like those of a patch do not disturb', async () => {
  const { write, commit, told } = await repository();
  const note = (answer: string) =>
    `# A\n\n${toggle('One?', `\`\`\`diff\n--- a/b.md\n+++ b/b.md\n@@ -1 +1,9 @@\n-x\n+y\n\`\`\`\n${answer}`)}`;
  await write('a.md', note('1'));
  await write('b.md', `# B\n\n${toggle('Two?', '2')}`);
  commit(1);
  await write('a.md', `${note('1').trimEnd()}\n\n${toggle('Three?', '3').trimEnd()}`);
  commit(2);
  assert.deepEqual(await told(), ['2 Three?', '1 One?', '1 Two?']);
});

test('only the newest are told', async () => {
  const { write, commit, told } = await repository();
  for (const day of [1, 2, 3, 4]) {
    await write(`${day}.md`, `# A${day}\n\n${toggle(`Question ${day}?`, 'Yes.')}`);
    commit(day);
  }
  assert.deepEqual(await told(2), ['4 Question 4?', '3 Question 3?']);
});

test('without a history, and with only its last commit, nothing is told', async () => {
  const { write, commit, told, folder } = await repository();
  await write('a.md', `# A\n\n${toggle('One?', '1')}`);
  assert.deepEqual(await told(), []);
  commit(1);
  await write('b.md', `# B\n\n${toggle('Two?', '2')}`);
  commit(2);
  const clone = await mkdtemp(join(tmpdir(), 'unfold-changes-'));
  made.push(clone);
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${folder}`, clone], { stdio: 'ignore' });
  const { notes } = await readFolder(clone, { base: '/' });
  assert.deepEqual(await latestChanges(clone, notes, 50), []);
});
