/** A large folder of generated notes, laid out once for all parts that need it. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Deck } from '../../src/core/card.ts';
import { longNote } from '../support/long-note.ts';
import type { Site } from '../support/sites.ts';
import { root } from '../support/step.ts';

/** In each note. */
export const QUESTIONS = 30;
const NOTES_PER_TOPIC = 50;

/** What a build took. */
export interface Build {
  seconds: number;
  /** Of the largest process of the build; null where the system does not tell. */
  megabytes: number | null;
}

export class Course {
  readonly notes: number;
  #folder: Promise<string> | undefined;
  #isBuilt = false;

  /** Nothing is written until it is needed. */
  constructor(notes: number) {
    this.notes = notes;
  }

  /** Builds the site of the notes. The folder's name is new, so that nothing of it is in any cache the first time. */
  async build(): Promise<Build> {
    const folder = await this.#laid();
    const start = performance.now();
    const child = spawn('astro', ['build', '--outDir', join(folder, 'site')], {
      cwd: root,
      env: { ...process.env, NOTES_DIR: join(folder, 'notes'), ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let kilobytes = 0;
    const timer = setInterval(async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      kilobytes = Math.max(kilobytes, Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0));
    }, 100);
    const code = await new Promise((resolve) => child.on('close', resolve));
    clearInterval(timer);
    if (code !== 0)
      throw new Error(`The build of ${this.notes} notes ended with ${code}; what it said is above.`);
    this.#isBuilt = true;
    const seconds = Math.round((performance.now() - start) / 100) / 10;
    return { seconds, megabytes: kilobytes === 0 ? null : Math.round(kilobytes / 1024) };
  }

  /** Writes another text into the first note. */
  async change(): Promise<void> {
    await this.#write(await this.#laid(), 0, this.notes + 1);
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
    if (this.#folder) await rm(await this.#folder, { recursive: true, force: true });
  }

  #laid(): Promise<string> {
    this.#folder ??= mkdtemp(join(tmpdir(), 'unfold-bench-')).then(async (folder) => {
      for (let note = 0; note < this.notes; note += 1) await this.#write(folder, note, note + 1);
      return folder;
    });
    return this.#folder;
  }

  async #write(folder: string, note: number, seed: number): Promise<void> {
    const topic = join(folder, 'notes', `${Math.floor(note / NOTES_PER_TOPIC) + 1}-topic`);
    await mkdir(topic, { recursive: true });
    await writeFile(join(topic, `${note + 1}-note.md`), longNote(QUESTIONS, seed));
  }
}

/** The ids of all cards of a built site. */
export async function cardsIn({ folder }: Site): Promise<string[]> {
  const course = JSON.parse(await readFile(join(folder, 'decks', '_course.json'), 'utf8')) as {
    decks: Deck[];
  };
  return course.decks.flatMap(({ cards }) => cards.map(({ id }) => id));
}
