/** What the page says of a fit. */
import { FIT_DAYS, FIT_REVIEWS, type FitOffer, type Material } from '../../core/fit-offer.ts';
import { counted, number, percent } from '../numbers.ts';
import { make } from './elements.ts';

/** So much more or less work is worth a word. */
const NOTABLE = 0.05;

/** What is still missing. */
export function fewInWords({ reviews, days }: Material): string {
  return `When you have given ${counted(FIT_REVIEWS, 'review')} on a later day than the one before, on ${counted(FIT_DAYS, 'day')}, the schedule can be fitted to your memory. So far there are ${number(reviews)}, on ${counted(days, 'day')}.`;
}

/** What a fit is, before it was tried. */
export function readyInWords({ reviews }: Material): string {
  return `The usual schedule takes your memory for that of people on average. From your ${counted(reviews, 'review')} it can learn how you remember. That happens in this browser, and changes nothing until you say so.`;
}

/** What a fit that was tried is worth. */
export function offerInWords({ isBetter, before, after }: FitOffer): string {
  const tried = `Tried on your latest ${counted(after.reviews, 'review')}, which it had not seen,`;
  if (!isBetter)
    return `${tried} a fitted schedule predicts no better than the one you have. There is nothing to change; a few hundred reviews later there may be.`;
  const change = after.reviewsADay / before.reviewsADay - 1;
  const asks =
    change > 0
      ? 'It asks more often, because you forget sooner than was thought.'
      : 'It asks less often, because you hold longer than was thought.';
  return `${tried} the fitted schedule came closer to what you recalled. ${Math.abs(change) < NOTABLE ? 'It asks about as often, at better times.' : asks}`;
}

/** The schedule that holds beside the fitted one. */
export function trialTable({ before, after }: FitOffer): HTMLElement {
  const recalled = percent(after.recalled / after.reviews);
  const rows = [
    ['Predicted', percent(before.predicted), percent(after.predicted)],
    ['Recalled', recalled, recalled],
    ['Reviews a day', number(before.reviewsADay), number(after.reviewsADay)],
  ];
  const head = ['', 'As it is', 'Fitted'].map((name) =>
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
    make(
      'p',
      { class: 'quiet' },
      'Reviews a day are what it takes, over the coming 90 days, to keep what you have learned, without new questions.',
    ),
  );
}
