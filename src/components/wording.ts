/** Days as the build writes them, and what a page sets apart in its words. */
import { dayLang } from '#words';

const LANG: string = import.meta.env.UNFOLD_WORDS_LANG;
const locale = LANG === 'en' ? dayLang : LANG;

function day(date: string, options: Intl.DateTimeFormatOptions): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(locale, { ...options, timeZone: 'UTC' });
}

/** `2026-11-23` as `23 November 2026`. */
export function dayInWords(date: string): string {
  return day(date, { dateStyle: 'long' });
}

/** `2026-11-23` as `November 2026`. */
export function monthInWords(date: string): string {
  return day(date, { month: 'long', year: 'numeric' });
}

/** Words that have parts between two `|`: before the first, the first, and so on. Those at odd places are set apart. */
export function pieces(words: string): string[] {
  return words.split('|');
}
