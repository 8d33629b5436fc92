/** What the reader is made of, in a few characters. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as words from '#words';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** All that it may import (docs/architecture.md), and the versions of its packages. */
const PARTS = ['src/{markdown,core,words}/**/*.ts', 'package-lock.json'];

let known: string | undefined;

/** A digest of the reader's code, its packages' versions and its language. The same for a whole process: it loads them once. */
export function codeDigest(): string {
  known ??= digestOf(ROOT);
  return known;
}

/** The same for the project at `root`. */
export function digestOf(root: string): string {
  const hash = createHash('sha256').update(words.lang).update(process.version);
  for (const path of globSync(PARTS, { cwd: root }).sort())
    hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}
