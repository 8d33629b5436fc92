/** Which cards a review asks, in which order. */
import type { Card, Deck } from './card.ts';
import type { DaySoFar } from './day-so-far.ts';
import { FollowUps } from './follow-ups.ts';
import type { Memories, Memory, Now } from './memory.ts';
import { cardsWithin, type ReviewAddress } from './review-address.ts';
import { shuffled } from './shuffle.ts';

/** What a queue is made from. */
export interface Desk {
  /** In course order. */
  decks: readonly Deck[];
  memories: Memories;
  day: DaySoFar;
  now: Now;
}

export interface Queue {
  cards: readonly Card[];
  /** Where a miss on a card of the queue leads: to follow-ups that are new or have come back. In course order. */
  followUps(card: Card): readonly Card[];
  /** What matches the address and is not asked now, by reason. A card is counted once. */
  left: {
    /** Put aside until the next study day. */
    buried: number;
    /** Put aside for good. */
    suspended: number;
    /** Follow-ups of a card of this queue, or what one of its cards follows up: they wait for another sitting. */
    related: number;
    /** New cards beyond the number of the day. */
    newCards: number;
    /** Beyond the number that the address asks for. */
    more: number;
  };
}

/** A card that was missed so often after it had been learned is weak. */
const WEAK_LAPSES = 3;
/** A card is weak when its retrievability has fallen so far below what the learner asks for. */
const WEAK_BELOW = 0.1;

/** Whether a card is likely to be missed, or was missed often. */
export function isWeak(memories: Memories, memory: Memory, now: Now): boolean {
  const enough = memories.settings.retention - WEAK_BELOW;
  return memory.lapses >= WEAK_LAPSES || memories.retrievability(memory, now) < enough;
}

/**
 * What has come back stands first, the most forgotten ahead; then new cards in course order, as many as the
 * day still has room for; then what is held. Who asks for new cards by number gets that number, whatever
 * the day had. Cram takes everything that matches. `seed` decides the order of what is shuffled.
 */
export function queueOf(desk: Desk, address: ReviewAddress, seed: number): Queue {
  const { decks, memories, day, now } = desk;
  const { state, most, cram } = address;
  const left = { buried: 0, suspended: 0, related: 0, newCards: 0, more: 0 };
  const isDue = (memory: Memory) => memories.isDue(memory, now);

  const isAsked = (card: Card, memory: Memory | undefined): boolean => {
    if (state === 'all') return true;
    if (state === 'missed') return day.missed.has(card.id);
    if (memory === undefined) return state !== 'weak';
    if (state === 'weak') return isWeak(memories, memory, now);
    return state === 'due' && isDue(memory);
  };

  const due: [number, Card][] = [];
  const fresh: Card[] = [];
  const held: [number, Card][] = [];
  for (const card of cardsWithin(decks, address)) {
    const memory = memories.of(card.id);
    if (!isAsked(card, memory)) continue;
    if (memories.isSuspended(card.id)) left.suspended += 1;
    else if (memories.isBuried(card.id, now)) left.buried += 1;
    else if (memory === undefined) fresh.push(card);
    else (isDue(memory) ? due : held).push([memories.retrievability(memory, now), card]);
  }
  const mostForgotten = (cards: [number, Card][]) =>
    cards.sort(([one], [other]) => one - other).map(([, card]) => card);
  const all = [...mostForgotten(due), ...fresh, ...mostForgotten(held)];

  const followUps = new FollowUps(decks);
  const isReady = ({ id }: Card): boolean => {
    if (memories.isSuspended(id) || memories.isBuried(id, now)) return false;
    const memory = memories.of(id);
    return memory === undefined || isDue(memory);
  };
  const queue = (cards: readonly Card[]): Queue => ({
    cards,
    followUps: (card) => followUps.below(card, isReady),
    left,
  });

  if (cram) {
    const cards = (address.shuffle ? shuffled(all, seed) : all).slice(0, most ?? all.length);
    left.more = all.length - cards.length;
    return queue(cards);
  }

  let room = memories.settings.newCards - day.introduced.size;
  if (state === 'new' && most !== null) room = most;
  const taken: Card[] = [];
  const ids = new Set<string>();
  /** What the taken cards follow up. */
  const above = new Set<string>();
  for (const card of all) {
    // A parent that was missed today leads to its follow-ups.
    const line = followUps.above(card).filter(({ id }) => !day.missed.has(id));
    const isNew = !memories.of(card.id);
    if (line.some(({ id }) => ids.has(id)) || (above.has(card.id) && !day.missed.has(card.id)))
      left.related += 1;
    else if (isNew && room <= 0) left.newCards += 1;
    else if (most !== null && taken.length >= most) left.more += 1;
    else {
      taken.push(card);
      ids.add(card.id);
      for (const { id } of line) above.add(id);
      if (isNew) room -= 1;
    }
  }
  return queue(address.shuffle ? shuffled(taken, seed) : taken);
}
