/** How much work it is to keep what was learned, played through card by card. */
import type { Rating } from './event.ts';
import type { CardHistory } from './fitting.ts';
import { type Grip, type Hold, type Parameters, Schedule } from './schedule.ts';
import { numbersOf } from './shuffle.ts';

/** For how many days it is played through. */
const DAYS = 90;
/** More cards than this are not played through; every second, third or fourth is then, and stands for its neighbours. */
const PLAYED = 500;

export interface Upkeep {
  cards: readonly CardHistory[];
  /** Study day on which the coming days begin. */
  today: number;
  /** Share of cards that should be recalled when they come due. */
  retention: number;
  /** By which cards come back. */
  schedule: Parameters;
  /** By which they are recalled. */
  memory: Parameters;
}

/** Where a card has come to. */
interface Played {
  plan: Hold;
  truth: Grip;
  /** Study days of its last review, and on which it is due. */
  day: number;
  due: number;
}

/**
 * Reviews a day over the coming 90 days, if every card that comes back is asked on its day and no new one is learned. A
 * miss is two reviews. Luck comes from the place of a card, so that two schedules meet the same; nothing without cards.
 */
export function upkeepOf(upkeep: Upkeep): number {
  const { cards, retention, schedule, memory } = upkeep;
  const stride = Math.ceil(cards.length / PLAYED) || 1;
  const some = cards.filter((_, n) => n % stride === 0);
  const planned = new Schedule(retention, schedule);
  const truly = new Schedule(retention, memory);
  const reviews = some.map((card, n) => reviewsOf(card, upkeep.today, planned, truly, numbersOf(n + 1)));
  return ((reviews.reduce((sum, count) => sum + count, 0) / (some.length || 1)) * cards.length) / DAYS;
}

/** How often the card is reviewed from `today` on. */
function reviewsOf(
  { days, ratings }: CardHistory,
  today: number,
  planned: Schedule,
  truly: Schedule,
  random: () => number,
): number {
  let state: Played | null = null;
  const reviewed = (before: Played | null, rating: Rating, day: number): Played => {
    const elapsed = before === null ? 0 : day - before.day;
    const plan = planned.next(before?.plan ?? null, rating, elapsed);
    return { plan, truth: truly.after(before?.truth ?? null, rating, elapsed), day, due: day + plan.days };
  };
  for (const [n, rating] of ratings.entries()) state = reviewed(state, rating, days[n] ?? today);
  let reviews = 0;
  while (state !== null && state.due < today + DAYS) {
    const day: number = Math.max(today, state.due);
    const isMissed = random() >= truly.retrievability(state.truth.stability, day - state.day);
    state = reviewed(state, isMissed ? 1 : 3, day);
    // What is missed comes back in the same sitting.
    if (isMissed) state = reviewed(state, 3, day);
    reviews += isMissed ? 2 : 1;
  }
  return reviews;
}
