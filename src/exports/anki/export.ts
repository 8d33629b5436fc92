/** The course in Anki's formats: of a topic or of all, from the same notes. */
import { createHash } from 'node:crypto';
import { ANKI_CARDS, ankiName, hasAnkiPackage } from '../../core/anki.ts';
import type { AnkiDeck } from './collection.ts';
import { imageName, Media, readImage } from './media.ts';
import { type AnkiNote, ankiNotes, type SitePlace, type SourceNote } from './notes.ts';
import { ankiPackage } from './package.ts';
import { deckName } from './tags.ts';
import { ankiText } from './text.ts';

/** What was made before, by what it was made of; for ever the same. */
export interface Kept {
  /** The text of a name, null where it is not known. */
  known(name: string): string | null;
  keep(name: string, text: string): void;
}

/** As much of a note as its packages need to be counted, and told from others. */
export interface NamedNote {
  /** Tells the note from all others, and from itself before a change. */
  digest: string;
  /** How many cards it has. */
  cards: number;
}

/** Where packages are made, and from what. */
export interface Workplace {
  /** The note itself; asked for only where its cards are not kept. */
  note: (named: NamedNote) => SourceNote;
  site: SitePlace;
  /** Absolute path of the folder of notes, for its images. */
  root: string;
  kept: Kept;
  /** Changes with this code. */
  code: string;
}

/** As much of the course as its packages need. */
export interface SourceCourse {
  title: string;
  topics: { route: string; title: string; notes: NamedNote[] }[];
}

/** What is to go into one package. */
export interface AnkiExport {
  /** What stands between `/anki/` and the extension. */
  name: string;
  cards: number;
  course: string;
  topics: SourceCourse['topics'];
  /** Whether what is made of the notes is kept for the other packages they go into. */
  isKept: boolean;
}

/**
 * The packages of a course: one for every topic, and at last one for all, which takes the most memory; a build has mostly
 * written its search index by then. `tooLarge` have more cards than one package takes.
 */
export function ankiExports({ title: course, topics }: SourceCourse): {
  made: AnkiExport[];
  tooLarge: AnkiExport[];
} {
  const isKept = cardsIn(topics) <= ANKI_CARDS;
  const all = [
    ...topics.map((topic) => ({ route: topic.route, topics: [topic] })),
    { route: null, topics },
  ].map(
    ({ route, topics }): AnkiExport => ({
      name: ankiName(route),
      cards: cardsIn(topics),
      course,
      topics,
      isKept,
    }),
  );
  return {
    made: all.filter(({ cards }) => hasAnkiPackage(cards)),
    tooLarge: all.filter(({ cards }) => cards > 0 && !hasAnkiPackage(cards)),
  };
}

/** The package as bytes. */
export function writePackage(what: AnkiExport, place: Workplace): Uint8Array<ArrayBuffer> {
  const media = new Map<string, Uint8Array>();
  return ankiPackage(decksOf(what, place, media), media);
}

/** The same cards in Anki's text format, with the names that the images have in the package. */
export function writeText(what: AnkiExport, place: Workplace): string {
  return ankiText(decksOf(what, place, new Map()));
}

/** The decks, one after the other; by the end `media` holds the images that their cards show. */
function* decksOf(
  { course, topics, isKept }: AnkiExport,
  place: Workplace,
  media: Map<string, Uint8Array>,
): Generator<AnkiDeck> {
  for (const { route, title, notes } of topics) {
    const cards = notes.map((note) => made(note, place, isKept));
    for (const [name, path] of cards.flatMap(({ images }) => images))
      if (!media.has(name)) media.set(name, readImage(place.root, path));
    yield {
      name: deckName(course, route === '/' ? null : title),
      notes: cards.flatMap(({ notes }) => notes),
    };
  }
}

interface Made {
  notes: AnkiNote[];
  /** Paths of images, by the names that they have in the package. */
  images: [name: string, path: string][];
}

// Every note goes into four files. What was made of it stays at hand, unless there is too much of it.
const atHand = new Map<string, Made>();

function made(named: NamedNote, place: Workplace, isKept: boolean): Made {
  const { site, root, kept, code } = place;
  const parts = [code, root, site.url, site.base, named.digest];
  const name = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const known = atHand.get(name) ?? keptAs(name, kept, root);
  if (known && !isKept) return known;
  const made = known ?? makeOf(place.note(named), site, root);
  if (!known) kept.keep(name, JSON.stringify(made));
  if (isKept) atHand.set(name, made);
  return made;
}

function keptAs(name: string, kept: Kept, root: string): Made | null {
  const text = kept.known(name);
  const made: Made | null = text === null ? null : JSON.parse(text);
  // An image may have changed and kept its time.
  return made?.images.every(([name, path]) => imageName(root, path) === name) ? made : null;
}

function makeOf(note: SourceNote, site: SitePlace, root: string): Made {
  const media = new Media(root, note.attachments);
  return { notes: ankiNotes(note, site, (url) => media.name(url)), images: [...media.images] };
}

function cardsIn(topics: SourceCourse['topics']): number {
  return topics.flatMap(({ notes }) => notes).reduce((sum, { cards }) => sum + cards, 0);
}
