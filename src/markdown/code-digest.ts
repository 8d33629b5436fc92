/** What the reader, and the whole site, is made of, in a few characters. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as words from '#words';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** All that the reader may import (docs/architecture.md), and the versions of its packages. */
const READER = ['src/{markdown,core,words}/**/*.ts', 'package-lock.json'];
const SITE = ['src/**/*.*', 'astro.config.mjs', 'package-lock.json'];

const known = new Map<readonly string[], string>();

/** A digest of the reader's code, its packages' versions and its language. The same for a whole process: it loads them once. */
export function codeDigest(): string {
  return remembered(READER);
}

/** The same of all of the site's code. */
export function siteDigest(): string {
  return remembered(SITE);
}

function remembered(parts: readonly string[]): string {
  const digest = known.get(parts) ?? digestOf(ROOT, parts);
  known.set(parts, digest);
  return digest;
}

/** A digest of `parts`, patterns of files, of the project at `root`. */
export function digestOf(root: string, parts: readonly string[] = READER): string {
  const hash = createHash('sha256').update(words.lang).update(process.version);
  for (const path of globSync(parts, { cwd: root }).sort())
    hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}
