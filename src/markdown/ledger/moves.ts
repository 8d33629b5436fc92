/** Where cards stood before: their old addresses keep leading to them. */
import type { MovedPage, MovedQuestion } from '../../core/note.ts';
import type { Assignment, NoteNow, Settled } from './assign.ts';
import { routeIn, slugOf } from './ledger.ts';
import { shorten } from './news.ts';

/** What is left at old addresses. */
export interface Moves {
  /** Lines to leave on pages, by the page's route without slashes at its ends. */
  lines: Map<string, MovedQuestion[]>;
  /** Pages to leave where no note stands any more. */
  pages: MovedPage[];
}

/** Every address that `one` had and has not now. */
function oldAddresses(one: Settled, earlier: ReadonlyMap<string, string[]>): string[] {
  const renamed = (earlier.get(one.note.path) ?? []).map((route) => `${route}#${one.fragment}`);
  const all = new Set([one.card, ...one.was, ...renamed]);
  all.delete(`${one.note.route}#${one.fragment}`);
  return [...all];
}

/** Finds what to leave where. `routes` are those of all pages there are, without slashes at their ends. */
export function movesOf(
  { cards, earlier }: Assignment,
  notes: readonly NoteNow[],
  routes: ReadonlySet<string>,
): Moves {
  const noteRoutes = new Set(notes.map((note) => note.route));
  const lines = new Map<string, MovedQuestion[]>();
  const pages = new Map<string, MovedPage>();
  const pageAt = (route: string): MovedPage => {
    const page = pages.get(route) ?? { route: `/${route}/`, to: '', questions: [] };
    pages.set(route, page);
    return page;
  };
  for (const { path, route } of notes) {
    for (const old of earlier.get(path) ?? []) {
      if (!routes.has(old)) pageAt(old).to ||= `/${route}/`;
    }
  }
  for (const one of cards) {
    for (const address of oldAddresses(one, earlier)) {
      const route = routeIn(address);
      const moved = {
        fragment: slugOf(address),
        route: `/${one.note.route}/`.replace('//', '/'),
        id: one.fragment,
        prompt: shorten(one.now.prompt, 120),
      };
      if (noteRoutes.has(route)) {
        const left = lines.get(route);
        if (left === undefined) lines.set(route, [moved]);
        else left.push(moved);
      } else if (route !== '' && !routes.has(route)) pageAt(route).questions.push(moved);
    }
  }
  for (const page of pages.values()) page.to ||= mostOf(page.questions.map((question) => question.route));
  return { lines, pages: [...pages.values()] };
}

function mostOf(routes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const route of routes) counts.set(route, (counts.get(route) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
