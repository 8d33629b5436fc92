/**
 * Notes on their way from the loader to the pages: a file for each, beside Astro's store of content.
 *
 * What is in the store goes through the bundler, all of it at once: for a thousand notes that took eight seconds and more
 * than a gigabyte. So the store has the name of the file, and the file has the note.
 */
import type { Note } from '../core/note.ts';
import { KeptTexts } from './kept-texts.ts';
import type { NoteFacts } from './schema.ts';

/** A note with what only the folder's history knows. */
export interface StudyNote extends Note, Pick<NoteFacts, 'edit' | 'updated' | 'changed'> {
  /** Changes with everything else that stands here. */
  digest: string;
}

/** A folder of kept notes. */
export class KeptNotes extends KeptTexts {
  #read = new Map<string, StudyNote>();

  /** The note of a name. Throws what the file system says where it is missing. */
  one(name: string): StudyNote {
    return { ...JSON.parse(this.text(name)), digest: name };
  }

  /** The notes of these names, in their order. Throws what the file system says where one is missing. */
  read(names: readonly string[]): StudyNote[] {
    const before = this.#read;
    this.#read = new Map(names.map((name) => [name, before.get(name) ?? this.one(name)]));
    return [...this.#read.values()];
  }
}
