/** The past year, a column a week: the more reviews on a day, the larger its dot. */
import * as words from '#words';
import type { Calendar } from '../../core/progress.ts';
import { make } from '../make.ts';
import { dayInWords, number } from '../numbers.ts';
import { draw, type Part } from './elements.ts';

const WEEK = 7;
/** In px: from day to day, and where the days begin beside and below what is written. */
const STEP = 11.8;
const LEFT = 28;
const TOP = 18;
/** Radii in px: of a day without a review, of one with the fewest, and of the one with the most. */
const NONE = 1;
const LEAST = 1.8;
const GREATEST = 5.3;

/** Monday is 0; study day 0 was a Thursday. */
const weekdayOf = (day: number): number => (day + 3) % WEEK;
const radius = (count: number, most: number): number =>
  count === 0 ? NONE : LEAST + (GREATEST - LEAST) * Math.sqrt(count / most);

/** Shows the reviews of the past year. */
export function showYear(part: Part, { first, reviews }: Calendar): void {
  const most = Math.max(...reviews);
  const sum = reviews.reduce((all, count) => all + count, 0);
  const days = reviews.filter((count) => count > 0).length;
  if (sum === 0) {
    part.say(words.noReviewInYear);
    part.show([], []);
    return;
  }
  part.say(words.reviewsOnDays(sum, days));
  const monday = first - weekdayOf(first);
  const weeks = Math.ceil((first + reviews.length - monday) / WEEK);
  const x = (day: number) => LEFT + (Math.floor((day - monday) / WEEK) + 1 / 2) * STEP;
  const y = (day: number) => TOP + (weekdayOf(day) + 1 / 2) * STEP;
  const dots = reviews.map((count, n) => {
    const day = first + n;
    const dot = draw('circle', {
      cx: x(day).toFixed(1),
      cy: y(day).toFixed(1),
      r: radius(count, most).toFixed(1),
    });
    if (count === 0) dot.classList.add('none');
    else dot.append(draw('title', {}, words.reviewsOn(dayInWords(day, 'long'), count)));
    return dot;
  });
  const width = LEFT + weeks * STEP;
  const drawing = draw(
    'svg',
    {
      class: 'year',
      role: 'img',
      width,
      height: TOP + WEEK * STEP,
      viewBox: `0 0 ${width} ${TOP + WEEK * STEP}`,
      'aria-label': words.dots(most),
    },
    ...monthsFrom(first, reviews.length).map((day) =>
      draw('text', { x: x(day) - STEP / 2, y: 10 }, dayInWords(day, 'month')),
    ),
    ...[0, 2, 4].map((n) =>
      draw('text', { x: 0, y: y(monday + n) + 3.5 }, dayInWords(monday + n, 'weekday')),
    ),
    ...dots,
  );
  const place = make('div', { class: 'scroll', role: 'group', 'aria-label': words.pastYear }, drawing);
  part.show(
    [place, legendOf(most)],
    reviews
      .map((count, n) => [dayInWords(first + n, 'long'), number(count)])
      .filter((_, n) => reviews[n] !== 0)
      .reverse(),
  );
  place.scrollLeft = place.scrollWidth;
  new ResizeObserver(() => {
    // Who has no mouse moves it by keys, where there is anything to move.
    if (place.scrollWidth > place.clientWidth) place.tabIndex = 0;
    else place.removeAttribute('tabindex');
  }).observe(place);
}

/** The first days of months that have the room for their name. */
function monthsFrom(first: number, days: number): number[] {
  return Array.from({ length: days - 2 * WEEK }, (_, n) => first + n).filter(
    (day) => dayInWords(day, 'month') !== dayInWords(day - 1, 'month'),
  );
}

function legendOf(most: number): HTMLElement {
  const counts = [...new Set([1, Math.ceil(most / 4), most])];
  const items = counts.map((count) => {
    const dot = draw('circle', { cx: 6, cy: 6, r: radius(count, most).toFixed(1) });
    return make(
      'li',
      {},
      draw('svg', { class: 'year', width: 12, height: 12, 'aria-hidden': 'true' }, dot),
      ` ${number(count)}`,
    );
  });
  return make(
    'ul',
    { class: 'legend', 'aria-label': words.reviewsADay },
    ...items,
    make('li', {}, words.reviewsADayInLegend),
  );
}
