/** The site's own pages beside the notes: where each stands, and what every page's frame says. */
import { type Course, course } from './notes.ts';

const PAGES = ['help', 'review', 'settings'] as const;

/** Routes of the site's own pages. */
export type OwnRoutes = Record<(typeof PAGES)[number], string>;

/** Notes come first: where one wants the address of a page of the site's own, that page moves aside. */
export function ownRoutes({ topics, notes }: Pick<Course, 'topics' | 'notes'>): OwnRoutes {
  const taken = new Set([...topics, ...notes].map(({ route }) => route));
  const free = (route: string): string => (taken.has(route) ? free(route.replace(/\/$/, '-page/')) : route);
  return Object.fromEntries(PAGES.map((page) => [page, free(`/${page}/`)])) as OwnRoutes;
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
