/** In dev, what stands beside notes is answered, and a question that cannot be answered does not wait for ever. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { attachments } from '../../src/integrations/attachments.ts';
import { manifestName } from '../../src/site.ts';

type Next = (error?: unknown) => void;
type Middleware = (...asked: [...Parameters<RequestListener>, Next]) => void;

let folder: string;
const said: string[] = [];
const server = createServer();
let address: string;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unfold-attachments-'));
  await writeFile(join(folder, 'a cup.svg'), '<svg/>');
  const cacheDir = pathToFileURL(`${folder}/`);
  const logger = { error: (message: string) => said.push(message) };
  const use = (middleware: Middleware) =>
    server.on('request', (request, response) =>
      middleware(Object.assign(request, { originalUrl: request.url }), response, (error) => {
        response.statusCode = error ? 500 : 404;
        response.end(String(error ?? 'Not here.'));
      }),
    );
  const { hooks } = attachments();
  await hooks['astro:config:done']?.({ config: { cacheDir } } as never);
  await hooks['astro:server:setup']?.({ server: { middlewares: { use } }, logger } as never);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Asks, with the list of what there is as it is. */
async function ask(path: string, list: string) {
  await writeFile(join(folder, manifestName), list);
  const response = await fetch(address + path, { signal: AbortSignal.timeout(10_000) });
  return [response.status, response.headers.get('Content-Type'), await response.text()];
}

const list = () =>
  JSON.stringify({ root: folder, attachments: [{ path: 'a cup.svg', url: 'files/tea/a cup.svg' }] });

test('a file beside a note is served, and what is none is left to others', async () => {
  assert.deepEqual(await ask('/files/tea/a%20cup.svg', list()), [200, 'image/svg+xml', '<svg/>']);
  assert.deepEqual(await ask('/files/src/page.ts', list()), [404, null, 'Not here.']);
  assert.deepEqual(said, []);
});

test('whoever asks while the list of files cannot be read is told, and so is the author', async () => {
  const fault = 'SyntaxError: Unexpected end of JSON input';
  assert.deepEqual(await ask('/files/src/page.ts', ''), [500, null, fault]);
  assert.deepEqual(said.splice(0), [fault]);
});

test('for what stands elsewhere the list of files is not read', async () => {
  assert.deepEqual(await ask('/src/page.ts', 'no list'), [404, null, 'Not here.']);
  assert.deepEqual(said, []);
});

test('a file that is gone since the notes were read is told as well', async () => {
  await rm(join(folder, 'a cup.svg'));
  const [status, , fault] = await ask('/files/tea/a%20cup.svg', list());
  assert.equal(status, 500);
  assert.equal(fault, `Error: ENOENT: no such file or directory, open '${join(folder, 'a cup.svg')}'`);
});
