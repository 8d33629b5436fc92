/**
 * Bad notes end in a whole page or in a message with file, line, rule and remedy; never in a crash, never in silence.
 *
 * What is expected stands in `expected.json`; `UPDATE=1` writes it anew, and every change of it is to be read.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { summarise } from '../../src/cli/report.ts';
import type { Folder } from '../../src/core/note.ts';
import { readFolder } from '../../src/markdown/folder.ts';
import { type Case, cases } from './cases.ts';

const expectedFile = join(import.meta.dirname, 'expected.json');
const update = process.env['UPDATE'] === '1';

interface Outcome {
  /** Routes of the pages there are. */
  pages: string[];
  /** What the check command prints. */
  says: string[];
  /** What keeps a build from going on. */
  stops: string[];
  /** What the check command ends with. */
  exit: 0 | 1;
}

const expected = update ? {} : (JSON.parse(await readFile(expectedFile, 'utf8')) as Record<string, Outcome>);
const found: Record<string, Outcome> = {};
const work = await mkdtemp(join(tmpdir(), 'unfold-bad-'));
await writeFile(join(work, 'outside.md'), '# Secret\n');

after(async () => {
  await rm(work, { recursive: true, force: true });
  if (update) await writeFile(expectedFile, `${JSON.stringify(found, null, 2)}\n`);
});

// Root may read everything; without its rights for a moment it is as any reader. Null where it cannot drop them.
const NOBODY = 65_534;
const asReader: ((read: () => Promise<Folder>) => Promise<Folder>) | null = await (async () => {
  if (process.geteuid?.() !== 0) return (read) => read();
  try {
    process.seteuid?.(NOBODY);
    process.seteuid?.(0);
  } catch {
    return null;
  }
  await chmod(work, 0o755);
  return async (read) => {
    process.seteuid?.(NOBODY);
    try {
      return await read();
    } finally {
      process.seteuid?.(0);
    }
  };
})();

async function lay(
  folder: string,
  { files, links = {}, pipes = [], sockets = [], locked = [] }: Case,
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  for (const [path, target] of Object.entries(links)) await symlink(target, join(folder, path));
  for (const path of pipes) assert.equal(spawnSync('mkfifo', [join(folder, path)]).status, 0);
  for (const path of sockets) {
    const server = createServer().listen(join(folder, path));
    await once(server, 'listening');
    after(() => server.close());
  }
  for (const path of locked) await chmod(join(folder, path), 0);
}

for (const [index, bad] of cases.entries()) {
  const { name, locked = [], holds = [], lacks = [] } = bad;
  const skip =
    locked.length > 0 && asReader === null && 'root cannot drop its rights here, and reads every file';
  test(name, { timeout: 20_000, skip }, async () => {
    const folder = join(work, String(index), 'notes');
    await lay(folder, bad);
    const read = () => readFolder(folder, { base: '/' });
    const result = locked.length > 0 && asReader !== null ? await asReader(read) : await read();
    for (const path of locked) await chmod(join(folder, path), 0o700);
    const summary = summarise(result);
    const html = result.notes.map((note) => note.html).join('\n');
    for (const pattern of holds) assert.match(html, pattern);
    for (const pattern of lacks) assert.doesNotMatch(html, pattern);
    assert.doesNotMatch(html, /Secret/);
    found[name] = {
      pages: result.notes.map((note) => note.route),
      says: summary.lines,
      stops: result.problems
        .filter((problem) => problem.severity === 'error')
        .map(({ path, rule }) => `${path} ${rule}`),
      exit: summary.errors > 0 ? 1 : 0,
    };
    if (!update) assert.deepEqual(found[name], expected[name]);
  });
}

test('every file that is read has a page, stops the build or is named as left out', () => {
  for (const { name, files, pipes = [], sockets = [] } of cases) {
    if (found[name] === undefined) continue; // skipped above
    const { pages, says, stops } = found[name];
    const notes = [...Object.keys(files), ...pipes, ...sockets].filter((path) =>
      /\.(?:md|markdown)$/i.test(path),
    );
    const leftOut = says.filter((line) => line.startsWith('left out: ')).length;
    assert.equal(pages.length + stops.length + leftOut >= notes.length, true, name);
  }
});

test('each of the 84 kinds of bad notes has its case', () => {
  const numbers = cases.flatMap(({ name }) => {
    const [, first, word, last] = /^(\d+)(?: (to|and) (\d+))? /.exec(name) ?? [];
    const [from, to] = [Number(first), Number(last ?? first)];
    return word === 'and' ? [from, to] : Array.from({ length: to - from + 1 }, (_, n) => from + n);
  });
  const all = Array.from({ length: 84 }, (_, n) => n + 1);
  assert.deepEqual([...new Set(numbers)], all);
});
