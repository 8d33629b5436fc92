/** The course in Anki's formats: of a topic or of all, from the same notes. */
import { ANKI_CARDS, ankiName, hasAnkiPackage } from '../../core/anki.ts';
import type { AnkiDeck } from './collection.ts';
import { Media, readImage } from './media.ts';
import { type AnkiNote, ankiNotes, type SitePlace, type SourceNote } from './notes.ts';
import { ankiPackage } from './package.ts';
import { deckName } from './tags.ts';
import { ankiText } from './text.ts';

/** As much of the course as its packages need. */
export interface SourceCourse {
  title: string;
  topics: { route: string; title: string; notes: SourceNote[] }[];
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

/** The packages of a course: one for every topic, and one for all. `tooLarge` have more cards than one package takes. */
export function ankiExports({ title: course, topics }: SourceCourse): {
  made: AnkiExport[];
  tooLarge: AnkiExport[];
} {
  const isKept = cardsIn(topics) <= ANKI_CARDS;
  const all = [
    { route: null, topics },
    ...topics.map((topic) => ({ route: topic.route, topics: [topic] })),
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

/** The package as bytes. `root`: absolute path of the folder of notes, for its images. */
export function writePackage(what: AnkiExport, site: SitePlace, root: string): Uint8Array {
  const media = new Map<string, Uint8Array>();
  return ankiPackage(decksOf(what, site, root, media), media);
}

/** The same cards in Anki's text format, with the names that the images have in the package. */
export function writeText(what: AnkiExport, site: SitePlace, root: string): string {
  return ankiText(decksOf(what, site, root, new Map()));
}

/** The decks, one after the other; by the end `media` holds the images that their cards show. */
function* decksOf(
  { course, topics, isKept }: AnkiExport,
  site: SitePlace,
  root: string,
  media: Map<string, Uint8Array>,
): Generator<AnkiDeck> {
  for (const { route, title, notes } of topics) {
    const cards = notes.map((note) => made(note, site, root, isKept));
    for (const [name, path] of cards.flatMap(({ images }) => [...images]))
      if (!media.has(name)) media.set(name, readImage(root, path));
    yield {
      name: deckName(course, route === '/' ? null : title),
      notes: cards.flatMap(({ notes }) => notes),
    };
  }
}

interface Made {
  notes: AnkiNote[];
  images: ReadonlyMap<string, string>;
}

// Every note goes into four files. What was made of it is kept, unless there is too much of it.
const kept = new Map<string, { from: SourceNote; made: Made }>();

function made(note: SourceNote, site: SitePlace, root: string, isKept: boolean): Made {
  const key = [root, site.url, site.base, note.path].join('\n');
  const known = kept.get(key);
  const isSame = (['html', 'title', 'route', 'topic', 'changed'] as const).every(
    (part) => known?.from[part] === note[part],
  );
  if (known && isSame) return known.made;
  const media = new Media(root, note.attachments);
  const made = { notes: ankiNotes(note, site, (url) => media.name(url)), images: media.images };
  if (isKept) kept.set(key, { from: note, made });
  return made;
}

function cardsIn(topics: SourceCourse['topics']): number {
  const counts = topics.flatMap(({ notes }) =>
    notes.map(({ questions }) => questions.filter(({ state }) => state === 'answered').length),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
