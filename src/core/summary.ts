/** What a sitting came to, and which of its cards need more than another review. */
import type { Card } from './card.ts';
import type { Rating } from './event.ts';
import type { Memories } from './memory.ts';
import type { Outcome, Sitting, Turn } from './sitting.ts';

export interface Summary {
  /** Cards that were rated at least once. */
  cards: number;
  /** How often each rating was given. */
  ratings: Record<Rating, number>;
  /** Cards skipped, buried and suspended. */
  aside: Record<Exclude<Outcome, Rating>, Card[]>;
  /** Notes behind what was missed at least once, in the order of the first miss; each card once. */
  missed: { note: string; cards: Card[] }[];
}

/** The summary of a sitting, finished or not. What was undone does not count. */
export function summaryOf(sitting: Sitting): Summary {
  const turns: Turn[] = [];
  for (let turn = sitting.last; turn !== null; turn = turn.before.last) turns.push(turn);
  const ratings: Summary['ratings'] = { 1: 0, 2: 0, 3: 0, 4: 0 };
  const aside: Summary['aside'] = { later: [], bury: [], suspend: [] };
  const rated = new Set<Card>();
  const missed = new Map<string, Set<Card>>();
  for (const { card, outcome } of turns.reverse()) {
    if (typeof outcome === 'string') {
      aside[outcome].push(card);
      continue;
    }
    ratings[outcome] += 1;
    rated.add(card);
    if (outcome === 1) missed.set(card.note, (missed.get(card.note) ?? new Set()).add(card));
  }
  return {
    cards: rated.size,
    ratings,
    aside,
    missed: [...missed].map(([note, cards]) => ({ note, cards: [...cards] })),
  };
}

/** A card missed so often that one more review will not help. */
export interface Leech {
  card: Card;
  /** Misses after it had been learned. */
  lapses: number;
}

/** Anki's default. */
const LEECH_LAPSES = 8;

/** The leeches among the cards, the most missed first. */
export function leechesAmong(cards: Iterable<Card>, memories: Memories): Leech[] {
  return [...cards]
    .map((card) => ({ card, lapses: memories.of(card.id)?.lapses ?? 0 }))
    .filter(({ lapses }) => lapses >= LEECH_LAPSES)
    .sort((one, other) => other.lapses - one.lapses);
}
