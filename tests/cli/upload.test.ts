/** `npm run upload`: what it puts into a bucket, in which order, and what it takes away. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { layAws, builtFiles as site, type World, worldIn } from '../support/fake-aws.ts';
import { root } from '../support/step.ts';

const base = await mkdtemp(join(tmpdir(), 'unfold-upload-test-'));
after(() => rm(base, { recursive: true, force: true }));

let folder = '';
let bin = '';
let dist = '';

interface Outcome {
  out: string;
  err: string;
  code: number;
}

function upload(...args: string[]): Promise<Outcome> {
  const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}` };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'src/cli/upload.ts'), ...args],
      { env, cwd: folder },
      (reason, out, err) => {
        resolve({ out, err, code: typeof reason?.code === 'number' ? reason.code : 0 });
      },
    );
  });
}

async function lay(files: Record<string, string>): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(dist, path)), { recursive: true });
    await writeFile(join(dist, path), text);
  }
}

/** The world with these objects, and nothing said of them. */
const holding = (objects: Record<string, string>, more: Partial<World> = {}): World => ({
  objects: Object.fromEntries(
    Object.entries(objects).map(([key, body]) => [
      key,
      { body, cacheControl: undefined, contentType: undefined },
    ]),
  ),
  changes: [],
  ...more,
});
const state = (retired: Record<string, number>): string => JSON.stringify({ retired });
const keys = (): string[] => Object.keys(worldIn(bin).objects).sort();

beforeEach(async () => {
  folder = await mkdtemp(join(base, 'case-'));
  bin = join(folder, 'bin');
  dist = join(folder, 'dist');
  await mkdir(bin);
  await lay(site);
  layAws(bin, holding({}));
});

test('a first upload puts every file there but those for other hosts: parts before pages, the worker last', async () => {
  const { out, err, code } = await upload('s3://my-notes');
  assert.equal(err, '');
  assert.equal(
    out,
    `uploaded 3 named by their content, kept a year
uploaded 3 that pages refer to, kept a minute
uploaded 3 as pages, kept a minute
uploaded 3 of the service worker, never kept
deleted 0 of earlier uploads; 0 more stay up to 14 days for pages that are open
s3://my-notes/ is up to date.
`,
  );
  assert.equal(code, 0);
  assert.deepEqual(worldIn(bin).changes, [
    'put my-notes/_upload.json',
    'put my-notes/_astro/Page.-xGAces3.css',
    'put my-notes/_astro/history.OPUdIs5z.js',
    'put my-notes/pagefind/fragment/en_1234.pf_fragment',
    'put my-notes/1-bread/1-dough.md',
    'put my-notes/files/1-bread/loaf [1] *.jpg',
    'put my-notes/pagefind/pagefind-entry.json',
    'put my-notes/1-bread/1-dough/index.html',
    'put my-notes/404.html',
    'put my-notes/index.html',
    'put my-notes/offline.json',
    'put my-notes/sw-off.js',
    'put my-notes/sw.js',
    'put my-notes/_upload.json',
  ]);
});

test('each file goes up as it is, with its type and how long it may be kept', async () => {
  await upload('s3://my-notes');
  const { objects } = worldIn(bin);
  for (const [path, text] of Object.entries(site))
    assert.equal(
      objects[`my-notes/${path}`]?.body,
      path.startsWith('_h') || path.startsWith('_r') ? undefined : text,
    );
  const said = (path: string) => {
    const { cacheControl, contentType } = objects[`my-notes/${path}`] ?? {};
    return `${cacheControl} | ${contentType}`;
  };
  const year = 'public, max-age=31536000, immutable';
  assert.equal(said('_astro/Page.-xGAces3.css'), `${year} | text/css; charset=utf-8`);
  assert.equal(said('_astro/history.OPUdIs5z.js'), `${year} | text/javascript; charset=utf-8`);
  assert.equal(said('pagefind/fragment/en_1234.pf_fragment'), `${year} | application/octet-stream`);
  assert.equal(said('1-bread/1-dough.md'), 'public, max-age=60 | text/markdown; charset=utf-8');
  assert.equal(said('files/1-bread/loaf [1] *.jpg'), 'public, max-age=60 | image/jpeg');
  assert.equal(said('index.html'), 'public, max-age=60 | text/html; charset=utf-8');
  assert.equal(said('sw.js'), 'no-cache | text/javascript; charset=utf-8');
  assert.equal(said('sw-off.js'), 'no-cache | text/javascript; charset=utf-8');
  assert.equal(said('offline.json'), 'no-cache | application/json; charset=utf-8');
});

test('a site below a path goes there, and nothing beside it is touched', async () => {
  layAws(bin, holding({ 'my-notes/index.html': 'another site', 'my-notes/notesx/a.html': 'a third' }));
  const { out } = await upload('s3://my-notes/notes/');
  assert.match(out, /^s3:\/\/my-notes\/notes\/ is up to date\.$/m);
  assert.equal(worldIn(bin).objects['my-notes/index.html']?.body, 'another site');
  assert.equal(worldIn(bin).objects['my-notes/notesx/a.html']?.body, 'a third');
  assert.equal(worldIn(bin).objects['my-notes/notes/index.html']?.body, 'home');
});

test('an upload after an edit takes the page of a note that is gone, and keeps what open pages may ask for', async () => {
  await upload('s3://my-notes');
  const { '_astro/Page.-xGAces3.css': _, '1-bread/1-dough/index.html': __, ...rest } = site;
  await lay({ ...rest, '_astro/Page.newer123.css': 'css 2' });
  layAws(bin, { ...worldIn(bin), changes: [] });
  const { out } = await upload('s3://my-notes');
  assert.match(out, /^uploaded 1 named by their content, kept a year$/m);
  assert.match(out, /^deleted 1 of earlier uploads; 1 more stay up to 14 days for pages that are open$/m);
  const { changes, objects } = worldIn(bin);
  assert.equal(changes[0], 'put my-notes/_astro/Page.newer123.css');
  assert.deepEqual(changes.slice(-2), [
    'put my-notes/_upload.json',
    'delete my-notes/1-bread/1-dough/index.html',
  ]);
  assert.ok('my-notes/_astro/Page.-xGAces3.css' in objects);
  const { retired } = JSON.parse(objects['my-notes/_upload.json']?.body ?? '') as { retired: object };
  assert.deepEqual(Object.keys(retired), ['_astro/Page.-xGAces3.css']);
});

test('--dry-run tells the same and changes nothing', async () => {
  layAws(bin, holding({ 'my-notes/old.html': 'old', 'my-notes/_upload.json': state({}) }));
  const { out, code } = await upload('s3://my-notes', '--dry-run');
  assert.equal(code, 0);
  assert.match(out, /^would delete 1 of earlier uploads; 0 more/m);
  assert.match(out, /^Nothing was changed in s3:\/\/my-notes\/, because of --dry-run\.$/m);
  assert.deepEqual(worldIn(bin).changes, []);
});

test('a bucket with files of somebody else is refused, until one says that they may go', async () => {
  layAws(bin, holding({ 'photos/holiday.jpg': 'photo', 'photos/index.html': 'an index' }));
  assert.deepEqual(await upload('s3://photos'), {
    out: '',
    err: 's3://photos/ holds what no upload put there, 1 in all, such as holiday.jpg. An upload deletes what the site does not have. Name an empty bucket or prefix, or say --take-over if it may go.\n',
    code: 1,
  });
  assert.deepEqual(worldIn(bin).changes, []);
  assert.equal((await upload('s3://photos', '--take-over')).code, 0);
  assert.ok(!keys().includes('photos/holiday.jpg'));
});

test('an upload that is stopped at a page has deleted nothing, and the next one completes it', async () => {
  const before = holding({ 'my-notes/old.html': 'old', 'my-notes/_upload.json': state({}) });
  layAws(bin, { ...before, refuses: '/404.html' });
  const { out, err, code } = await upload('s3://my-notes');
  assert.equal(code, 2);
  assert.equal(
    out,
    'uploaded 3 named by their content, kept a year\nuploaded 3 that pages refer to, kept a minute\n',
  );
  assert.match(
    err,
    /^aws s3 cp .* --content-type text\/html; charset=utf-8\nupload failed: my-notes\/404\.html AccessDenied\n/,
  );
  assert.match(
    err,
    /^The upload is not complete\. Nothing was deleted that a page still needs: mend this and run it again\.$/m,
  );
  assert.ok(keys().includes('my-notes/old.html'));
  assert.ok(!keys().includes('my-notes/sw.js'));
  const { refuses: _, ...world } = worldIn(bin);
  layAws(bin, world);
  assert.equal((await upload('s3://my-notes')).code, 0);
  assert.ok(!keys().includes('my-notes/old.html'));
  assert.ok(keys().includes('my-notes/sw.js'));
});

test('a file that could not be deleted is told, though aws ends with success', async () => {
  const before = holding({ 'my-notes/old.html': 'old', 'my-notes/_upload.json': state({}) });
  layAws(bin, { ...before, holds: ['old.html'] });
  const { err, code } = await upload('s3://my-notes');
  assert.equal(err.split('\n')[0], 'Not deleted: 1, such as old.html: Access Denied');
  assert.equal(code, 2);
});

test('a site that was built for another path than it goes to is told, and goes there all the same', async () => {
  const page = '<link rel="stylesheet" href="/notes/_astro/Page.-xGAces3.css">';
  await lay({ ...site, 'index.html': page });
  const { err, code } = await upload('s3://my-notes');
  assert.equal(
    err,
    'dist was built for /notes/, and s3://my-notes/ is / on the host. Unless the distribution knows better, build with BASE_PATH=/, or upload to s3://my-notes/notes/.\n',
  );
  assert.equal(code, 0);
  assert.equal((await upload('s3://my-notes/notes')).err, '');
  await lay({ ...site, 'index.html': page.replace('/notes', '') });
  assert.match(
    (await upload('s3://my-notes/notes')).err,
    /^dist was built for \/, and s3:\/\/my-notes\/notes\/ is /,
  );
  assert.equal((await upload('s3://my-notes')).err, '');
});

test('a damaged record of old files stops before anything is put there', async () => {
  for (const text of ['{"retired":', '[]', '{"retired":{"_astro/a.js":"yesterday"}}']) {
    layAws(bin, holding({ 'my-notes/_upload.json': text }));
    const { err, code } = await upload('s3://my-notes');
    assert.equal(
      err.split('\n')[0],
      's3://my-notes/_upload.json says something else than when old files may go. Write {"retired":{}} into it; they then stay 14 days from now.',
    );
    assert.equal(code, 2);
    assert.deepEqual(worldIn(bin).changes, []);
  }
});

test('what is no place in S3, no built site or no program is named with what to do', async () => {
  assert.match(
    (await upload('my-notes')).err,
    /^“my-notes” is no place in S3\. Write s3:\/\/ and the name of the bucket, and for a site below a path that path too: s3:\/\/my-notes\/notes\/$/m,
  );
  assert.match(
    (await upload('s3://my-notes', 'elsewhere')).err,
    /^elsewhere is no built site: index\.html or 404\.html is missing\. Run npm run build first, or name the folder it wrote\.$/m,
  );
  assert.equal(
    (await upload()).out,
    'Usage: npm run upload -- s3://BUCKET[/PREFIX/] [FOLDER] [--take-over] [--dry-run]\n',
  );
  const nowhere = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'src/cli/upload.ts'), 's3://my-notes'],
      { env: { PATH: dist }, cwd: folder },
      (_, __, err) => resolve(err),
    );
  });
  assert.match(nowhere, /^The program aws is not there\. Install the AWS CLI, version 2, and sign in\.$/m);
});
