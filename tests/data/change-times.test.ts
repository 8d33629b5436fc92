import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { changeTimes } from '../../src/data/change-times.ts';

let base: string;
let notes: string;

before(async () => {
  base = await mkdtemp(join(tmpdir(), 'unfold-times-'));
  notes = join(base, 'repository', 'notes');
  await mkdir(notes, { recursive: true });
  git(1000, 'init', '--quiet', '--initial-branch=main', '..');
  await commit(1000, 'old.md');
  await commit(2000, 'two words.md');
  git(2000, 'checkout', '--quiet', '-b', 'branch');
  await commit(3000, 'branched.md');
  git(2000, 'checkout', '--quiet', 'main');
  await commit(4000, 'edited.md');
  git(5000, 'merge', '--quiet', '--no-ff', '-m', 'Merge', 'branch');
});

after(() => rm(base, { recursive: true, force: true }));

function git(seconds: number, ...command: string[]): void {
  const date = `${1_700_000_000 + seconds} +0000`;
  execFileSync('git', ['-C', notes, '-c', 'user.name=A', '-c', 'user.email=a@a.example', ...command], {
    env: {
      ...process.env,
      GIT_AUTHOR_DATE: '1600000000 +0000',
      GIT_COMMITTER_DATE: date,
      GIT_CONFIG_GLOBAL: '/dev/null',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function commit(seconds: number, file: string): Promise<void> {
  await write(notes, file, 0);
  git(seconds, 'add', '--all');
  git(seconds, 'commit', '--quiet', '-m', file);
}

/** Writes a file whose own time is so many seconds after the base of all times here. */
async function write(folder: string, file: string, seconds: number): Promise<void> {
  await writeFile(join(folder, file), `# ${file} ${seconds}\n`);
  await utimes(join(folder, file), 1_700_000_000 + seconds, 1_700_000_000 + seconds);
}

async function times(folder: string, ...files: string[][]): Promise<number[]> {
  const { latest } = await changeTimes(folder);
  const found = await Promise.all(files.map((paths) => latest(paths)));
  return found.map((time) => time / 1000 - 1_700_000_000);
}

test('a file changed when its last commit was made, not when it was written or checked out', async () => {
  assert.deepEqual(await times(notes, ['old.md'], ['two words.md']), [1000, 2000]);
});

test('what a merge brought changed with the merge: only then could anybody get it', async () => {
  assert.deepEqual(await times(notes, ['branched.md']), [5000]);
});

test('of several files the latest counts', async () => {
  assert.deepEqual(
    await times(notes, ['old.md', 'two words.md', 'gone.md'], ['gone.md']),
    [2000, -1_700_000_000],
  );
});

test('an edit that is not committed, and a new file, have the time of the file', async () => {
  await write(notes, 'edited.md', 9000);
  await write(notes, 'new.md', 8000);
  assert.deepEqual(await times(notes, ['edited.md'], ['new.md']), [9000, 8000]);
  git(5000, 'checkout', '--quiet', '--', 'edited.md');
  await rm(join(notes, 'new.md'));
});

test('in a shallow clone no file is older than it is', async () => {
  const clone = join(base, 'clone');
  execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${join(base, 'repository')}`, clone]);
  assert.deepEqual(await times(join(clone, 'notes'), ['old.md'], ['branched.md']), [5000, 5000]);
});

test('without a history a file has its own time', async () => {
  const plain = join(base, 'plain');
  await mkdir(plain);
  await write(plain, 'a.md', 7000);
  assert.deepEqual(await times(plain, ['a.md']), [7000]);
});
