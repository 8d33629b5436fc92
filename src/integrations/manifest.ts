/** Reads what the loader handed over. */
import { readFile } from 'node:fs/promises';
import { type Manifest, manifestName } from '../site.ts';

/** The latest reading of the folder of notes. */
export async function latestManifest(cache: URL): Promise<Manifest> {
  return JSON.parse(await readFile(new URL(manifestName, cache), 'utf8'));
}
