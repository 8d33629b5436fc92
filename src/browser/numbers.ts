/** Numbers, days and dates as the pages write them. */
import { DAY } from '../core/day.ts';

const lang: string = import.meta.env.UNFOLD_WORDS_LANG;

/** `1,204`; at most so many digits after the point. */
export function number(value: number, digits = 0): string {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(value);
}

/** A share of 0 to 1 as `91%`. */
export function percent(share: number): string {
  return new Intl.NumberFormat(lang, { style: 'percent' }).format(share);
}

/** How days are written: `Nov 23`, `Monday, November 23, 2026`, `November`, `Mon`. */
const STYLES = {
  short: { day: 'numeric', month: 'short' },
  long: { dateStyle: 'full' },
  month: { month: 'short' },
  weekday: { weekday: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A study day in words. */
export function dayInWords(day: number, style: keyof typeof STYLES): string {
  const format = formats.get(style) ?? new Intl.DateTimeFormat(lang, { ...STYLES[style], timeZone: 'UTC' });
  formats.set(style, format);
  return format.format(day * DAY);
}

/** The local day of the epoch ms `at`, as `2026-11-23`. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The local day of the epoch ms `at` in words: `November 23, 2026`. */
export function dateInWords(at: number): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(at);
}
