/** Numbers and days as the page writes them. */
import { DAY } from '../../core/day.ts';

const lang = document.documentElement.lang || 'en';

/** `1,204`; at most so many digits after the point. */
export function number(value: number, digits = 0): string {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(value);
}

/** A share of 0 to 1 as `91%`. */
export function percent(share: number): string {
  return new Intl.NumberFormat(lang, { style: 'percent' }).format(share);
}

/** `1 question`, `1,204 questions`. */
export function counted(count: number, thing: string): string {
  return `${number(count)} ${thing}${count === 1 ? '' : 's'}`;
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
