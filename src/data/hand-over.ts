/** What the site has to hold, for the integrations. */
import { writeFile } from 'node:fs/promises';
import { cardsOf } from '../core/card.ts';
import type { Folder } from '../core/note.ts';
import { pictureAddress } from '../core/picture.ts';
import { type Manifest, manifestName, notesFolder } from '../site.ts';
import { writeWhole } from './whole-file.ts';

/** What is known of the folder besides. */
interface Known {
  /** Day of the last change, by the path of the note. */
  changes: Map<string, string>;
  /** A digest of the site's code. */
  code: string;
  /** Path of the folder of kept notes. */
  kept: string;
  /** The names under which the notes are kept, in the order of the folder's notes. */
  names: string[];
}

/** Tells the integrations, which run outside Astro's modules, what the site has to hold. */
export async function handOver(
  cache: URL,
  folder: Folder,
  { changes, code, kept, names }: Known,
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
  const named = new Map(
    folder.notes.map((note, n) => [note.route, { digest: names[n] ?? '', cards: cardsOf(note).length }]),
  );
  const topics = folder.topics.map(({ route, title, notes }) => ({
    route,
    title,
    notes: notes.map((note) => named.get(note)).filter((note) => note !== undefined),
  }));
  const manifest: Manifest = {
    root: notesFolder,
    title: folder.title,
    picture: pictureAddress('/'),
    pages: [...topicPages, ...notePages],
    course: { code, kept, topics },
    attachments: [...attachments.values()],
  };
  await writeWhole(new URL(manifestName, cache), (part) => writeFile(part, JSON.stringify(manifest)));
}
