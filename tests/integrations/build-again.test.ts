/** A build after a change writes the site that a build of nothing but the notes writes, to the byte. */
import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { cacheFolderOf } from '../../src/site.ts';
import { execute, root } from '../support/step.ts';

let folder: string;
let notes: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unfold-build-again-'));
  notes = join(folder, 'notes');
  await cp(join(root, 'tests', 'fixtures', 'notes'), notes, { recursive: true });
});
after(async () => {
  await rm(folder, { recursive: true, force: true });
  await forget();
});

/** Removes what builds have kept. */
const forget = () => rm(join(root, cacheFolderOf(notes, '/', 'en')), { recursive: true, force: true });

/** Builds the site: what it said, and its files by path. */
async function build(): Promise<{ said: string; files: Map<string, string> }> {
  const site = join(folder, 'site');
  const { code, output } = await execute({
    command: ['npm', 'run', '--silent', 'build', '--', '--outDir', site],
    env: { NOTES_DIR: notes, SITE_URL: 'https://notes.example' },
  });
  assert.equal(code, 0, output);
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => [path.slice(site.length), await readFile(path, 'base64')] as const),
  );
  return { said: output, files: new Map(files.sort()) };
}

/** Pages that were not rendered again, by what the build said. */
const restored = (said: string): number => said.match(/\((?:restored|cached)\)/g)?.length ?? 0;

test('after a change to a note, a picture, the settings and a name every file is as a first build writes it', async () => {
  await build();
  const note = join(notes, '2-coffee', '1-brewing.md');
  await writeFile(
    note,
    `${await readFile(note, 'utf8')}\n<details>\n<summary>New?</summary>\n\nYes.\n\n</details>\n`,
  );
  const picture = join(notes, '1-bread', 'images', 'crumb.png');
  await writeFile(picture, Buffer.concat([await readFile(picture), Buffer.from('.')]));
  const again = await build();
  assert.ok(restored(again.said) > 5);

  await rename(note, join(notes, '2-coffee', '1-steeping.md'));
  await writeFile(join(notes, 'unfold.yaml'), 'title: Other words\n');
  const second = await build();
  await forget();
  const first = await build();
  assert.equal(restored(first.said), 0);
  assert.deepEqual([...second.files.keys()], [...first.files.keys()]);
  const different = [...first.files].filter(([path, bytes]) => second.files.get(path) !== bytes);
  assert.deepEqual(
    different.map(([path]) => path),
    [],
  );
});

test('a page that a build left which did not come to its end is made anew', async () => {
  const { files } = await build();
  const cache = join(root, cacheFolderOf(notes, '/', 'en'));
  // What it is like after a page was written to the cache, and before the list of pages was.
  await rm(join(cache, 'left.json'));
  await writeFile(
    join(cache, 'dist', '2-coffee', '1-steeping', 'index.html'),
    'of a change that was taken back',
  );
  const again = await build();
  assert.equal(restored(again.said), 0);
  assert.equal(
    again.files.get('/2-coffee/1-steeping/index.html'),
    files.get('/2-coffee/1-steeping/index.html'),
  );
});
