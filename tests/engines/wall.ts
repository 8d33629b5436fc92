import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A proxy that lets nothing through and writes down what was asked of it.
 *
 * A browser that has it as its proxy reaches this machine and nothing else, and whatever it or one of its pages wants of
 * another host stands in `asked`.
 */
export class Wall {
  /** Hosts, with their ports, in the order in which they were asked for. */
  readonly asked: string[] = [];
  readonly #server = createServer(({ url = '', headers }, response) => {
    this.asked.push(headers.host ?? url);
    response.writeHead(403).end();
  });

  /** Starts, and resolves with where it stands. */
  async start(): Promise<{ host: string; port: number }> {
    this.#server.on('connect', ({ url = '' }, socket) => {
      this.asked.push(url);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return { host: '127.0.0.1', port: (this.#server.address() as AddressInfo).port };
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
