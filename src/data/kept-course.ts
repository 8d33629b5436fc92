/** Where pages find the notes: each under a name that stands for what it says, and an index of the names. */
import { createHash } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KeptTexts } from './kept-texts.ts';

export class KeptCourse {
  /** Path of the folder of the notes. */
  readonly folder: string;
  /** Path of the index, where the notes are read again and again while pages ask for them; else null. */
  readonly live: string | null;
  readonly #notes: KeptTexts;
  readonly #names = new Map<string, string>();
  #written = '';

  /** `cache`: path of the folder of what is kept. `again`: whether the notes will be read again by this process. */
  constructor(cache: string, again: boolean) {
    this.folder = join(cache, 'kept-notes');
    this.#notes = new KeptTexts(this.folder);
    this.live = again ? join(cache, 'live-notes.json') : null;
  }

  /** Keeps what a note at `route` says. */
  keep(route: string, text: string): void {
    const name = digestOf(text);
    this.#notes.keep(name, text);
    this.#names.set(route, name);
  }

  /** The names of the notes at these routes, and whether they are other ones than before. Writes the index, if there is one. */
  index(routes: readonly string[]): { names: string[]; isNew: boolean } {
    const names = routes.map((route) => this.#names.get(route) ?? '');
    const text = JSON.stringify(names);
    const isNew = text !== this.#written;
    this.#written = text;
    if (this.live) {
      // Whole or not at all: pages may ask at any time.
      writeFileSync(`${this.live}.part`, text);
      renameSync(`${this.live}.part`, this.live);
    } else this.#notes.tidy();
    return { names, isNew };
  }
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
