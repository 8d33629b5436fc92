/** Where the packages for Anki are published, and which there are. */

/** `apkg` brings pictures and looks along; `txt` is Anki's text format. */
export type AnkiFormat = 'apkg' | 'txt';

/** Most cards in one package: it is made in memory, at a few kB a card. A larger deck has none. */
export const ANKI_CARDS = 100_000;

/** Where packages stand below the site's base, with `/` at its end. */
export const ANKI_FOLDER = 'anki/';

/** Name of the whole course's package. No topic has it: a folder whose name begins with `_` is left out. */
const COURSE = '_course';

/** What stands between `/anki/` and the extension: for the topic at `route`, or for the whole course. */
export function ankiName(route: string | null): string {
  return route === null ? COURSE : route.replace(/^\/|\/$/g, '') || 'index';
}

/** Address of a package below the site's base, `/anki/3-ecs.apkg`: for the topic at `route`, or for the whole course. */
export function ankiAddress(route: string | null, format: AnkiFormat): string {
  return `/${ANKI_FOLDER}${ankiName(route)}.${format}`;
}

/** Whether a deck of so many cards has a package: none has neither an empty one nor one that is too large. */
export function hasAnkiPackage(cards: number): boolean {
  return cards > 0 && cards <= ANKI_CARDS;
}
