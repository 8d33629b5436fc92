/** Which language each piece of a page is in, and in which direction it is read. */
import { directionOf } from '../core/language.ts';

/** Language of the site: its pages are in it, and every note that does not state another. */
const SITE: string = import.meta.env.UNFOLD_SITE_LANG;
/** Language of the site's own words: that of the site, or English where nobody has translated them. */
const WORDS: string = import.meta.env.UNFOLD_WORDS_LANG;

/** Attributes of an element. They are written one by one: Astro puts a blank where it spreads none. */
interface Marks {
  dir?: 'ltr' | 'rtl';
  lang?: string;
}

/** For the page as a whole. Only what is read from the right says so. */
export function pageMarks(): Marks {
  return directionOf(SITE) === 'rtl' ? { lang: SITE, dir: 'rtl' } : { lang: SITE };
}

/**
 * The direction of what an author wrote. `lang` is the language that its note states; without one the direction
 * follows the first letter, and on a site that is read from the right, its language: a sentence there may begin with
 * a foreign name.
 */
export function textDir(lang?: string | null): 'ltr' | 'rtl' | 'auto' {
  if (lang) return directionOf(lang);
  return directionOf(SITE) === 'rtl' ? 'rtl' : 'auto';
}

/** As `textDir`, for an element that follows the first letter by itself (`<bdi>`). */
export function titleDir(lang?: string | null): 'ltr' | 'rtl' | undefined {
  const dir = textDir(lang);
  return dir === 'auto' ? undefined : dir;
}

/** For the site's own words within something in `lang`, or else in the language of the site. Nothing where they are the same. */
export function wordMarks(lang: string | null = null): Marks {
  return (lang ?? SITE) === WORDS ? {} : { dir: directionOf(WORDS), lang: WORDS };
}

/** For the site's own words on the page itself. */
export const own: Marks = wordMarks();
