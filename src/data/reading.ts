/**
 * Reads the folder of notes for the site.
 *
 * The reader does the understanding; here its result is checked, completed with what only the folder's history knows, and
 * handed on. Problems are told with file and line; one that would lose a note stops the build, and in dev is shown until
 * it is mended.
 */
import { stat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import type { ReadNote } from '../core/note.ts';
import { siteDigest } from '../markdown/code-digest.ts';
import { type AsRead, readWhole } from '../markdown/folder.ts';
import { KeptReadings } from '../markdown/kept-readings.ts';
import { readAgain } from '../markdown/read-again.ts';
import type { Readings } from '../markdown/readings.ts';
import { Remembered } from '../markdown/remembered.ts';
import { documentsName, documentsWritten, notesFolder, siteLang } from '../site.ts';
import { type ChangeTimes, changeTimes } from './change-times.ts';
import { type Editing, editing } from './editing.ts';
import { handOver } from './hand-over.ts';
import { lastChanges } from './history.ts';
import { KeptCourse } from './kept-course.ts';
import { report } from './problems.ts';
import { noteFacts } from './schema.ts';
import { writeDocuments } from './search-documents.ts';

/** What the history of the folder knows of its notes. */
interface History {
  edit: Editing;
  changes: Map<string, string>;
  times: ChangeTimes;
}

export class Reading {
  readonly #context: LoaderContext;
  readonly #readings: Readings;
  readonly #course: KeptCourse;
  #last: { asRead: AsRead; history: History } | undefined;

  constructor(context: LoaderContext) {
    const { config, watcher } = context;
    const kept = new KeptReadings(fileURLToPath(new URL('readings/', config.cacheDir)));
    this.#context = context;
    // Where notes are read again and again, readings are in memory too.
    this.#readings = watcher ? new Remembered(kept) : kept;
    this.#course = new KeptCourse(fileURLToPath(config.cacheDir), watcher !== undefined);
  }

  /**
   * Reads all notes. Gives back whether pages of notes show something else now.
   *
   * @throws Error that says what is missing or, in a build, what is to be mended.
   */
  async whole(): Promise<boolean> {
    const { config, store, parseData, generateDigest, logger, watcher } = this.#context;
    const { folder, asRead } = await readFrom(notesFolder, config.base, this.#readings);
    report(folder, logger, { stopOnError: !watcher });
    await writeDocuments(folder, new URL(documentsName, config.cacheDir));
    if (!watcher) documentsWritten.publish(undefined);
    // After the notes were read: a time may not lie before what it is the time of.
    const [edit, changes, times] = await Promise.all([
      editing(notesFolder),
      lastChanges(notesFolder),
      changeTimes(notesFolder),
    ]);
    const history = { edit, changes, times };
    this.#last = { asRead, history };
    for (const note of folder.notes) this.#keep(note, history, await changedAt(note, times));
    const { names, isNew } = this.#course.index(folder.notes.map(({ route }) => route));
    const { title, description, topics, moved } = folder;
    const entry = { title, description, lang: siteLang, topics, moved };
    const { folder: kept, live } = this.#course;
    // Astro renews all pages with its entry, half a second later. Where there is an index, only that says what is in notes.
    const code = siteDigest();
    const place = { kept, live, notes: live ? [] : names, code };
    const data = await parseData({ id: 'course', data: { ...entry, ...place } });
    store.set({ id: 'course', data, digest: generateDigest(data) });
    await handOver(config.cacheDir, folder, { changes, code, kept, names });
    return isNew;
  }

  /** Reads the note of the file at `path`, alone. Gives back whether that was possible. */
  async one(path: string): Promise<boolean> {
    if (!this.#last) return false;
    const { asRead, history } = this.#last;
    const note = await readAgain(asRead, relative(notesFolder, path).split(sep).join('/'));
    if (!note) return false;
    // What was just saved is newer than any commit.
    const { mtimeMs } = await stat(path);
    this.#keep(note, history, Math.max(Math.floor(mtimeMs), await changedAt(note, history.times)));
    const notes = asRead.notes.map((other) => (other.path === note.path ? note : other));
    this.#last = { history, asRead: { ...asRead, notes } };
    this.#course.index(notes.map(({ route }) => route));
    return true;
  }

  #keep(note: ReadNote, { edit, changes }: History, changed: number): void {
    const { html: bare, source, texts: _texts, ...read } = note;
    const facts = noteFacts.safeParse({
      ...read,
      edit: edit.address(note.path),
      updated: changes.get(note.path) ?? null,
      changed,
    });
    if (!facts.success) {
      throw new Error(
        `${note.path} was read into something that no page understands. That is a fault of the reader: please report it, with the note. ${facts.error.message}`,
      );
    }
    const html = edit.inviteAnswers(bare, note.path);
    this.#course.keep(note.route, JSON.stringify({ ...facts.data, source, html }));
  }
}

async function readFrom(root: string, base: string, readings: Readings) {
  const found = await stat(root).catch(() => null);
  if (!found?.isDirectory()) {
    throw new Error(
      `There is no folder of notes at ${root}. Make one, or name yours in the variable NOTES_DIR.`,
    );
  }
  return readWhole(root, { base, readings, now: Date.now() });
}

/** When the note, or what it shows, last changed, in epoch ms. */
function changedAt({ path, attachments, checked }: ReadNote, times: ChangeTimes): Promise<number> {
  const shown = [path, ...attachments.map((file) => file.path)];
  return times.latest(checked === null ? shown : [...shown, 'facts.yaml']);
}
