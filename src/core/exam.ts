/** What will be recalled on the day of an exam, and what it takes until then. */
import type { Card, Deck } from './card.ts';
import { DAY } from './day.ts';
import type { Memories, Memory, Now } from './memory.ts';
import { ENOUGH, msPerReview, type TrackRecord } from './recalls.ts';
import type { Hold } from './schedule.ts';
import { numbersOf } from './shuffle.ts';

export interface Expected {
  /** Route of the topic. */
  topic: string;
  title: string;
  cards: number;
  /** Share of its cards expected to be recalled that day if nothing is reviewed until then, 0 to 1. */
  untouched: number;
}

/** What it takes until the day if all that comes due is reviewed and all new cards are learned, evenly over the days. */
export interface Work {
  /** Study days from today until the day before. */
  days: number;
  newADay: number;
  reviewsADay: number;
  minutesADay: number;
  /** Share of all cards expected to be recalled then, 0 to 1. */
  expected: number;
}

export type ExamOutlook =
  | { state: 'past' }
  /** Too few reviews of held cards to say anything. */
  | { state: 'few'; reviews: number; needed: number }
  /** `work` is null on the day itself. */
  | { state: 'said'; topics: Expected[]; untouched: number; work: Work | null };

/** How often a card is recalled when it is asked for the first time: what FSRS's own simulator takes. */
const FIRST = 0.76;
/** More cards than this are not played through; every second, third or fourth is then, and stands for its neighbours. */
const PLAYED = 1000;

/**
 * The outlook at `now` for study day `day`. The work is played through card by card with chances that come
 * from `seed`, so the same history gives the same answer.
 */
export function examOutlook(
  desk: {
    decks: readonly Deck[];
    memories: Memories;
    now: Now;
    record: Pick<TrackRecord, 'recalls' | 'spent'>;
  },
  day: number,
  seed: number,
): ExamOutlook {
  const { decks, memories, now, record } = desk;
  const days = day - memories.today(now);
  if (days < 0) return { state: 'past' };
  const reviews = record.recalls.length;
  if (reviews < ENOUGH) return { state: 'few', reviews, needed: ENOUGH };

  // Noon in the learner's place, or now where that is later.
  const then = { at: Math.max(now.at, day * DAY + DAY / 2 - now.tz * 60_000), tz: now.tz };
  const chance = ({ id }: Card): number => {
    const memory = memories.of(id);
    return memory ? memories.retrievability(memory, then) : 0;
  };
  const topics = decks
    .filter(({ cards }) => cards.length > 0)
    .map(({ topic, title, cards }) => ({
      topic,
      title,
      cards: cards.length,
      untouched: mean(cards.map(chance)),
    }));
  const cards = decks.flatMap((deck) => deck.cards);
  return {
    state: 'said',
    topics,
    untouched: mean(cards.map(chance)),
    work: days === 0 ? null : workOf(cards, memories, now, days, msPerReview(record), seed),
  };
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function workOf(
  cards: readonly Card[],
  memories: Memories,
  now: Now,
  days: number,
  ms: number,
  seed: number,
): Work {
  const random = numbersOf(seed);
  const today = memories.today(now);
  const stride = Math.ceil(cards.length / PLAYED) || 1;
  const all = cards.map(({ id }) => memories.of(id));
  const known = all.filter((memory) => memory !== undefined);
  const added = all.length - known.length;
  const some = (n: number) => n % stride === 0;
  const ends = [
    ...known.filter((_, n) => some(n)).map((memory) => played(memories, memory, today, days, random)),
    ...Array.from({ length: added }, (_, n) => Math.floor((n * days) / added))
      .filter((_, n) => some(n))
      .map((start) => learned(memories, start, days, random)),
  ];
  const reviewsADay = (mean(ends.map(({ reviews }) => reviews)) * cards.length) / days;
  return {
    days,
    newADay: Math.ceil(added / days),
    reviewsADay,
    minutesADay: (reviewsADay * ms) / 60_000,
    expected: mean(ends.map(({ expected }) => expected)),
  };
}

/** What became of a card by the day of the exam. */
interface End {
  reviews: number;
  expected: number;
}

/** A card that was reviewed before. Days count from today. */
function played(memories: Memories, memory: Memory, today: number, days: number, random: () => number): End {
  const due = Math.max(0, memory.dueDay - today);
  return followed(memories, memory, memory.day - today, due, days, random);
}

/** A new card that is asked on day `start` for the first time. */
function learned(memories: Memories, start: number, days: number, random: () => number): End {
  const isMissed = random() >= FIRST;
  const { schedule } = memories;
  const first = schedule.next(null, isMissed ? 1 : 3, 0);
  const step = isMissed ? schedule.next(first, 3, 0) : first;
  const end = followed(memories, step, start, start + step.days, days, random);
  return { ...end, reviews: end.reviews + (isMissed ? 2 : 1) };
}

/** The card, last reviewed on day `last`, is asked on day `due` and whenever it comes back before day `days`. */
function followed(
  { schedule }: Memories,
  from: Hold,
  last: number,
  due: number,
  days: number,
  random: () => number,
): End {
  let hold: Hold = from;
  let reviewed = last;
  let next = due;
  let reviews = 0;
  while (next < days) {
    const elapsed = Math.max(0, next - reviewed);
    const isMissed = random() >= schedule.retrievability(hold.stability, elapsed);
    let step = schedule.next(hold, isMissed ? 1 : 3, elapsed);
    reviews += 1;
    // What is missed comes back in the same sitting.
    if (isMissed) {
      step = schedule.next(step, 3, 0);
      reviews += 1;
    }
    hold = step;
    reviewed = next;
    next += step.days;
  }
  return { reviews, expected: schedule.retrievability(hold.stability, days - reviewed) };
}
