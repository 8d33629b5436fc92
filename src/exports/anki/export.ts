/** The course in Anki's formats: of a topic or of all, from the same notes. */
import { ankiName, hasAnkiPackage } from '../../core/anki.ts';
import type { AnkiDeck } from './collection.ts';
import { Media } from './media.ts';
import { ankiNotes, type SitePlace, type SourceNote } from './notes.ts';
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
}

/** The packages of a course: one for every topic, and one for all. `tooLarge` have more cards than one package takes. */
export function ankiExports({ title: course, topics }: SourceCourse): {
  made: AnkiExport[];
  tooLarge: AnkiExport[];
} {
  const all = [
    { route: null, topics },
    ...topics.map((topic) => ({ route: topic.route, topics: [topic] })),
  ].map(
    ({ route, topics }): AnkiExport => ({ name: ankiName(route), cards: cardsIn(topics), course, topics }),
  );
  return {
    made: all.filter(({ cards }) => hasAnkiPackage(cards)),
    tooLarge: all.filter(({ cards }) => cards > 0 && !hasAnkiPackage(cards)),
  };
}

/** The package as bytes. `root`: absolute path of the folder of notes, for its images. */
export function writePackage(what: AnkiExport, site: SitePlace, root: string): Uint8Array {
  const media = new Media(root);
  return ankiPackage(decksOf(what, site, media), media.files);
}

/** The same cards in Anki's text format, with the names that the images have in the package. */
export function writeText(what: AnkiExport, site: SitePlace, root: string): string {
  return ankiText(decksOf(what, site, new Media(root)));
}

function* decksOf({ course, topics }: AnkiExport, site: SitePlace, media: Media): Generator<AnkiDeck> {
  for (const topic of topics) {
    yield {
      name: deckName(course, topic.route === '/' ? null : topic.title),
      notes: topic.notes.flatMap((note) => ankiNotes(note, site, (url) => media.name(url, note.attachments))),
    };
  }
}

function cardsIn(topics: SourceCourse['topics']): number {
  const counts = topics.flatMap(({ notes }) =>
    notes.map(({ questions }) => questions.filter(({ state }) => state === 'answered').length),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
