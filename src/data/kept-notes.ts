/**
 * Notes on their way from the loader to the pages: a file for each, beside Astro's store of content.
 *
 * What is in the store goes through the bundler, all of it at once: for a thousand notes that took eight seconds and more
 * than a gigabyte. So the store has the name of the file, and the file has the note.
 */
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
import { DAY } from '../core/day.ts';
import type { Note } from '../core/note.ts';
import type { NoteFacts } from './schema.ts';

/** A note with what only the folder's history knows. */
export type StudyNote = Note & Pick<NoteFacts, 'edit' | 'updated' | 'changed'>;

/** A folder of kept notes. A name stands for what is in its file, for ever: who knows the name need not read again. */
export class KeptNotes {
  readonly #folder: string;
  #read = new Map<string, StudyNote>();

  /** `folder`: its path. It is made when something is kept. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Keeps a note under a name, before anybody is told the name. */
  keep(name: string, text: string): void {
    mkdirSync(this.#folder, { recursive: true });
    const file = join(this.#folder, name);
    const now = Date.now() / 1000;
    if (existsSync(file)) utimesSync(file, now, now);
    else {
      // Whole or not at all: what stands under a name is believed.
      writeFileSync(`${file}.part`, text);
      renameSync(`${file}.part`, file);
    }
  }

  /** Lets go of what was not kept for a day. Until then another build may read it. */
  tidy(): void {
    for (const name of readdirSync(this.#folder)) {
      const file = join(this.#folder, name);
      if (statSync(file).mtimeMs < Date.now() - DAY) rmSync(file);
    }
  }

  /** The notes of these names, in their order. Throws what the file system says where one is missing. */
  read(names: readonly string[]): StudyNote[] {
    const before = this.#read;
    this.#read = new Map(
      names.map((name) => [
        name,
        before.get(name) ?? JSON.parse(readFileSync(join(this.#folder, name), 'utf8')),
      ]),
    );
    return [...this.#read.values()];
  }
}
