/** Cards, reviews and remarks as the tests of reviews, progress and backups need them. */
import type { Card, Deck } from '../../src/core/card.ts';
import type { LogEvent, Rating, Remark, Review, Undo } from '../../src/core/event.ts';

/** Monday, 23 November 2026, noon in UTC. */
export const MONDAY = Date.UTC(2026, 10, 23, 12);

/** A card of the note `/t/n/`; `over` says what is different about it. */
export function cardOf(id: string, over: Partial<Card> = {}): Card {
  return {
    id,
    prompt: `What is ${id}?`,
    context: null,
    note: '/t/n/',
    fragment: id,
    parent: null,
    level: null,
    exams: [],
    ...over,
  };
}

/** The deck of the topic `/t/`, or of another one. */
export function deckOf(cards: Card[], topic = '/t/'): Deck {
  return { topic, title: topic, cards };
}

/** Makes the events of one device, numbered from 1. */
export class Writer {
  readonly events: LogEvent[] = [];
  readonly #device: string;

  constructor(device = 'a') {
    this.#device = device;
  }

  /** A review at `at`, in UTC; `over` says what is different about it. */
  review(card: string, rating: Rating, at: number, over: Partial<Review> = {}): Review {
    return this.#add({ ...this.#stamp(at), t: 'review', card, rating, ms: 0, rev: '', ...over });
  }

  remark(card: string | null, name: string, value: Remark['value'], at: number): Remark {
    return this.#add({ ...this.#stamp(at), t: 'note', card, name, value });
  }

  undo(event: LogEvent, at: number): Undo {
    return this.#add({ ...this.#stamp(at), t: 'undo', of: event.id });
  }

  #stamp(at: number) {
    return { v: 1 as const, id: `${this.#device}-${this.events.length + 1}`, at, tz: 0 };
  }

  #add<T extends LogEvent>(event: T): T {
    this.events.push(event);
    return event;
  }
}
