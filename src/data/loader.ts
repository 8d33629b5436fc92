/**
 * Brings the folder of notes into Astro's content collections.
 *
 * The reader does the understanding; here its result is checked, completed with
 * what only the folder's history knows, and handed on. Problems are told with file
 * and line; one that would lose a note stops the build, and in dev is shown until
 * it is mended.
 */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Folder } from '../core/note.ts';
import { pictureAddress } from '../core/picture.ts';
import { siteDigest } from '../markdown/code-digest.ts';
import { type FolderOptions, readFolder } from '../markdown/folder.ts';
import { KeptReadings } from '../markdown/kept-readings.ts';
import type { Readings } from '../markdown/readings.ts';
import { Remembered } from '../markdown/remembered.ts';
import { documentsName, type Manifest, manifestName, notesFolder, siteLang } from '../site.ts';
import { type ChangeTimes, changeTimes } from './change-times.ts';
import { type Editing, editing } from './editing.ts';
import { lastChanges } from './history.ts';
import { KeptNotes } from './kept-notes.ts';
import { report } from './problems.ts';
import { noteFacts } from './schema.ts';
import { writeDocuments } from './search-documents.ts';

// Both loaders run at the same time; they share one reading.
let reading: Promise<Folder> | undefined;

let readings: Readings | undefined;

function read({ config, watcher }: LoaderContext): Promise<Folder> {
  readings ??= readingsIn(fileURLToPath(new URL('readings/', config.cacheDir)), watcher !== undefined);
  reading ??= readNotes({ base: config.base, readings }).finally(() => {
    reading = undefined;
  });
  return reading;
}

/** Readings of earlier builds; where notes are read again and again, those of this one too, in memory. */
function readingsIn(folder: string, again: boolean): Readings {
  const kept = new KeptReadings(folder);
  return again ? new Remembered(kept) : kept;
}

async function readNotes(options: Omit<FolderOptions, 'now'>): Promise<Folder> {
  const found = await stat(notesFolder).catch(() => null);
  if (!found?.isDirectory()) {
    throw new Error(
      `There is no folder of notes at ${notesFolder}. Make one, or name yours in the variable NOTES_DIR.`,
    );
  }
  return readFolder(notesFolder, { ...options, now: Date.now() });
}

/** Title, description, language, the order of topics and what moved: one entry, `course`. */
export const courseLoader: Loader = {
  name: 'course',
  load: (context) =>
    keepLoading(context, async () => {
      const { title, description, topics, moved } = await read(context);
      const data = await context.parseData({
        id: 'course',
        data: {
          title,
          description,
          lang: siteLang,
          topics,
          moved,
          kept: keptFolder(context),
          code: siteDigest(),
        },
      });
      context.store.set({ id: 'course', data, digest: context.generateDigest(data) });
    }),
};

/** One entry per note; its id is the note's route. */
export const notesLoader: Loader = {
  name: 'notes',
  load: (context) =>
    keepLoading(context, async () => {
      const folder = await read(context);
      report(folder, context.logger, { stopOnError: !context.watcher });
      const [edit, changes, times] = await Promise.all([
        editing(notesFolder),
        lastChanges(notesFolder),
        changeTimes(notesFolder),
      ]);
      await fill(context, folder, { edit, changes, times });
      await handOver(context, folder, changes);
    }),
};

async function fill(
  context: LoaderContext,
  folder: Folder,
  { edit, changes, times }: { edit: Editing; changes: Map<string, string>; times: ChangeTimes },
): Promise<void> {
  const { store, parseData, generateDigest } = context;
  const routes = new Set(folder.notes.map((note) => note.route));
  for (const id of store.keys()) if (!routes.has(id)) store.delete(id);

  const kept = new KeptNotes(keptFolder(context));
  for (const { html: bare, source, texts: _texts, ...note } of folder.notes) {
    const shown = [note.path, ...note.attachments.map(({ path }) => path)];
    if (note.checked !== null) shown.push('facts.yaml');
    const facts = noteFacts.safeParse({
      ...note,
      edit: edit.address(note.path),
      updated: changes.get(note.path) ?? null,
      changed: await times.latest(shown),
    });
    if (!facts.success) {
      throw new Error(
        `${note.path} was read into something that no page understands. That is a fault of the reader: please report it, with the note. ${facts.error.message}`,
      );
    }
    const text = JSON.stringify({ ...facts.data, source, html: edit.inviteAnswers(bare, note.path) });
    const digest = generateDigest(text);
    kept.keep(digest, text);
    const data = await parseData({ id: note.route, data: { kept: digest } });
    store.set({ id: note.route, data, digest });
  }
  if (folder.notes.length > 0) kept.tidy();
}

function keptFolder({ config }: LoaderContext): string {
  return fileURLToPath(new URL('kept-notes/', config.cacheDir));
}

/** Tells the integrations, which run outside Astro's modules, what the site has to hold. */
async function handOver(
  { config }: LoaderContext,
  folder: Folder,
  changes: Map<string, string>,
): Promise<void> {
  const topicAt = new Map(folder.topics.map((topic) => [topic.route, topic]));
  const notes = folder.notes.filter((note) => !topicAt.has(note.route));
  const day = (of: Folder['notes']): string | null =>
    of
      .map(({ path }) => changes.get(path) ?? '')
      .sort()
      .at(-1) || null;
  const notePages = notes.map(({ path, route, title, topic, questions }) => ({
    path,
    route,
    picture: pictureAddress(route),
    title,
    topic: topic === '/' ? null : (topicAt.get(topic)?.title ?? null),
    notes: null,
    questions: questions.filter(({ state }) => state !== 'group').length,
    updated: changes.get(path) ?? null,
  }));
  const questionsAt = new Map(notePages.map(({ route, questions }) => [route, questions]));
  const topicPages = folder.topics.map(({ path, route, title, notes: routes }) => ({
    path,
    route,
    picture: pictureAddress(route),
    title,
    topic: null,
    notes: routes.length,
    questions: routes.reduce((sum, note) => sum + (questionsAt.get(note) ?? 0), 0),
    updated: day(folder.notes.filter((note) => note.topic === route)),
  }));
  const attachments = new Map(
    folder.notes.flatMap((note) => note.attachments.map((file) => [file.url, file])),
  );
  const manifest: Manifest = {
    root: notesFolder,
    title: folder.title,
    picture: pictureAddress('/'),
    pages: [...topicPages, ...notePages],
    attachments: [...attachments.values()],
  };
  await mkdir(config.cacheDir, { recursive: true });
  await writeDocuments(folder, new URL(documentsName, config.cacheDir));
  await writeFile(new URL(manifestName, config.cacheDir), JSON.stringify(manifest));
}

/** Loads now and, in dev, again whenever something in the folder of notes changes. */
async function keepLoading({ watcher, logger }: LoaderContext, load: () => Promise<void>): Promise<void> {
  if (!watcher) return load();

  // One after the other: what is saved while notes are read is read after them.
  let loading: Promise<void>;
  let waiting: NodeJS.Timeout | undefined;
  const again = () => {
    loading = loading.then(load).catch((error: Error) => logger.error(error.message));
  };
  const changed = (path: string) => {
    if (!path.startsWith(notesFolder + sep)) return;
    // An editor saves in several steps, and a checkout touches many files: wait until it is quiet.
    clearTimeout(waiting);
    waiting = setTimeout(again, 50);
  };
  // Before the first reading: to look for all the files of a large folder takes a while, and nothing may be missed then.
  watcher.add(notesFolder);
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, changed);
  const first = load();
  loading = first.catch(() => undefined);
  await first;
}
