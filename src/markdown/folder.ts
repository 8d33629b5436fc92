/** Reads a whole folder of notes: which files are notes, where each lives, and what they say together. */
import type { Folder, Problem, ReadNote, Topic } from '../core/note.ts';
import { arrange, type Place } from './arrange.ts';
import { isStale, readFacts } from './facts.ts';
import { settleIdentity } from './folder-identity.ts';
import type { Given } from './identity.ts';
import { LEDGER } from './ledger/ledger.ts';
import { type Frame, type Outcome, readFile } from './place-reader.ts';
import { Problems } from './problems.ts';
import type { NoteReading } from './read-note.ts';
import type { Readings } from './readings.ts';
import { scan } from './scan.ts';
import { readSettings } from './settings.ts';
import { readFiles } from './threads.ts';

export interface FolderOptions {
  /** The site's base, with `/` at both ends. */
  base: string;
  /** Epoch ms against which facts are stale; facts are not checked without it. */
  now?: number;
  /** Readings from before; without them every note is read. */
  readings?: Readings;
}

type Placed = Problem & { path: string };

/** Output larger than this is too much for a browser: in characters. */
const OUTPUT_LIMIT = 8 * 1024 * 1024;

/** A folder as it was read: what it takes to read one of its files again. */
export interface AsRead {
  frame: Frame;
  places: readonly Place[];
  notes: readonly ReadNote[];
}

/**
 * Reads the folder at `root`. Files that get no page are in `problems` with severity `error`; everything
 * else that is wrong is told in the notes themselves.
 */
export async function readFolder(root: string, options: FolderOptions): Promise<Folder> {
  return (await readWhole(root, options)).folder;
}

/** The same, with what `readAgain` needs. */
export async function readWhole(
  root: string,
  options: FolderOptions,
): Promise<{ folder: Folder; asRead: AsRead }> {
  const found = await scan(root);
  const settings = readSettings(found.settings);
  const facts = readFacts(found.facts ?? '');
  const problems: Placed[] = [...found.problems, ...settings.problems];
  const skipped = [...found.skipped];
  for (const { line, message } of facts.faults)
    problems.push({ path: 'facts.yaml', line, column: 1, rule: 'unknown-fact', severity: 'error', message });
  if (options.now !== undefined) {
    const stale = new Problems();
    for (const [id, fact] of facts.facts) {
      if (isStale(fact, options.now))
        stale.add(
          'stale-fact',
          { line: fact.line },
          `The fact “${id}” was last checked on ${fact.asOf}, more than ${fact.reviewDays} days ago`,
        );
    }
    problems.push(...stale.all.map((problem) => ({ ...problem, path: 'facts.yaml' })));
  }

  const arranged = arrange(found.files, settings.settings);
  problems.push(...arranged.problems);
  skipped.push(...arranged.skipped);
  const routes = new Map([
    ...arranged.topics.map((topic): [string, string] => [topic.path, topic.route]),
    ...arranged.places.map((place): [string, string] => [place.path, place.route]),
  ]);
  const frame: Frame = {
    root,
    base: options.base,
    routes,
    spelling: found.spelling,
    facts: facts.facts,
    unnamed: settings.settings.unnamed,
    forms: settings.settings.forms,
  };
  const taken = ({ path }: Place, { reading, refused }: Outcome): NoteReading | null => {
    problems.push(...refused.map((problem) => ({ ...problem, path })));
    return reading;
  };
  const readings = new Map<Place, NoteReading>();
  for (const [place, outcome] of await readAll(frame, arranged.places, options.readings)) {
    const reading = taken(place, outcome);
    if (reading !== null) readings.set(place, reading);
  }
  const readPlace = (place: Place, given: Given) => taken(place, readFile(frame, place, given));
  const topicRoutes = arranged.topics.map((topic) => topic.route);
  const identity = settleIdentity(found.ledger, readings, readPlace, topicRoutes, options.base);
  problems.push(...identity.problems.all.map((problem) => ({ ...problem, path: LEDGER })));
  checkFragments(readings);
  const notes = [...readings].map(([place, reading]) => toNote(place, reading, problems));
  const readmeOf = (topic: string): ReadNote | undefined =>
    notes.find(
      (note) => note.topic === topic && (note.landing || /(?:^|\/)(?:readme|index)\.\w+$/i.test(note.path)),
    );
  const topics: Topic[] = arranged.topics.map((topic) => ({
    ...topic,
    title: settings.settings.topics.get(topic.path)?.title ?? readmeOf(topic.route)?.title ?? topic.title,
    description:
      settings.settings.topics.get(topic.path)?.description ?? readmeOf(topic.route)?.description ?? '',
    notes: notes.filter((note) => note.topic === topic.route && !note.landing).map((note) => note.route),
  }));
  const front = readmeOf('/');
  // Where notes were refused there are some, and the page to come does not speak of none.
  if (notes.length === 0 && !problems.some((problem) => problem.severity === 'error')) {
    const none = new Problems();
    none.add('no-notes', { line: 1 });
    problems.push(...none.all.map((problem) => ({ ...problem, path: '.' })));
  }
  const folder: Folder = {
    title: settings.settings.title ?? front?.title ?? arranged.title(root),
    description: settings.settings.description ?? front?.description ?? '',
    lang: settings.settings.lang ?? 'en',
    topics,
    notes,
    skipped,
    ledger: identity.ledger,
    moved: identity.moved,
    externalLinks: [...readings].flatMap(([{ path }, { external }]) =>
      external.map((link) => ({ ...link, path })),
    ),
    problems,
  };
  return { folder, asRead: { frame, places: arranged.places, notes } };
}

/** What reading each place gives, in their order; those that are known from before are not read. */
async function readAll(
  frame: Frame,
  places: readonly Place[],
  readings?: Readings,
): Promise<Map<Place, Outcome>> {
  const outcomes = places.map((place) => readings?.known(frame, place) ?? null);
  const others = [...places.keys()].filter((n) => outcomes[n] === null);
  const unread = others.map((n) => places[n] as Place);
  await readFiles(frame, unread, (place, outcome) => {
    readings?.keep(frame, unread[place] as Place, outcome);
    outcomes[others[place] as number] = outcome;
  });
  readings?.tidy(places);
  return new Map(places.map((place, n) => [place, outcomes[n] as Outcome]));
}

const inAttribute = (value: string): string => value.replace(/&/g, '&#x26;').replace(/"/g, '&#x22;');

/**
 * Fragments can be checked only when every page is known. One that differs in case only is corrected, and one that
 * follows from a question's words, where its fragment is older than they are.
 */
function checkFragments(readings: Map<Place, NoteReading>): void {
  const pages = new Map([...readings].map(([place, reading]) => [place.route, reading]));
  for (const reading of readings.values()) {
    for (const { route, fragment, target, href, line, column } of reading.fragments) {
      const page = pages.get(route);
      if (page === undefined || page.ids.has(fragment)) continue;
      const near =
        page.aliases.get(fragment) ?? [...page.ids].find((id) => id.toLowerCase() === fragment.toLowerCase());
      const address = href.replace(/#.*$/, near === undefined ? '' : `#${near}`) || '#top';
      reading.html = reading.html.replaceAll(`href="${inAttribute(href)}"`, `href="${inAttribute(address)}"`);
      if (near === undefined) reading.problems.add('dead-fragment', { line, column }, target);
    }
  }
}

/** The note of a reading. What keeps its page from being right as a whole goes to `problems`. */
export function toNote(place: Place, reading: NoteReading, problems: Placed[]): ReadNote {
  const {
    fragments: _fragments,
    external: _external,
    ids: _ids,
    aliases: _aliases,
    cards: _cards,
    problems: found,
    ...rest
  } = reading;
  let html = rest.html;
  if (html.length > OUTPUT_LIMIT) {
    const costly = new Problems();
    costly.add('too-costly', { line: 1 }, `a page of ${Math.round(html.length / 1024 / 1024)} MB`);
    problems.push(...costly.all.map((problem) => ({ ...problem, path: place.path })));
    html = '';
  }
  for (const fault of place.faults) found.add(fault.rule, fault, fault.detail);
  // A fact that the file does not know is a page that cannot be trusted: it stops a build.
  const isUnknown = (problem: Problem): boolean => problem.rule === 'unknown-fact';
  const all = found.sorted();
  problems.push(...all.filter(isUnknown).map((problem) => ({ ...problem, path: place.path })));
  return {
    ...rest,
    html,
    problems: all.filter((problem) => !isUnknown(problem)),
    path: place.path,
    route: place.route,
    topic: place.topic,
    landing: place.landing,
    source: place.source,
  };
}
