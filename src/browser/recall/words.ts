/** What the page says about memory and storage, in plain words. */
import * as words from '#words';
import type { Step } from '../../core/schedule.ts';
import type { Stand } from '../../core/standing.ts';
import type { Recovery, Saving } from '../log/log.ts';

const lang: string = import.meta.env.UNFOLD_WORDS_LANG;

/** A format takes a browser longer to make than a hundred numbers to write with it. */
const formats: Record<string, Intl.NumberFormat> = {};

function amount(
  value: number,
  unit: 'minute' | 'day' | 'month' | 'year',
  unitDisplay: 'short' | 'long' = 'long',
): string {
  const maximumFractionDigits = value < 10 ? 1 : 0;
  const options = { style: 'unit', unit, unitDisplay, maximumFractionDigits } as const;
  const key = unit + unitDisplay + maximumFractionDigits;
  formats[key] ??= new Intl.NumberFormat(lang, options);
  return formats[key].format(value);
}

/** `6 days`, `3.4 months`: a number of whole days in the unit that reads best. */
export function daysInWords(days: number): string {
  if (days < 31) return amount(days, 'day');
  if (days < 365) return amount(days / 30.44, 'month');
  return amount(days / 365.25, 'year');
}

/** When a card comes back after a step: `10 min`, `6 days`. */
export function stepInWords({ minutes, days }: Pick<Step, 'minutes' | 'days'>): string {
  return days === 0 ? amount(minutes, 'minute', 'short') : daysInWords(days);
}

/** How a card stands, for those who do not see its mark; empty for a new card. */
export function standInWords({ standing, days }: Stand): string {
  if (standing === 'new') return '';
  if (standing === 'learning') return words.beingLearned;
  return standing === 'held' ? words.heldDueIn(daysInWords(days)) : words.fadingDueNow;
}

/**
 * What a learner should know about storage, in the words that `notice` brings along; empty while all is well.
 * The words fit any number, so that a translation needs no plural.
 */
export function storageInWords(saving: Saving, recovery: Recovery | null, { dataset }: HTMLElement): string {
  const said: string[] = [];
  if (saving.state === 'copied' || saving.state === 'unsaved') {
    said.push(`${dataset[saving.state]}: ${dataset[saving.reason]}.`);
    if (saving.state === 'unsaved') said.push(`${dataset['pending']}: ${saving.pending}.`);
  }
  if (recovery) {
    said.push(`${dataset['lost']}: ${recovery.lost}. ${dataset['recovered']}: ${recovery.recovered}.`);
  }
  return said.join(' ');
}
