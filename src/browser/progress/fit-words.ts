/** What the page says of a fit. */
import * as words from '#words';
import { FIT_DAYS, FIT_REVIEWS, type FitOffer, type Material } from '../../core/fit-offer.ts';
import { make } from '../make.ts';
import { number, percent } from '../numbers.ts';

/** So much more or less work is worth a word. */
const NOTABLE = 0.05;

/** What is still missing. */
export function fewInWords({ reviews, days }: Material): string {
  return words.fitTakes(FIT_REVIEWS, FIT_DAYS, reviews, days);
}

/** What a fit is, before it was tried. */
export function readyInWords({ reviews }: Material): string {
  return words.fitAbout(reviews);
}

/** What a fit that was tried is worth. */
export function offerInWords({ isBetter, before, after }: FitOffer): string {
  if (!isBetter) return words.fitIsNoBetter(after.reviews);
  const change = after.reviewsADay / before.reviewsADay - 1;
  const asks = change > 0 ? words.asksMoreOften : words.asksLessOften;
  return `${words.fitIsBetter(after.reviews)} ${Math.abs(change) < NOTABLE ? words.asksAsOften : asks}`;
}

/** The schedule that holds beside the fitted one. */
export function trialTable({ before, after }: FitOffer): HTMLElement {
  const recalled = percent(after.recalled / after.reviews);
  const rows = [
    [words.predicted, percent(before.predicted), percent(after.predicted)],
    [words.recalled, recalled, recalled],
    [words.reviewsADay, number(before.reviewsADay), number(after.reviewsADay)],
  ];
  const head = ['', words.asItIs, words.fitted].map((name) =>
    name === '' ? make('td') : make('th', { scope: 'col' }, name),
  );
  return make(
    'div',
    {},
    make(
      'table',
      {},
      make('thead', {}, make('tr', {}, ...head)),
      make(
        'tbody',
        {},
        ...rows.map(([name = '', ...cells]) =>
          make('tr', {}, make('th', { scope: 'row' }, name), ...cells.map((cell) => make('td', {}, cell))),
        ),
      ),
    ),
    make('p', { class: 'quiet' }, words.reviewsADayAbout),
  );
}
