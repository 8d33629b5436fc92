/** The site's own pages beside the notes: where each stands, and what every page's frame says. */
import { getEntry } from 'astro:content';
import type { MovedPage, Note } from '../core/note.ts';
import { fitsOnePage, printId } from '../core/printed.ts';
import { type Course, course, param, type StudyNote, type StudyTopic } from './notes.ts';

const PAGES = ['data', 'help', 'offline', 'print', 'progress', 'review', 'search', 'settings'] as const;

/** Routes of the site's own pages. */
export type OwnRoutes = Record<(typeof PAGES)[number], string>;

/** Notes come first: where one wants the address of a page of the site's own, that page moves aside. */
export function ownRoutes({ topics, notes }: Pick<Course, 'topics' | 'notes'>): OwnRoutes {
  const taken = [...topics, ...notes].map(({ route }) => route);
  const free = (route: string): string =>
    taken.some((other) => other.startsWith(route)) ? free(route.replace(/\/$/, '-page/')) : route;
  return Object.fromEntries(PAGES.map((page) => [page, free(`/${page}/`)])) as OwnRoutes;
}

/**
 * Where a topic stands ready for print, below the course; `~`, which no topic is called, for the root of the folder. A
 * note has such a page of its own only where those of its topic are too many for one.
 */
export function printRoute(own: OwnRoutes, { route }: Pick<StudyTopic | Note, 'route'>): string {
  return `${own.print}${param(route) ?? '~'}/`;
}

/** For each note the address at which it is ready for print: with the others of its topic, shown alone, or by itself. */
export function printAddresses(own: OwnRoutes, topics: readonly StudyTopic[]): Map<StudyNote, string> {
  return new Map(
    topics.flatMap((topic) => {
      const isOnePage = fitsOnePage(topic.notes);
      return topic.notes.map((note) => [
        note,
        isOnePage ? `${printRoute(own, topic)}#${printId(note.route)}` : printRoute(own, note),
      ]);
    }),
  );
}

/** What the frame of a page says: the course's title and language, and the ways to the site's own pages. */
export interface Frame {
  title: string;
  lang: string;
  own: OwnRoutes;
}

/** The frame of every page. */
export async function frame(): Promise<Frame> {
  const { title, lang, topics, notes } = await course();
  return { title, lang, own: ownRoutes({ topics, notes }) };
}

/** A page left at an address where a note stood, with the title of the note it leads to. */
export type LeftPage = MovedPage & { title: string };

/** The pages left where notes stood before; none where a page of the site's own has come to stand. */
export async function leftPages(): Promise<LeftPage[]> {
  const moved = (await getEntry('course', 'course'))?.data.moved ?? [];
  const { topics, notes } = await course();
  const routes = ownRoutes({ topics, notes });
  const own = new Set([...Object.values(routes), ...topics.map((topic) => printRoute(routes, topic))]);
  const titles = new Map([...topics, ...notes].map(({ route, title }) => [route, title]));
  return moved
    .filter((page) => !own.has(page.route))
    .map((page) => ({ ...page, title: titles.get(page.to) ?? page.to }));
}
