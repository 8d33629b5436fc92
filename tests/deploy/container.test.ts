/** The container: what its server sends, what goes into it, and what is made smaller on the way. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { access, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { planUpload } from '../../src/cli/upload-plan.ts';
import { FOR_EVER, headers, policyOfFiles } from '../../src/integrations/host-headers.ts';
import { inContainer } from '../support/sites.ts';
import { root } from '../support/step.ts';

const folder = join(root, 'deploy', 'container');
const caddyfile = await readFile(join(folder, 'Caddyfile'), 'utf8');
const dockerfile = await readFile(join(folder, 'Dockerfile'), 'utf8');
const lines = caddyfile.split('\n').map((line) => line.trim());

/** What a matcher of the Caddyfile says, such as `@files`. */
const matcher = (name: string): string => lines.find((line) => line.startsWith(`${name} `)) ?? '';

test('the server sends the headers of every host, with errors too', () => {
  const { 'Content-Security-Policy': policy, ...others } = headers;
  const start = lines.indexOf('(headers) {');
  const snippet = lines.slice(start + 2, lines.indexOf('}', start));
  assert.deepEqual(
    snippet,
    Object.entries(others).map(([name, value]) => `${name} "${value}"`),
  );
  assert.equal(lines.filter((line) => line === 'import headers').length, 2);
  assert.deepEqual(
    lines.filter((line) => line.includes('Content-Security-Policy')),
    [
      `header @pages Content-Security-Policy "${policy}"`,
      `header @files Content-Security-Policy "${policyOfFiles}"`,
      `header Content-Security-Policy "${policy}"`,
    ],
  );
  assert.equal(matcher('@files'), '@files path {$BASE_PATH:/}files/*');
  assert.equal(matcher('@pages'), '@pages not path {$BASE_PATH:/}files/*');
});

test('each kind of file may be kept as long as an upload to S3 says', () => {
  const said = (path: string) => planUpload([path], new Set())[0]?.cacheControl;
  assert.ok(lines.includes(`header @hashed Cache-Control "${FOR_EVER}"`));
  assert.equal(said('_astro/a.1.js'), FOR_EVER);
  assert.ok(lines.includes(`header @rest Cache-Control "${said('index.html')}"`));
  assert.ok(lines.includes(`header @worker Cache-Control "${said('sw.js')}"`));
  const hashed = matcher('@hashed').replace('@hashed path ', '');
  const worker = matcher('@worker').replace('@worker path ', '');
  for (const pattern of worker.split(' '))
    assert.equal(said(pattern.replace('{$BASE_PATH:/}', '')), 'no-cache', pattern);
  for (const pattern of hashed.split(' '))
    assert.equal(said(pattern.replace('{$BASE_PATH:/}', '').replace('*', 'x')), FOR_EVER, pattern);
  assert.equal(matcher('@rest'), `@rest not path ${hashed} ${worker}`);
});

test('the image runs as nobody, without rights and from named versions, and all that it copies is there', async () => {
  const words = dockerfile.split('\n').map((line) => line.split(' '));
  const of = (instruction: string) => words.filter(([first]) => first === instruction);
  for (const [, image = ''] of of('FROM')) assert.match(image, /^[a-z]+:\d+/);
  assert.deepEqual(of('USER'), [['USER', '65534:65534']]);
  assert.ok(dockerfile.includes('RUN setcap -r /usr/bin/caddy\n'));
  assert.ok(caddyfile.includes('\tadmin off\n'));
  assert.match(caddyfile, /^:\{\$PORT:8080\} \{$/m);
  assert.deepEqual(of('EXPOSE'), [['EXPOSE', '8080']]);
  for (const [, ...paths] of of('COPY')) {
    if (paths[0]?.startsWith('--from')) continue;
    for (const path of paths.slice(0, -1)) await access(join(root, path));
  }
  for (const [, , path = ''] of words.filter(([first, second]) => first === 'RUN' && second === 'node'))
    await access(join(root, path));
});

test('a build in the image is told what the tests of pages have the course built with', () => {
  const build = dockerfile.slice(0, dockerfile.lastIndexOf('FROM'));
  const told = [...build.matchAll(/^ARG (\w+)=(.*)$/gm)].map(([, name = '', value]) => [name, value]);
  assert.deepEqual(Object.fromEntries(told), inContainer);
});

test('compress puts beside each text what unpacks to the same, and leaves the rest', async () => {
  const work = await mkdtemp(join(tmpdir(), 'unfold-compress-'));
  try {
    const text = 'The kernel. Everything else is its own. '.repeat(50);
    for (const name of ['a.html', 'b.js', 'c.png', 'd.json'])
      await writeFile(join(work, name), name === 'd.json' ? '{}' : text);
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'compress.ts'), work]);
    assert.deepEqual((await readdir(work)).sort(), [
      ...['a.html', 'a.html.br', 'a.html.gz', 'b.js', 'b.js.br', 'b.js.gz', 'c.png', 'd.json'],
    ]);
    for (const name of ['a.html', 'b.js']) {
      assert.equal(brotliDecompressSync(await readFile(join(work, `${name}.br`))).toString(), text);
      assert.equal(gunzipSync(await readFile(join(work, `${name}.gz`))).toString(), text);
    }
    const { length } = await readFile(join(work, 'a.html.br'));
    assert.equal(stdout, `2 files of ${2 * text.length} bytes are ${2 * length} bytes in Brotli.\n`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
});

test('compress without a folder, or with one that is not there, says what it wants', async () => {
  const said = async (...names: string[]) => {
    const running = promisify(execFile)(process.execPath, [join(folder, 'compress.ts'), ...names]);
    const { code, stderr } = (await running.catch((reason) => reason)) as { code: number; stderr: string };
    return [code, stderr];
  };
  assert.deepEqual(await said(), [2, 'Which folder? Usage: npx node deploy/container/compress.ts FOLDER\n']);
  assert.deepEqual(await said('/nowhere'), [
    1,
    "/nowhere cannot be read (ENOENT: no such file or directory, scandir '/nowhere'). Build the site first, with npm run build, and name its folder.\n",
  ]);
});
