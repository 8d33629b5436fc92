/** How many questions come back on each of the coming days. */

import * as words from '#words';
import { dayInWords, number } from '../numbers.ts';
import { at, draw, type Part } from './elements.ts';

const WEEK = 7;
/** Of a day's place, what its column takes. */
const COLUMN = 0.72;
/** In px: room for a number above the columns, the columns, and where the days are written below. */
const ABOVE = 20;
const COLUMNS = 120;
const BELOW = ABOVE + COLUMNS + 20;

/** Shows what `forecast` counted from study day `today` on. */
export function showComing(part: Part, counts: readonly number[], today: number): void {
  const most = Math.max(...counts);
  const sum = counts.reduce((all, count) => all + count, 0);
  const week = counts.slice(0, WEEK).reduce((all, count) => all + count, 0);
  const waiting = counts[0] ?? 0;
  if (most === 0) {
    part.say(words.nothingComing(counts.length));
    part.show([], []);
    return;
  }
  part.say(words.coming(waiting, number(week), number(sum), counts.length));
  const nameOf = (day: number) => (day === 0 ? words.today : dayInWords(today + day, 'long'));
  const columns = counts.map((count, day) => {
    const height = count / most;
    const column = draw('rect', {
      x: at((day + (1 - COLUMN) / 2) / counts.length),
      y: at(1 - height),
      width: at(COLUMN / counts.length),
      height: at(height),
    });
    return draw('g', {}, draw('title', {}, words.questionsOn(nameOf(day), count)), column);
  });
  const highest = counts.indexOf(most);
  const numbers = [...new Set([0, highest])]
    // Two numbers side by side run into each other.
    .filter((day) => day === highest || highest > 2)
    .map((day) =>
      draw(
        'text',
        {
          x: at((day + 1 / 2) / counts.length),
          y: at(1 - (counts[day] ?? 0) / most),
          dy: -6,
          'text-anchor': 'middle',
        },
        number(counts[day] ?? 0),
      ),
    );
  const days = counts
    .map((_, day) => day)
    .filter((day) => day % WEEK === 0)
    .map((day) => {
      const x = day === 0 ? at((1 - COLUMN) / 2 / counts.length) : at((day + 1 / 2) / counts.length);
      const name = day === 0 ? words.today : dayInWords(today + day, 'short');
      return draw('text', { x, y: BELOW, 'text-anchor': day === 0 ? 'start' : 'middle' }, name);
    });
  part.show(
    [
      draw(
        'svg',
        {
          class: 'columns',
          role: 'img',
          'aria-label': words.columns(counts.length, number(most), nameOf(highest)),
        },
        draw('svg', { y: ABOVE, width: '100%', height: COLUMNS }, ...columns, ...numbers),
        draw('line', { x2: '100%', y1: ABOVE + COLUMNS, y2: ABOVE + COLUMNS }),
        ...days,
      ),
    ],
    counts.map((count, day) => [nameOf(day), number(count)]),
  );
}
