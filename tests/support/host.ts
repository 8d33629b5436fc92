/** A host of static files as they are in the world: it lets pages be kept for ten minutes, hangs, fails, and publishes anew. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { typeOf } from './serve.ts';
import type { Site } from './sites.ts';

/** How the host answers: as it should, never, with status 503, or by breaking the connection as if there were none. */
export type Manner = 'answers' | 'hangs' | 'fails' | 'is away';

export class Host {
  manner: Manner = 'answers';
  /** What stands on it, at their base paths. */
  sites: Site[];
  /** Paths that are not there although their site has them. */
  readonly missing = new Set<string>();
  /** Paths that are asked for and never answered. */
  readonly held = new Set<string>();
  /** Paths at which another file of the site stands: `/sw.js` to `sw-off.js`. */
  readonly swapped = new Map<string, string>();
  /** Paths in the order in which they were asked for. */
  readonly asked: string[] = [];
  readonly #server = createServer((request, response) => this.#answer(request, response));

  constructor(...sites: Site[]) {
    this.sites = sites;
  }

  /** Starts, and resolves with the address of the root of the host. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer({ url = '/', headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(url, 'http://localhost');
    this.asked.push(pathname);
    if (this.manner === 'hangs' || this.held.has(pathname)) return;
    if (this.manner === 'is away') {
      response.destroy();
      return;
    }
    if (this.manner === 'fails') {
      response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Out of order</h1>');
      return;
    }
    const site = this.sites
      .filter(({ base }) => pathname.startsWith(base))
      .sort((a, b) => b.base.length - a.base.length)[0];
    const asked = decodeURIComponent(pathname.slice(site?.base.length ?? 0));
    const path = this.swapped.get(pathname) ?? asked.replace(/(^|\/)$/, '$1index.html');
    const content =
      site && !this.missing.has(pathname)
        ? await readFile(join(site.folder, path)).catch(() => undefined)
        : undefined;
    if (!content) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not here</h1>');
      return;
    }
    const etag = `"${createHash('sha256').update(content).digest('base64url')}"`;
    const told = { etag, 'cache-control': 'max-age=600' };
    if (headers['if-none-match'] === etag) response.writeHead(304, told).end();
    else response.writeHead(200, { ...told, 'content-type': typeOf(path) }).end(content);
  }
}
