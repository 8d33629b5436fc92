/** What the page says about memory and storage, in plain words. */
import type { Step } from '../../core/schedule.ts';
import type { Stand } from '../../core/standing.ts';
import type { Recovery, Saving } from '../log/log.ts';
import type { Reason } from '../log/world.ts';

const lang = document.documentElement.lang || 'en';

function amount(
  value: number,
  unit: 'minute' | 'day' | 'month' | 'year',
  unitDisplay: 'short' | 'long' = 'long',
): string {
  return new Intl.NumberFormat(lang, {
    style: 'unit',
    unit,
    unitDisplay,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

/** `6 days`, `3.4 months`: a number of whole days in the unit that reads best. */
export function daysInWords(days: number): string {
  if (days < 31) return amount(days, 'day');
  if (days < 365) return amount(days / 30.44, 'month');
  return amount(days / 365.25, 'year');
}

/** When a card comes back after a step: `10 min`, `6 days`. */
export function stepInWords({ minutes, days }: Step): string {
  return days === 0 ? amount(minutes, 'minute', 'short') : daysInWords(days);
}

/** How a card stands, for those who do not see its mark; empty for a new card. */
export function standInWords({ standing, days }: Stand): string {
  if (standing === 'new') return '';
  if (standing === 'learning') return 'being learned, comes back today';
  return standing === 'held' ? `held, due in ${daysInWords(days)}` : 'fading, due now';
}

const WHY: Record<Reason, string> = {
  missing: 'this browser has no storage for websites',
  refused: 'the browser refuses to store anything for this site, as in a private window',
  full: 'the browser’s storage for this site is full',
  broken: 'the browser’s storage is damaged; close the browser and start it anew',
  newer: 'a newer version of this site keeps the history; reload this page',
};

/** What a learner should know about storage; empty while all is well. */
export function savingInWords(saving: Saving): string {
  if (saving.state === 'saved' || saving.state === 'saving') return '';
  const { reason, pending } = saving;
  const count = pending === 1 ? 'One entry is' : `${pending} entries are`;
  if (saving.state === 'copied')
    return `${count} saved in the second copy only: ${WHY[reason]}. It is tried again by itself.`;
  return `Not saved: ${WHY[reason]}. ${count} kept in this window only, and tried again by itself. Leave it open.`;
}

/** What became of a history that was found damaged. */
export function recoveryInWords({ lost, recovered }: Recovery): string {
  const missing = lost - recovered;
  const found = `The browser had lost ${lost} ${lost === 1 ? 'entry' : 'entries'} of your history.`;
  if (missing <= 0) return `${found} All came back from the second copy.`;
  return `${found} ${recovered} came back from the second copy, ${missing} did not.`;
}
