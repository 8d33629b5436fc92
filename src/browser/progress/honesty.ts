/** How honest the schedule is: what it predicted, and what was recalled. */
import { likelyRange, type Verdict, verdictOf } from '../../core/chance.ts';
import { type Bin, ENOUGH, type Honesty, type Share } from '../../core/recalls.ts';
import { counted, number, percent } from '../numbers.ts';
import { at, type Child, draw, make, type Part } from './elements.ts';

const VERDICTS: Record<Verdict, string> = {
  close: 'The schedule can be believed.',
  less: 'You recall less than it predicts: questions come back later than they should. Until the schedule is fitted to you, below, a higher recall to aim for, in the settings, brings them sooner.',
  more: 'You recall more than it predicts: questions come back sooner than they need to. Until the schedule is fitted to you, below, a lower recall to aim for, in the settings, saves reviews.',
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
    part.say(`${missingInWords(reviews)} Shares of fewer would say little.`);
    part.show([], []);
    return;
  }
  part.say(
    make('strong', {}, `${percent(shareOf(overall))} recalled, ${percent(overall.predicted)} predicted`),
    `, in ${counted(reviews, 'review')} of questions that were held. ${VERDICTS[verdictOf(overall)]}`,
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
      bin.reviews < DRAWN ? make('span', { class: 'quiet' }, 'too few') : rowOf(bin, place),
      make('span', { class: 'quiet' }, number(bin.reviews)),
    ),
  );
  const scale = make(
    'li',
    { class: 'scale quiet', 'aria-hidden': 'true' },
    make('span', {}, 'Predicted'),
    make(
      'span',
      {},
      make('span', {}, percent(from)),
      make('span', {}, 'recalled'),
      make('span', {}, percent(1)),
    ),
    make('span', {}, 'Reviews'),
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
        `${percent(least)} to ${percent(most)}`,
      ];
    }),
  );
}

/** How many reviews are missing until shares can be told. */
export function missingInWords(reviews: number): string {
  return `This is told from ${ENOUGH} reviews of questions that were held: ${number(ENOUGH - reviews)} to go.`;
}

const rangeOf = ({ from, to }: Bin): string => `${number(from * 100)} to ${percent(to)}`;

function rowOf(bin: Bin, place: (share: number) => string): SVGElement {
  const [least, most] = likelyRange(bin);
  const recalled = place(shareOf(bin));
  const words = `${percent(bin.predicted)} predicted, ${percent(shareOf(bin))} recalled`;
  return draw(
    'svg',
    { class: 'bin', role: 'img', 'aria-label': words },
    draw('title', {}, words),
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
    make('li', {}, swatch(line('predicted', { x1: '50%', x2: '50%', y1: '10%', y2: '90%' })), ' predicted'),
    make('li', {}, swatch(draw('circle', { cx: '50%', cy: '50%', r: 4.5 })), ' recalled'),
    make('li', {}, swatch(line('range', { x2: '100%' })), ' likely range'),
  );
}
