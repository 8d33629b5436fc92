/** The only door to the collections: notes and topics as the pages want them. */

import { getEntry } from 'astro:content';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Note } from '../core/note.ts';
import { cutFrom } from '../markdown/cut.ts';
import { KeptNotes, type StudyNote } from './kept-notes.ts';

export type { StudyNote } from './kept-notes.ts';

/** A topic with its notes at hand. */
export interface StudyTopic {
  route: string;
  title: string;
  description: string;
  notes: StudyNote[];
  /** The topic's README without questions, shown on the topic's page. */
  landing: StudyNote | null;
}

/** What a page of a note says of its topic. With more it would be another page whenever any note of the topic changed. */
export type TopicName = Pick<StudyTopic, 'title' | 'route'>;

/** The folder as a whole. The topic of the folder's root is the first, if it has notes. */
export interface Course {
  title: string;
  description: string;
  lang: string;
  topics: StudyTopic[];
  /** All notes in reading order, across topics. Landing notes are not among them: they are part of a topic's page. */
  notes: StudyNote[];
  /** The README at the folder's root. */
  landing: StudyNote | null;
}

let keptNotes: KeptNotes | undefined;

let known: { stamp: string; course: Promise<Course> } | undefined;

/** Everything there is to show. */
export async function course(): Promise<Course> {
  const stamp = await readingStamp();
  if (known?.stamp !== stamp) known = { stamp, course: readCourse() };
  return known.course;
}

/** Changes when notes were read again: in dev while pages are shown, in a build never. */
async function readingStamp(): Promise<string> {
  if (!import.meta.env.DEV) return '';
  const { digest, data } = await courseEntry();
  return `${digest} ${data.live && statSync(data.live).mtimeMs}`;
}

async function readCourse(): Promise<Course> {
  const entry = await courseEntry();
  const notes = new Map((await allNotes()).map((note) => [note.route, note]));
  const landingAt = (route: string) => {
    const note = notes.get(route);
    return note?.landing ? note : null;
  };
  const topics = entry.data.topics.map(({ route, title, description, notes: routes }) => ({
    route,
    title,
    description,
    notes: routes.map((id) => notes.get(id)).filter((note) => note !== undefined),
    landing: landingAt(route),
  }));
  const { title, description, lang } = entry.data;
  return {
    title,
    description,
    lang,
    topics,
    notes: topics.flatMap((topic) => topic.notes),
    landing: landingAt('/'),
  };
}

/** What comes before and after the item at a place in reading order. */
export function neighbours<T>(items: T[], place: number): { previous: T | null; next: T | null } {
  return { previous: items[place - 1] ?? null, next: items[place + 1] ?? null };
}

/** No more of a topic than its name. */
export function nameOf(topic: TopicName | null | undefined): TopicName | null {
  return topic ? { title: topic.title, route: topic.route } : null;
}

/** A route as the parameter of a page: without the slashes at its ends, and nothing for the root. */
export function param(route: string): string | undefined {
  return route.replace(/^\/|\/$/g, '') || undefined;
}

/** Where a note's Markdown source is published: `/3-ecs/5-storage.md`. */
export function sourceAddress({ route }: Pick<Note, 'route'>): string {
  return `/${param(route) ?? 'index'}.md`;
}

/** Where a note's structured data is published: `/3-ecs/5-storage.jsonld`. */
export function quizAddress({ route }: Pick<Note, 'route'>): string {
  return `/${param(route) ?? 'index'}.jsonld`;
}

/** Name of a topic in the addresses of what can be taken along: `3-ecs`. */
export function deckName({ route }: Pick<StudyTopic, 'route'>): string {
  return param(route) ?? 'index';
}

/** Stands in such addresses for the whole course. No topic has it: what begins with `_` is no note. */
export const wholeCourse = '_course';

/** Stands there for decks as the pages of the site take them: all of them, and as a folder each by itself. */
export const packedDecks = '_packed';

/** Where all of these are published. */
export const packedDecksAddress = `/decks/${packedDecks}.json`;

/** Where a topic's deck is published for the site's own pages: `/decks/_packed/3-ecs.json`. */
export function deckAddress(topic: Pick<StudyTopic, 'route'>): string {
  return `/decks/${packedDecks}/${deckName(topic)}.json`;
}

/** The questions of a note as their author wrote them, Markdown by fragment. */
export function cutsOf({ source, questions }: Pick<Note, 'source' | 'questions'>): Record<string, string> {
  return Object.fromEntries(questions.map(({ id, cut }) => [id, cutFrom(source, cut)]));
}

/** Whether a note has an answered question. */
export function isQuiz({ questions }: Pick<Note, 'questions'>): boolean {
  return questions.some(({ state }) => state === 'answered');
}

/** Every note that was read, landing notes included. */
export async function allNotes(): Promise<StudyNote[]> {
  const { kept, live, notes } = (await courseEntry()).data;
  keptNotes ??= new KeptNotes(kept);
  return keptNotes.read(live === null ? notes : JSON.parse(readFileSync(live, 'utf8')));
}

/**
 * The paths of pages that are made of their props alone, each with what Astro needs to take it from an earlier build: a
 * digest of the site's code and of the props, in which a note stands as its digest.
 *
 * @throws Error where there is a function among the props, of which nobody can tell what it says.
 */
export async function keyed<P extends { props: object }>(paths: P[]): Promise<(P & { cacheKey?: string })[]> {
  // Only builds take pages from before.
  if (import.meta.env.DEV) return paths;
  const code = await siteCode();
  const words = (name: string, value: unknown) => {
    if (typeof value === 'function')
      throw new Error(`What ${name} of a page says is not known before it is called.`);
    return typeof value === 'object' && value !== null && 'digest' in value ? value.digest : value;
  };
  return paths.map((path) => ({
    ...path,
    cacheKey: createHash('sha256').update(code).update(JSON.stringify(path.props, words)).digest('hex'),
  }));
}

/** A digest of the site's code: what was made by other code is made anew. */
async function siteCode(): Promise<string> {
  return (await courseEntry()).data.code;
}

async function courseEntry() {
  const entry = await getEntry('course', 'course');
  if (!entry) throw new Error('The folder of notes was not read: src/data/loader.ts left no entry "course".');
  return entry;
}
