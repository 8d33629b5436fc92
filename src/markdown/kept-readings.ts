/**
 * Readings in files, for the next build: of a thousand notes one has changed, and the others need not be read again.
 *
 * A file stands for a path. In it the key says what was read and with what, the reader's own code included, so that
 * nothing of an older reader is ever shown; a file that is damaged or of another key counts as none.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { DAY } from '../core/day.ts';
import { codeDigest } from './code-digest.ts';
import { fromBytes, toBytes } from './outcome-bytes.ts';
import type { File, Frame, Outcome } from './place-reader.ts';
import { answersHold, type Readings } from './readings.ts';

const QUICK = {
  params: { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 },
};
/** Bytes of a key. */
const KEY = 32;

export class KeptReadings implements Readings {
  readonly #folder: string;
  #frame: Frame | undefined;
  #frameDigest = '';

  /** `folder`: its path; nothing else may stand in it. */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  known(frame: Frame, file: File): Outcome | null {
    try {
      const bytes = readFileSync(join(this.#folder, nameOf(file)));
      if (!this.#keyOf(frame, file).equals(bytes.subarray(0, KEY))) return null;
      const outcome = fromBytes(zstdDecompressSync(bytes.subarray(KEY)));
      return answersHold(outcome, frame, file.path) ? outcome : null;
    } catch {
      return null;
    }
  }

  keep(frame: Frame, file: File, outcome: Outcome): void {
    const at = join(this.#folder, nameOf(file));
    // Whole or not at all, for another build that reads it now.
    const part = `${at}.${process.pid}`;
    writeFileSync(part, Buffer.concat([this.#keyOf(frame, file), zstdCompressSync(toBytes(outcome), QUICK)]));
    renameSync(part, at);
  }

  tidy(files: readonly Pick<File, 'path'>[]): void {
    const names = new Set(files.map(nameOf));
    for (const name of readdirSync(this.#folder)) {
      if (names.has(name)) continue;
      const at = join(this.#folder, name);
      const age = Date.now() - (statSync(at, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      // A part is another build's, unless that was ended long ago.
      if (!name.includes('.') || age > DAY) rmSync(at, { force: true });
    }
  }

  #keyOf(frame: Frame, { path, body, frontMatter, fallbackTitle }: File): Buffer {
    if (this.#frame !== frame) {
      const { base, facts, unnamed, forms } = frame;
      this.#frameDigest = JSON.stringify([codeDigest(), base, [...facts], unnamed, [...(forms ?? [])]]);
      this.#frame = frame;
    }
    const read = JSON.stringify([this.#frameDigest, path, frontMatter, fallbackTitle]);
    return createHash('sha256').update(read).update('\n').update(body).digest();
  }
}

function nameOf({ path }: Pick<File, 'path'>): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 32);
}
