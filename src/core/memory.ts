/**
 * What a learner's history says about each card: a fold over the events, computed anew whenever it is
 * needed. The order in which events arrived does not matter, only the order in which they happened.
 */
import { studyDay } from './day.ts';
import {
  inOrder,
  isRemark,
  isReview,
  isUndo,
  type LogEvent,
  type Rating,
  type Remark,
  type Review,
  union,
} from './event.ts';
import { type Hold, Schedule, type Step } from './schedule.ts';
import { DEFAULTS, type StudySettings, settingsOf } from './study-settings.ts';

/** A card's reviews, folded. */
export interface Memory extends Hold {
  /** Epoch ms and study day of the last review. */
  at: number;
  day: number;
  /** Epoch ms at which a step of minutes ends; null where the card is due by the day. */
  dueAt: number | null;
  /** Study day on which the card is due. */
  dueDay: number;
  /** Reviews that count. */
  reviews: number;
  /** Misses of a card that had been learned. */
  lapses: number;
  /** The last review: the rating and the revision of the answer that was recalled. */
  rating: Rating;
  rev: string;
}

/** A moment in a learner's place. */
export interface Now {
  /** Epoch ms. */
  at: number;
  /** Minutes ahead of UTC. */
  tz: number;
}

/** Name of the remark after which a card counts as never reviewed, until an undo takes the remark back. */
export const RESET = 'reset';
/** Name of the remark that puts a card aside until its value, a study day, is over; null takes it back. */
export const BURY = 'bury';
/** Name of the remark that puts a card aside for good where its value is true, and takes that back where it is false. */
export const SUSPEND = 'suspend';

/** Sees a review, the card's memory before it (null at the first), and the study day it counts for. */
export type Observe = (review: Review, before: Memory | null, day: number) => void;

/** All cards with at least one review that counts. */
export class Memories {
  /** The settings that hold. */
  settings: StudySettings = DEFAULTS;
  schedule = new Schedule(DEFAULTS.retention);
  #cards = new Map<string, Memory>();
  #events: LogEvent[] = [];
  #undone = new Set<string>();
  readonly #buried = new Map<string, Remark['value']>();
  readonly #suspended = new Map<string, Remark['value']>();
  /** What the last review of each card was made of, where nobody has asked yet when the card is due. */
  readonly #unsettled = new Map<string, [before: Hold | null, rating: Rating, elapsed: number]>();

  /** Folds `events`, in any order; an event that stands twice counts once. `observe` sees each review of them that counts. */
  constructor(events: readonly LogEvent[], observe?: Observe) {
    this.fold(union(events, []), observe);
  }

  /** Takes one more event in: at once where it is the latest review, else by folding from the start. */
  add(event: LogEvent): void {
    const latest = this.#events.at(-1);
    const isLatest = latest === undefined || inOrder(latest, event) < 0;
    if (!isLatest || !isReview(event) || this.#undone.has(event.id)) this.fold(union(this.#events, [event]));
    else {
      this.#events.push(event);
      this.#review(event);
      this.#settle(event.card);
    }
  }

  /** The card's memory; undefined for a card that was never reviewed, or not since it was reset. */
  of(card: string): Memory | undefined {
    return this.#cards.get(card);
  }

  /** Every card that was reviewed, with its memory. */
  entries(): IterableIterator<[string, Memory]> {
    return this.#cards.entries();
  }

  /** The last review that counts, of `card` or of all cards: what an undo takes back. Null when there is none. */
  last(card?: string): Review | null {
    return (
      this.#events.findLast(
        (event): event is Review =>
          isReview(event) && !this.#undone.has(event.id) && (card === undefined || event.card === card),
      ) ?? null
    );
  }

  /** What each rating would make of the card now. */
  preview(card: string, now: Now): Record<Rating, Step> {
    const memory = this.#cards.get(card) ?? null;
    const elapsed = memory === null ? 0 : this.#elapsed(memory, this.today(now));
    const step = (rating: Rating) => this.schedule.next(memory, rating, elapsed);
    return { 1: step(1), 2: step(2), 3: step(3), 4: step(4) };
  }

  /** Whether the card has come back: its study day has begun, or its step of minutes has ended. */
  isDue(memory: Memory, now: Now): boolean {
    return memory.dueAt === null ? this.today(now) >= memory.dueDay : now.at >= memory.dueAt;
  }

  /** Probability, 0 to 1, that the card would be recalled now. */
  retrievability(memory: Memory, now: Now): number {
    return this.schedule.retrievability(memory.stability, (now.at - memory.at) / 86_400_000);
  }

  /** Whether the card is put aside until the next study day. */
  isBuried(card: string, now: Now): boolean {
    return Number(this.#buried.get(card)) >= this.today(now);
  }

  /** Whether the card is put aside until the learner says otherwise. */
  isSuspended(card: string): boolean {
    return this.#suspended.get(card) === true;
  }

  /** The study day it is. */
  today({ at, tz }: Now): number {
    return studyDay(at, tz, this.settings.rollover);
  }

  // A clock that was set back, or a journey west, must not make time run backwards.
  #elapsed(memory: Memory, day: number): number {
    return Math.max(0, day - memory.day);
  }

  /** Begins anew with these events, which are in order and there once each. */
  fold(events: readonly LogEvent[], observe?: Observe): void {
    this.#events = [...events];
    this.#undone = new Set(this.#events.filter(isUndo).map((event) => event.of));
    const counting =
      this.#undone.size === 0 ? this.#events : this.#events.filter((event) => !this.#undone.has(event.id));
    this.settings = settingsOf(counting);
    this.schedule = new Schedule(this.settings.retention, this.settings.parameters);
    this.#cards = new Map();
    this.#unsettled.clear();
    this.#buried.clear();
    this.#suspended.clear();
    for (const event of counting) {
      if (isReview(event)) this.#review(event, observe);
      else if (isRemark(event)) this.#remark(event);
    }
    // Only of the last review it matters when the card is due.
    for (const card of [...this.#unsettled.keys()]) this.#settle(card);
  }

  #review(review: Review, observe?: Observe): void {
    const { card, at, tz, rating, rev } = review;
    const before = this.#cards.get(card) ?? null;
    const day = Math.max(before?.day ?? Number.NEGATIVE_INFINITY, studyDay(at, tz, this.settings.rollover));
    observe?.(review, before, day);
    const elapsed = before === null ? 0 : this.#elapsed(before, day);
    const { stability, difficulty, learning } = this.schedule.hold(before, rating, elapsed);
    this.#unsettled.set(card, [before, rating, elapsed]);
    this.#cards.set(card, {
      stability,
      difficulty,
      learning,
      at,
      day,
      dueAt: null,
      dueDay: day,
      reviews: (before?.reviews ?? 0) + 1,
      lapses: (before?.lapses ?? 0) + (rating === 1 && before !== null && !before.learning ? 1 : 0),
      rating,
      rev,
    });
  }

  /** Says when the card is due after its last review. */
  #settle(card: string): void {
    const memory = this.#cards.get(card);
    const made = this.#unsettled.get(card);
    if (memory === undefined || made === undefined) return;
    const { learning, minutes, days } = this.schedule.next(...made);
    memory.dueAt = learning ? memory.at + minutes * 60_000 : null;
    memory.dueDay = memory.day + days;
    this.#unsettled.delete(card);
  }

  // The answer changed, the learner saw the change (`seen`), and may want to be asked again (`soon`).
  #remark({ card, name, value, at, tz }: Remark): void {
    // No card has an empty id.
    const id = card ?? '';
    if (name === RESET) this.#cards.delete(id);
    if (name === BURY) this.#buried.set(id, value);
    if (name === SUSPEND) this.#suspended.set(id, value);
    this.#settle(id);
    const memory = this.#cards.get(id);
    if (memory === undefined || (name !== 'seen' && name !== 'soon')) return;
    if (typeof value === 'string') memory.rev = value;
    if (name === 'soon') memory.dueDay = Math.min(memory.dueDay, this.today({ at, tz }));
  }
}
