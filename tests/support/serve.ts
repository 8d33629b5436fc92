import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Site } from './sites.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** The type of a file, by its name. */
export function typeOf(path: string): string {
  return types[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/** A site being served on this machine. */
export interface Served {
  /** Address of its home page. */
  url: string;
  close: () => Promise<void>;
}

/** Serves a built site as a plain host of static files would: folders by their index, 404.html for the rest. */
export async function serve({ folder, base }: Site): Promise<Served> {
  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (!pathname.startsWith(base)) return send(response, 404, undefined);
    const path = join(folder, decodeURIComponent(pathname.slice(base.length)));
    const found = await kind(path);
    if (found === 'file') return send(response, 200, path);
    if (found === 'folder' && !pathname.endsWith('/')) {
      return response.writeHead(301, { location: `${pathname}/` }).end();
    }
    const index = join(path, 'index.html');
    if ((await kind(index)) === 'file') return send(response, 200, index);
    return send(response, 404, join(folder, '404.html'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function kind(path: string): Promise<'file' | 'folder' | 'nothing'> {
  const found = await stat(path).catch(() => null);
  if (!found) return 'nothing';
  return found.isDirectory() ? 'folder' : 'file';
}

function send(response: ServerResponse, status: number, path: string | undefined): void {
  response.writeHead(status, {
    'content-type': path ? typeOf(path) : 'text/plain',
    'cache-control': 'no-store',
  });
  if (path) {
    createReadStream(path)
      .on('error', () => response.end())
      .pipe(response);
  } else {
    response.end('Nothing of this site is here.');
  }
}
