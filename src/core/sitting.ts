/**
 * One sitting over a queue: which card is asked, and what a rating, a step back or an undo makes of it. A pure
 * reducer. What is to be kept comes back as effects; nothing here knows storage, clock or schedule.
 */
import type { Card } from './card.ts';
import type { Draft, Rating } from './event.ts';
import { BURY, type Now, SUSPEND } from './memory.ts';

/** How a turn ended. `later`: skipped for this sitting, nothing is kept of it. */
export type Outcome = Rating | 'later' | 'bury' | 'suspend';

/** A card that had its turn. */
export interface Turn {
  card: Card;
  outcome: Outcome;
  /** The sitting as it was before, which an undo brings back. */
  before: Sitting;
}

export interface Sitting {
  readonly queue: readonly Card[];
  /** True where nothing is kept of what happens. */
  readonly cram: boolean;
  /** How many cards of the queue have been put on the table. */
  readonly place: number;
  /** Follow-ups of missed cards, which come next. */
  readonly detour: readonly Card[];
  /** Every follow-up that came into this sitting by a miss. */
  readonly joined: ReadonlySet<Card>;
  /** Cards to be asked once more, and from when (epoch ms); the earliest first. */
  readonly returning: readonly { readonly card: Card; readonly at: number }[];
  /** The card on the table; null when the sitting is done. */
  readonly card: Card | null;
  /** Whether its answer is open. */
  readonly phase: 'prompt' | 'answer' | 'done';
  /** How many turns back the learner is looking; 0 at the card on the table. */
  readonly back: number;
  /** How many turns there were. */
  readonly turns: number;
  readonly last: Turn | null;
}

export type Action =
  | { do: 'reveal' }
  /**
   * `minutes`: after which the schedule wants the card back on the same day, 0 for another day. `leadsTo`: its
   * follow-ups, asked next if it was missed. `ms`, `rev`: as in a review.
   */
  | {
      do: 'rate';
      rating: Rating;
      now: Now;
      minutes: number;
      leadsTo: readonly Card[];
      ms: number;
      rev: string;
    }
  | { do: 'skip'; now: Now }
  /** Puts the card aside until study day `day` is over. */
  | { do: 'bury'; now: Now; day: number }
  | { do: 'suspend'; now: Now }
  | { do: 'undo' }
  /** Looks at the turn before, or again at the one after. */
  | { do: 'back' }
  | { do: 'forward' };

/** What is to be kept. Turns are numbered from 0; after an undo their numbers are given again. */
export type Effect =
  /** Append the draft, and remember which event turn `turn` became. */
  | { turn: number; append: Draft }
  /** Append an undo of the event that turn `turn` became. */
  | { turn: number; takeBack: true };

export interface Result {
  sitting: Sitting;
  effect: Effect | null;
}

/** The sitting at its first card. The queue names each card once. */
export function begin(queue: readonly Card[], cram: boolean): Sitting {
  const [card = null] = queue;
  return {
    queue,
    cram,
    place: card ? 1 : 0,
    detour: [],
    joined: new Set(),
    returning: [],
    card,
    phase: card ? 'prompt' : 'done',
    back: 0,
    turns: 0,
    last: null,
  };
}

/**
 * What an action makes of the sitting. An action that does not fit (rating a closed card, anything but
 * a step or an undo while looking back) changes nothing: the same sitting comes back.
 */
export function act(sitting: Sitting, action: Action): Result {
  const { card, back, turns, last, phase } = sitting;
  if (action.do === 'undo') {
    if (last === null) return { sitting, effect: null };
    const isKept = !sitting.cram && last.outcome !== 'later';
    return { sitting: last.before, effect: isKept ? { turn: turns - 1, takeBack: true } : null };
  }
  if (action.do === 'back' || action.do === 'forward') {
    const to = Math.min(turns, Math.max(0, back + (action.do === 'back' ? 1 : -1)));
    return { sitting: to === back ? sitting : { ...sitting, back: to }, effect: null };
  }
  if (card === null || back > 0) return { sitting, effect: null };
  const { id } = card;
  switch (action.do) {
    case 'reveal':
      return { sitting: phase === 'answer' ? sitting : { ...sitting, phase: 'answer' }, effect: null };
    case 'rate': {
      if (phase !== 'answer') return { sitting, effect: null };
      const { rating, now, ms, rev } = action;
      const review: Draft = { t: 'review', card: id, rating, ms, rev, ...now };
      return turned(sitting, returned(sitting, card, action), { card, outcome: rating }, now, review);
    }
    case 'skip':
      return turned(sitting, sitting, { card, outcome: 'later' }, action.now, null);
    case 'bury': {
      const burial: Draft = { t: 'note', card: id, name: BURY, value: action.day, ...action.now };
      return turned(sitting, sitting, { card, outcome: 'bury' }, action.now, burial);
    }
    case 'suspend': {
      const suspension: Draft = { t: 'note', card: id, name: SUSPEND, value: true, ...action.now };
      return turned(sitting, sitting, { card, outcome: 'suspend' }, action.now, suspension);
    }
  }
}

/** The turn is over: `after` is the sitting without its card, `append` what is to be kept of the turn. */
function turned(
  before: Sitting,
  after: Sitting,
  turn: Omit<Turn, 'before'>,
  now: Now,
  append: Draft | null,
): Result {
  const effect = append === null || before.cram ? null : { turn: before.turns, append };
  const ended = { ...after, turns: before.turns + 1, last: { ...turn, before } };
  return { sitting: dealt(ended, now.at), effect };
}

/** The sitting with the rated card among those that return, and with what a miss leads to. */
function returned(sitting: Sitting, card: Card, action: Extract<Action, { do: 'rate' }>): Sitting {
  const { rating, now, minutes, leadsTo } = action;
  const { queue, joined, detour } = sitting;
  const returning =
    minutes > 0
      ? [...sitting.returning, { card, at: now.at + minutes * 60_000 }].sort(
          (one, other) => one.at - other.at,
        )
      : sitting.returning;
  if (rating !== 1) return { ...sitting, returning };
  const added = leadsTo.filter((next) => !joined.has(next) && !queue.includes(next));
  if (added.length === 0) return { ...sitting, returning };
  return { ...sitting, returning, detour: [...added, ...detour], joined: new Set([...joined, ...added]) };
}

/**
 * The sitting with its next card on the table: what a miss leads to; else what has waited long enough; else the
 * queue; and at its end what would have waited longer.
 */
function dealt(sitting: Sitting, at: number): Sitting {
  const { detour, returning, queue, place } = sitting;
  const [next, ...others] = detour;
  const [first, ...rest] = returning;
  if (next) return { ...sitting, card: next, phase: 'prompt', detour: others };
  if (first && (first.at <= at || place >= queue.length))
    return { ...sitting, card: first.card, phase: 'prompt', returning: rest };
  const card = queue[place] ?? null;
  return card
    ? { ...sitting, card, phase: 'prompt', place: place + 1 }
    : { ...sitting, card: null, phase: 'done' };
}

/** What the learner sees: the card on the table, or a turn looked back at, which has its answer open and an outcome. */
export function shown(sitting: Sitting): {
  card: Card | null;
  phase: Sitting['phase'];
  outcome: Outcome | null;
} {
  let turn: Turn | null = null;
  let from = sitting;
  for (let n = 0; n < sitting.back && from.last !== null; n += 1) {
    turn = from.last;
    from = turn.before;
  }
  return turn
    ? { card: turn.card, phase: 'answer', outcome: turn.outcome }
    : { card: sitting.card, phase: sitting.phase, outcome: null };
}

/** Which of how many: turns that were, and those that are certain to come, the card on the table among them. */
export function progressOf(sitting: Sitting): { turn: number; of: number } {
  const { queue, place, detour, returning, turns, card } = sitting;
  const ahead = queue.length - place + detour.length + returning.length + (card ? 1 : 0);
  return { turn: Math.min(turns + 1, turns + ahead), of: turns + ahead };
}
