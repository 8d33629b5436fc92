/**
 * A large folder of generated notes, laid out once for all parts that need it. One more, `plain/thirty.md`, has questions
 * of nothing but prose and lists: the note by which pages are weighed.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deck } from '../../src/core/card.ts';
import { cacheFolderOf } from '../../src/site.ts';
import { longNote } from '../support/long-note.ts';
import type { Site } from '../support/sites.ts';
import { root } from '../support/step.ts';
import { studyNote } from './study-note.ts';
import { type Taken, timed } from './timed.ts';

/** In each note. */
export const QUESTIONS = 30;
const NOTES_PER_TOPIC = 50;

export class Course {
  readonly notes: number;
  readonly #questions: number;
  #folder: Promise<string> | undefined;
  #isBuilt = false;

  /** So many notes of so many questions. Nothing is written until it is needed. */
  constructor(notes: number, questions = QUESTIONS) {
    this.notes = notes;
    this.#questions = questions;
  }

  /** Builds the site without anything that an earlier build kept. */
  async cold(): Promise<Taken> {
    const folder = await this.#laid();
    await rm(join(folder, 'site'), { recursive: true, force: true });
    await this.#dropCache(folder);
    return this.build();
  }

  /** Builds the site of the notes. */
  async build(): Promise<Taken> {
    const folder = await this.#laid();
    const env = { ...process.env, NOTES_DIR: join(folder, 'notes'), ASTRO_TELEMETRY_DISABLED: '1' };
    const taken = await timed(['astro', 'build', '--outDir', join(folder, 'site')], root, env);
    this.#isBuilt = true;
    return taken;
  }

  /** Writes another text into the first note; another one each `time`, counted from 0. */
  async change(time = 0): Promise<void> {
    await this.#write(await this.#laid(), 0, this.notes + 1 + time);
  }

  /** Gives the first note this title. */
  async title(title: string): Promise<void> {
    const file = join(await this.#laid(), 'notes', '1-topic', '1-note.md');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^# .*$/m, `# ${title}`));
  }

  /** The built site, built now if no part has done it. */
  async site(): Promise<Site> {
    if (!this.#isBuilt) await this.build();
    return { folder: join(await this.#laid(), 'site'), base: '/' };
  }

  /** The folder of the notes. */
  async folder(): Promise<string> {
    return join(await this.#laid(), 'notes');
  }

  /** Removes all of it. */
  async drop(): Promise<void> {
    if (!this.#folder) return;
    const folder = await this.#folder;
    await rm(folder, { recursive: true, force: true });
    await this.#dropCache(folder);
  }

  async #dropCache(folder: string): Promise<void> {
    const cache = cacheFolderOf(join(folder, 'notes'), '/', 'en');
    await rm(join(root, cache), { recursive: true, force: true });
  }

  #laid(): Promise<string> {
    this.#folder ??= mkdtemp(join(tmpdir(), 'unfold-bench-')).then(async (folder) => {
      for (let note = 0; note < this.notes; note += 1) await this.#write(folder, note, note + 1);
      await mkdir(join(folder, 'notes', 'plain'), { recursive: true });
      await writeFile(join(folder, 'notes', 'plain', 'thirty.md'), longNote(QUESTIONS));
      return folder;
    });
    return this.#folder;
  }

  async #write(folder: string, note: number, seed: number): Promise<void> {
    const topic = join(folder, 'notes', `${Math.floor(note / NOTES_PER_TOPIC) + 1}-topic`);
    await mkdir(topic, { recursive: true });
    await writeFile(join(topic, `${note + 1}-note.md`), studyNote(this.#questions, seed));
  }
}

/** The ids of all cards of a built site. */
export async function cardsIn({ folder }: Site): Promise<string[]> {
  const course = JSON.parse(await readFile(join(folder, 'decks', '_course.json'), 'utf8')) as {
    decks: Deck[];
  };
  return course.decks.flatMap(({ cards }) => cards.map(({ id }) => id));
}
