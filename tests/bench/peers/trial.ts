/** A peer laid out in a folder of its own, with the notes of the bench. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Taken, timed } from '../timed.ts';
import type { Peer } from './peer.ts';

/** What Node gives a program by itself is too little for some of them and a thousand notes. */
const HEAP = '--max-old-space-size=12288';

export class Trial {
  readonly peer: Peer;
  readonly #folder: string;

  private constructor(peer: Peer, folder: string) {
    this.peer = peer;
    this.#folder = folder;
  }

  /** Installs the peer from the registry and gives it the notes. Rejects with what npm says where that fails. */
  static async of(peer: Peer, notes: string): Promise<Trial> {
    const folder = await mkdtemp(join(tmpdir(), 'unfold-peer-'));
    const trial = new Trial(peer, folder);
    try {
      const own = { name: 'peer', private: true, dependencies: peer.packages };
      const files = { 'package.json': JSON.stringify(own), ...peer.files };
      for (const [path, text] of Object.entries(files)) await trial.#write(path, text);
      await timed(['npm', 'install', '--no-audit', '--no-fund', '--loglevel=error'], folder);
      await trial.take(notes);
      return trial;
    } catch (error) {
      await trial.drop();
      throw error;
    }
  }

  /** Takes the notes as they are now. */
  async take(notes: string): Promise<void> {
    for (const file of await readdir(notes, { recursive: true })) {
      if (!file.endsWith('.md')) continue;
      const text = await readFile(join(notes, file), 'utf8');
      await this.#write(join(this.peer.notes, file), this.peer.note?.(text) ?? text);
    }
  }

  /** Builds without anything that an earlier build kept. */
  async cold(): Promise<Taken> {
    for (const cache of [...this.peer.caches, this.peer.output]) {
      await rm(join(this.#folder, cache), { recursive: true, force: true });
    }
    return this.build();
  }

  build(): Promise<Taken> {
    const [command = '', ...words] = this.peer.build;
    const bin = join(this.#folder, 'node_modules', '.bin', command);
    return timed([bin, ...words], this.#folder, {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      NODE_OPTIONS: HEAP,
    });
  }

  /** The folder of the built site. */
  get site(): string {
    return join(this.#folder, this.peer.output);
  }

  async drop(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #write(path: string, text: string): Promise<void> {
    const file = join(this.#folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
