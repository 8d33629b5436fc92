/** Texts in a folder of the cache. A name stands for its text, for ever: who knows the name need not read or make it again. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { DAY } from '../core/day.ts';

const QUICK = {
  params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
};

export class KeptTexts {
  readonly #folder: string;

  /** `folder`: its path. It is made when something is kept. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps a text under a name. */
  keep(name: string, text: string): void {
    const file = join(this.#folder, name);
    if (existsSync(file)) {
      touch(file);
      return;
    }
    mkdirSync(this.#folder, { recursive: true });
    // Whole or not at all: what stands under a name is believed.
    const part = `${file}.${process.pid}`;
    writeFileSync(part, zstdCompressSync(text, QUICK));
    renameSync(part, file);
  }

  /** The text of a name. Throws what the file system or zlib says where it is missing or damaged. */
  text(name: string): string {
    const file = join(this.#folder, name);
    const text = zstdDecompressSync(readFileSync(file)).toString();
    touch(file);
    return text;
  }

  /** The same, null where it is missing or damaged. */
  known(name: string): string | null {
    try {
      return this.text(name);
    } catch {
      return null;
    }
  }

  /** Lets go of what was neither kept nor read for a day. Until then another build may read it. */
  tidy(): void {
    for (const name of existsSync(this.#folder) ? readdirSync(this.#folder) : []) {
      const file = join(this.#folder, name);
      const found = statSync(file, { throwIfNoEntry: false });
      if (found && found.mtimeMs < Date.now() - DAY) rmSync(file, { force: true });
    }
  }
}

function touch(file: string): void {
  const now = Date.now() / 1000;
  utimesSync(file, now, now);
}
