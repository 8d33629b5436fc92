/** `npm run check -- --fix`: writes the safe repairs back into the notes and shows what it changed. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Folder } from '../core/note.ts';
import { readFacts } from '../markdown/facts.ts';
import { applyEdits, findRepairs } from '../markdown/repairs.ts';

/** The lines that differ, `-` before and `+` after, each run under the line of the old text where it begins. */
export function difference(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const out: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (old[i] === now[j] && i < old.length && j < now.length) {
      i++;
      j++;
      continue;
    }
    // The nearest lines that are the same again end the run.
    let [di, dj] = [old.length - i, now.length - j];
    search: for (let reach = 1; reach < 50; reach++) {
      for (let a = 0; a <= reach; a++) {
        const b = reach - a;
        if (i + a < old.length && j + b < now.length && old[i + a] === now[j + b]) {
          [di, dj] = [a, b];
          break search;
        }
      }
    }
    out.push(
      `@@ line ${i + 1} @@`,
      ...old.slice(i, i + di).map((line) => `-${line}`),
      ...now.slice(j, j + dj).map((line) => `+${line}`),
    );
    i += di;
    j += dj;
  }
  return out;
}

/**
 * Repairs the notes of `folder`, which was read from `root`. Line ends and a byte-order mark stay as they are;
 * a note without repairs is not written. Returns what it changed, as lines to print.
 */
export async function fixNotes(root: string, folder: Folder): Promise<string[]> {
  const facts = await readFile(join(root, 'facts.yaml'), 'utf8').then(
    (text) => readFacts(text).facts,
    () => new Map(),
  );
  const lines: string[] = [];
  for (const { path, source } of folder.notes) {
    const edits = findRepairs(source, facts);
    if (edits.length === 0) continue;
    const repaired = applyEdits(source, edits);
    const bytes = await readFile(join(root, path), 'utf8');
    const mark = bytes.startsWith('\uFEFF') ? '\uFEFF' : '';
    const end = bytes.includes('\r\n') ? '\r\n' : '\n';
    await writeFile(join(root, path), mark + repaired.replaceAll('\n', end));
    lines.push(`--- ${path}`, `+++ ${path}`, ...difference(source, repaired));
  }
  return lines;
}
