/**
 * Asks a server of the site for what every host is to send: `npm run test:server -- http://127.0.0.1:8080/`.
 *
 * The workflow asks the container that it has built, as docs/deploying.md says; any server that sends our headers can be asked.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planUpload } from '../../src/cli/upload-plan.ts';
import { headers } from '../../src/integrations/host-headers.ts';

const [given] = process.argv.slice(2);
if (given === undefined || !URL.canParse(given)) {
  console.error('Which server? Usage: npm run test:server -- http://127.0.0.1:8080/');
  process.exit(2);
}
const site = given.endsWith('/') ? given : `${given}/`;
/** In bytes: what `deploy/container/compress.ts` does not pack. */
const SMALL = 200;

const ask = (path: string): Promise<Response> =>
  fetch(new URL(path, site), { headers: { 'accept-encoding': 'br' }, redirect: 'manual' });

/** How long a file may be kept, `path` being below the built folder: as an upload to S3 says it. */
const keptFor = (path: string) => planUpload([path], new Set())[0]?.cacheControl;

/** As many of the headers that every host sends as an answer has. */
const own = (answer: Response) =>
  Object.fromEntries(Object.keys(headers).map((name) => [name, answer.headers.get(name)]));

const named = (answer: Response, ...names: string[]) => names.map((name) => answer.headers.get(name));

/** Scripts and styles of the home page, by their paths below the built folder. */
async function partsOfHome(): Promise<string[]> {
  const html = await (await ask('')).text();
  return [...html.matchAll(/"[^"]*\/(_astro\/[^"]+\.(?:css|js))"/g)].map(([, path = '']) => path);
}

for (const [what, path, status] of [
  ['a page', '', 200],
  ['a page that is not there', 'nowhere/', 404],
] as const)
  test(`${what} comes in Brotli, with the headers of every host, and may be kept a minute`, async () => {
    const answer = await ask(path);
    assert.equal(answer.status, status);
    assert.deepEqual(own(answer), headers);
    assert.deepEqual(named(answer, 'content-type', 'content-encoding', 'cache-control', 'vary', 'server'), [
      'text/html; charset=utf-8',
      'br',
      keptFor('index.html'),
      'Accept-Encoding',
      null,
    ]);
    assert.match(await answer.text(), /^<!DOCTYPE html>/i);
  });

test('what a page is made of comes in Brotli unless it is small', async () => {
  const paths = await partsOfHome();
  assert.ok(paths.length > 0);
  for (const path of paths) {
    const answer = await ask(path);
    const isSmall = (await answer.arrayBuffer()).byteLength < SMALL;
    assert.deepEqual(
      [answer.status, ...named(answer, 'content-encoding')],
      [200, isSmall ? null : 'br'],
      path,
    );
  }
});

test('every kind of file may be kept as long as an upload to S3 says', async () => {
  for (const path of ['sw.js', 'offline.json', 'pagefind/pagefind.js', 'index.md', ...(await partsOfHome())])
    assert.deepEqual(named(await ask(path), 'cache-control'), [keptFor(path)], path);
});

test('Markdown and the manifest have their types', async () => {
  assert.deepEqual(named(await ask('index.md'), 'content-type'), ['text/markdown; charset=utf-8']);
  assert.deepEqual(named(await ask('manifest.webmanifest'), 'content-type'), ['application/manifest+json']);
});

test('an address without a slash leads to its page', async () => {
  const answer = await ask('search');
  assert.ok([301, 308].includes(answer.status), String(answer.status));
  assert.equal(new URL(answer.headers.get('location') ?? '', answer.url).href, new URL('search/', site).href);
});

test('what other hosts read is not there', async () => {
  for (const path of ['_headers', '_redirects']) assert.equal((await ask(path)).status, 404, path);
});
