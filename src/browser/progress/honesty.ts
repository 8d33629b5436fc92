/** How honest the schedule is: what it predicted, and what was recalled. */
import * as words from '#words';
import { likelyRange, type Verdict, verdictOf } from '../../core/chance.ts';
import { type Bin, ENOUGH, type Honesty, type Share } from '../../core/recalls.ts';
import { type Child, make } from '../make.ts';
import { number, percent } from '../numbers.ts';
import { at, draw, emphasised, type Part } from './elements.ts';

const VERDICTS: Record<Verdict, string> = {
  close: words.believable,
  less: words.lessRecalled,
  more: words.moreRecalled,
};
/** A range of predictions with fewer reviews is told in the table only. */
const DRAWN = 10;
/** The scale begins at a multiple of this share, and no higher than `HIGHEST`. */
const STEP = 0.1;
const HIGHEST = 0.7;

const shareOf = ({ recalled, reviews }: Share): number => recalled / reviews;

/** Shows what was predicted against what was recalled, or how many reviews it still takes. */
export function showHonesty(part: Part, { reviews, overall, bins }: Honesty): void {
  if (overall === null) {
    part.say(`${missingInWords(reviews)} ${words.fewerSayLittle}`);
    part.show([], []);
    return;
  }
  part.say(
    ...emphasised(words.honesty(percent(shareOf(overall)), percent(overall.predicted), reviews)),
    ` ${VERDICTS[verdictOf(overall)]}`,
  );
  const drawn = bins.filter((bin) => bin.reviews >= DRAWN);
  const lowest = Math.min(...drawn.flatMap((bin) => [bin.predicted, likelyRange(bin)[0]]), HIGHEST);
  const from = Math.floor(lowest / STEP) * STEP;
  const place = (share: number) => at((share - from) / (1 - from));
  const rows = bins.map((bin) =>
    make(
      'li',
      {},
      make('span', {}, rangeOf(bin)),
      bin.reviews < DRAWN ? make('span', { class: 'quiet' }, words.tooFew) : rowOf(bin, place),
      make('span', { class: 'quiet' }, number(bin.reviews)),
    ),
  );
  const scale = make(
    'li',
    { class: 'scale quiet', 'aria-hidden': 'true' },
    make('span', {}, words.predicted),
    make(
      'span',
      {},
      make('span', {}, percent(from)),
      make('span', {}, words.recalledInScale),
      make('span', {}, percent(1)),
    ),
    make('span', {}, words.reviewsOf),
  );
  part.show(
    [make('ul', { class: 'bins' }, scale, ...rows), legend()],
    bins.map((bin) => {
      const [least, most] = likelyRange(bin);
      return [
        rangeOf(bin),
        number(bin.reviews),
        percent(bin.predicted),
        percent(shareOf(bin)),
        words.fromTo(percent(least), percent(most)),
      ];
    }),
  );
}

/** How many reviews are missing until shares can be told. */
export function missingInWords(reviews: number): string {
  return words.reviewsToGo(ENOUGH, number(ENOUGH - reviews));
}

const rangeOf = ({ from, to }: Bin): string => words.fromTo(number(from * 100), percent(to));

function rowOf(bin: Bin, place: (share: number) => string): SVGElement {
  const [least, most] = likelyRange(bin);
  const recalled = place(shareOf(bin));
  const said = words.predictedAndRecalled(percent(bin.predicted), percent(shareOf(bin)));
  return draw(
    'svg',
    { class: 'bin', role: 'img', 'aria-label': said },
    draw('title', {}, said),
    ...marks(place(bin.predicted), recalled, place(least), place(most)),
  );
}

function marks(predicted: string, recalled: string, least: string, most: string): Child[] {
  return [
    draw('line', { class: 'rail', x2: '100%', y1: '50%', y2: '50%' }),
    draw('line', { class: 'range', x1: least, x2: most, y1: '50%', y2: '50%' }),
    draw('line', { class: 'predicted', x1: predicted, x2: predicted, y1: '10%', y2: '90%' }),
    draw('circle', { cx: recalled, cy: '50%', r: 4.5 }),
  ];
}

function legend(): HTMLElement {
  const swatch = (...drawn: Child[]) => draw('svg', { class: 'bin', 'aria-hidden': 'true' }, ...drawn);
  const line = (name: string, more: Record<string, string>) =>
    draw('line', { class: name, y1: '50%', y2: '50%', ...more });
  return make(
    'ul',
    { class: 'legend' },
    make(
      'li',
      {},
      swatch(line('predicted', { x1: '50%', x2: '50%', y1: '10%', y2: '90%' })),
      ` ${words.legend.predicted}`,
    ),
    make('li', {}, swatch(draw('circle', { cx: '50%', cy: '50%', r: 4.5 })), ` ${words.legend.recalled}`),
    make('li', {}, swatch(line('range', { x2: '100%' })), ` ${words.legend.range}`),
  );
}
