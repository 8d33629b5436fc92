/** A built site as hosts deliver it: what is text in Brotli, as small as it makes it (quality 11, as tests weigh it). */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { type Served, serve } from '../support/serve.ts';
import type { Site } from '../support/sites.ts';

const TEXT = /text|javascript|json|xml|svg|manifest/;
/** Serves the site; its bytes are those of a host in front of which nothing is cached. */
export async function serveInBrotli(site: Site): Promise<Served> {
  const plain = await serve(site);
  const { origin } = new URL(plain.url);
  const server = createServer(async ({ url = '/' }, response) => {
    const answer = await fetch(origin + url, { redirect: 'manual' });
    const body = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get('content-type') ?? '';
    const location = answer.headers.get('location');
    response.statusCode = answer.status;
    response.setHeader('content-type', type);
    if (location) response.setHeader('location', location);
    const isText = TEXT.test(type);
    if (isText) response.setHeader('content-encoding', 'br');
    response.end(isText ? brotliCompressSync(body) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${site.base}`,
    close: async () => {
      server.closeAllConnections();
      await Promise.all([new Promise((resolve) => server.close(resolve)), plain.close()]);
    },
  };
}
