/** A site is written over the one before: nothing stays that another hand has touched, and nothing is left over. */
import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { makeReady, removeOlder } from '../../src/integrations/in-place.ts';

let outside: string;
let folder: string;

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'unfold-in-place-'));
  folder = join(outside, 'site');
});
afterEach(() => rmSync(outside, { recursive: true }));

function write(path: string, text = path): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** A build that writes these files and no others; those that are `kept` it leaves alone. */
function build(paths: readonly string[], kept: readonly string[] = []): Record<string, number> {
  const since = makeReady(folder, [], {});
  for (const path of paths) write(path);
  const left = removeOlder(folder, since, new Set(kept));
  untilLaterThan(Math.max(...Object.values(left)));
  return left;
}

/** File systems tell times in steps: what comes now is later than `time`, in epoch ms, by one of them at least. */
function untilLaterThan(time: number): void {
  const probe = join(outside, 'probe');
  do writeFileSync(probe, '');
  while (lstatSync(probe).ctimeMs <= time);
}

const stands = (path: string): boolean =>
  lstatSync(join(folder, path), { throwIfNoEntry: false }) !== undefined;

test('what is as the last build left it stays', () => {
  const left = build(['tea/index.html', 'tea.md']);
  makeReady(folder, ['/tea/'], left);
  assert.deepEqual(['tea/index.html', 'tea.md'].map(stands), [true, true]);
});

test('what the last build did not write, or somebody has written to since, goes', () => {
  const left = build(['tea.md', 'same.md']);
  write('tea.md', 'other');
  write('new.md');
  makeReady(folder, [], left);
  assert.deepEqual(['tea.md', 'same.md', 'new.md'].map(stands), [false, true, false]);
});

test('where nothing is known of the last build nothing stays but the history of git', () => {
  build(['tea/index.html', '.git/HEAD']);
  makeReady(folder, [], {});
  assert.deepEqual(['tea/index.html', '.git/HEAD'].map(stands), [false, true]);
});

test('what has a second name elsewhere, or may not be written to, goes, so that a copy is made anew', () => {
  const left = build(['linked.png', 'locked.png']);
  linkSync(join(folder, 'linked.png'), join(outside, 'copy.png'));
  chmodSync(join(folder, 'locked.png'), 0o444);
  const now = Object.fromEntries(
    Object.keys(left).map((path) => [path, lstatSync(join(folder, path)).ctimeMs]),
  );
  makeReady(folder, [], { ...left, 'locked.png': now['locked.png'] as number });
  assert.deepEqual(['linked.png', 'locked.png'].map(stands), [false, false]);
  assert.equal(readFileSync(join(outside, 'copy.png'), 'utf8'), 'linked.png');
});

test('a link goes, and what it leads to stays as it is', () => {
  mkdirSync(join(outside, 'own'));
  writeFileSync(join(outside, 'own', 'letter.txt'), 'mine');
  const left = build(['tea.md']);
  symlinkSync(join(outside, 'own'), join(folder, 'own'));
  makeReady(folder, ['/own/'], left);
  assert.equal(stands('own'), false);
  assert.equal(readFileSync(join(outside, 'own', 'letter.txt'), 'utf8'), 'mine');
});

test('a file makes way for a folder of its name, and a folder for a file', () => {
  const left = build(['tea', 'pot/lid.png']);
  makeReady(folder, ['/tea/green/', 'pot'], left);
  assert.deepEqual(['tea', 'pot'].map(stands), [false, false]);
});

test('what a build neither wrote nor kept is left over, and goes with the folders that it leaves empty', () => {
  const first = build(['a/b/c/old.html', 'a/kept.html', 'new.html']);
  const since = makeReady(folder, [], first);
  write('new.html');
  const left = removeOlder(folder, since, new Set(['a/kept.html']));
  assert.deepEqual(Object.keys(left).sort(), ['a/kept.html', 'new.html']);
  assert.equal(left['a/kept.html'], first['a/kept.html']);
  assert.deepEqual([existsSync(join(folder, 'a/b')), stands('a/kept.html')], [false, true]);
});
