/**
 * Bad notes end in a whole page or in a message with file, line, rule and remedy; never in a crash, never in silence.
 *
 * What is expected stands in `expected.json`; `UPDATE=1` writes it anew, and every change of it is to be read.
 */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { summarise } from '../../src/cli/report.ts';
import { readFolder } from '../../src/markdown/folder.ts';
import { cases } from './cases.ts';

const expectedFile = join(import.meta.dirname, 'expected.json');
const update = process.env['UPDATE'] === '1';

interface Outcome {
  /** Routes of the pages there are. */
  pages: string[];
  /** What the check command prints. */
  says: string[];
  /** What keeps a build from going on. */
  stops: string[];
}

const expected = update ? {} : (JSON.parse(await readFile(expectedFile, 'utf8')) as Record<string, Outcome>);
const found: Record<string, Outcome> = {};
const work = await mkdtemp(join(tmpdir(), 'unfold-bad-'));
await writeFile(join(work, 'outside.md'), '# Secret\n');

after(async () => {
  await rm(work, { recursive: true, force: true });
  if (update) await writeFile(expectedFile, `${JSON.stringify(found, null, 2)}\n`);
});

for (const { name, files, links = {}, holds = [], lacks = [] } of cases) {
  test(name, { timeout: 20_000 }, async () => {
    const folder = join(work, name.slice(0, 2), 'notes');
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    for (const [path, target] of Object.entries(links)) await symlink(target, join(folder, path));
    const result = await readFolder(folder, { base: '/' });
    const html = result.notes.map((note) => note.html).join('\n');
    for (const pattern of holds) assert.match(html, pattern);
    for (const pattern of lacks) assert.doesNotMatch(html, pattern);
    assert.doesNotMatch(html, /Secret/);
    found[name] = {
      pages: result.notes.map((note) => note.route),
      says: summarise(result).lines,
      stops: result.problems
        .filter((problem) => problem.severity === 'error')
        .map(({ path, rule }) => `${path} ${rule}`),
    };
    if (!update) assert.deepEqual(found[name], expected[name]);
  });
}

test('every file that is read has a page, stops the build or is named as left out', () => {
  for (const { name, files } of cases) {
    const { pages, says, stops } = found[name] ?? { pages: [], says: [], stops: [] };
    const notes = Object.keys(files).filter((path) => /\.(?:md|markdown)$/i.test(path));
    const leftOut = says.filter((line) => line.startsWith('left out: ')).length;
    assert.equal(pages.length + stops.length + leftOut >= notes.length, true, name);
  }
});
