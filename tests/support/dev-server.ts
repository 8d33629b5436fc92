/** The project's own development server over a folder of notes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from './step.ts';

export interface DevServer {
  /** Address of its home page. */
  url: string;
  /** Ends it, and resolves when it has ended. */
  close(): Promise<void>;
}

/** Starts it on a free port of this machine, and resolves once it listens. Rejects with what it said where it ended before. */
export async function startDev(notes: string): Promise<DevServer> {
  const child = spawn(
    join(root, 'node_modules', '.bin', 'astro'),
    ['dev', '--host', '127.0.0.1', '--port', '0'],
    {
      cwd: root,
      env: {
        ...process.env,
        ASTRO_DEV_BACKGROUND: '0',
        ASTRO_TELEMETRY_DISABLED: '1',
        NO_COLOR: '1',
        NOTES_DIR: notes,
      },
      // A process group of its own, so that nothing it started outlives it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = once(child, 'exit');
  let said = '';
  const listening = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += String(chunk);
        const address = said.match(/http:\/\/127\.0\.0\.1:\d+\//)?.[0];
        if (address) resolve(address);
      });
  });
  const failed = ended.then((): never => {
    throw new Error(`The development server ended before it listened:\n${said}`);
  });
  const url = await Promise.race([listening, failed]);
  failed.catch(() => undefined);
  return {
    url,
    async close() {
      if (child.pid) process.kill(-child.pid, 'SIGTERM');
      await ended;
    },
  };
}
