/** What a search asks for, as it stands in the address: `?q=ebs+volume&topic=4-storage&level=apply`. */
import * as words from '#words';
import type { Level } from './note.ts';

export interface SearchAddress {
  /** As it was typed, at most `LONGEST` characters. */
  query: string;
  /** Route of the topic; null for all. */
  topic: string | null;
  level: Level | null;
}

/** A topic to choose from. */
export interface NamedTopic {
  /** With `/` at both ends. */
  route: string;
  title: string;
}

/** Nobody types more; what is beyond is not looked for. */
export const LONGEST = 200;
const LEVELS: readonly Level[] = ['recall', 'understand', 'apply'];
const QUOTED = 60;

const fold = (text: string): string => text.normalize('NFC').toLowerCase();
const nameOf = (route: string): string => route.replace(/^\/|\/$/g, '') || '/';

/** `text` in quotation marks, cut where it is long. Plain text, to be shown as text. */
export function quoted(text: string): string {
  return words.quoted(text.length > QUOTED ? `${text.slice(0, QUOTED).toWellFormed()}…` : text);
}

/** What the query of an address asks for, and in words what in it cannot be followed. Never throws. */
export function readSearch(
  search: string,
  topics: readonly NamedTopic[],
): { address: SearchAddress; complaints: string[] } {
  const given = new URLSearchParams(search);
  const complaints: string[] = [];
  const text = (name: string): string => (given.get(name) ?? '').trim();

  const typed = (given.get('q') ?? '').toWellFormed();
  if (typed.length > LONGEST) complaints.push(words.onlyTheFirst(LONGEST, typed.length));

  const asked = text('topic');
  const topic = topics.find(({ route }) => asked !== '' && fold(nameOf(route)) === fold(nameOf(asked)));
  if (asked !== '' && !topic) complaints.push(`${words.noTopic(quoted(asked))} ${words.allTopicsSearched}`);

  const difficulty = text('level');
  const level = LEVELS.find((known) => known === fold(difficulty)) ?? null;
  if (difficulty !== '' && level === null)
    complaints.push(
      `${words.noLevel(quoted(difficulty))} ${words.thereAre(LEVELS, 0)} ${words.allLevelsSearched}`,
    );
  return {
    address: { query: typed.slice(0, LONGEST).toWellFormed(), topic: topic?.route ?? null, level },
    complaints,
  };
}

/** The shortest query that asks for this: empty, or beginning with `?`. */
export function writeSearch({ query, topic, level }: SearchAddress): string {
  const given = new URLSearchParams();
  if (query.trim() !== '') given.set('q', query.toWellFormed());
  if (topic !== null) given.set('topic', nameOf(topic));
  if (level !== null) given.set('level', level);
  const written = given.toString().replaceAll('%2F', '/');
  return written && `?${written}`;
}
