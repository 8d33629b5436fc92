/** A learner's history in this browser: the log, and what it says about the cards. */
import * as words from '#words';
import { type Draft, EARLIEST, LATEST, type LogEvent, type Rating } from '../core/event.ts';
import { Memories, type Now } from '../core/memory.ts';
import { dueCount } from '../core/standing.ts';
import { goneCards } from './gone.ts';
import type { ReadEvents } from './log/database.ts';
import { type Log, openLog } from './log/log.ts';

/** The moment it is, in the place the device thinks it is in; a clock that is beyond all sense is held at the bounds of an event. */
export function now(): Now {
  return { at: Math.min(Math.max(Date.now(), EARLIEST), LATEST), tz: 0 - new Date().getTimezoneOffset() };
}

/** In ms, by which the number of due cards may be behind. */
const TELLING = 200;

export class History {
  readonly log: Log;
  readonly memories: Memories;
  readonly #listeners = new Set<() => void>();
  #telling: ReturnType<typeof setTimeout> | undefined;

  private constructor(log: Log) {
    this.log = log;
    this.memories = new Memories([]);
    this.memories.fold(log.events);
    log.subscribe(({ added }) => {
      if (added.length > 1) this.memories.fold(log.events);
      else for (const event of added) this.memories.add(event);
      if (added.length > 0) this.tellDue();
      for (const listener of this.#listeners) listener();
    });
    this.tellDue();
  }

  /** Has the masthead's way to the review say, in a moment, how many cards are due. */
  tellDue(): void {
    clearTimeout(this.#telling);
    // Counting in a long history takes longer than a rating may, and can wait for the first prompt.
    this.#telling = setTimeout(() => {
      const count = dueCount(this.memories, now(), goneCards());
      for (const place of document.querySelectorAll('[data-due]')) {
        place.textContent = count > 0 ? words.dueAfter(count) : '';
        place.parentElement?.classList.toggle('due', count > 0);
      }
    }, TELLING);
  }

  /** Opens the history of the site at `base`. Never fails: what is wrong with storage stands in `log.saving`. `read` reads the events in a way of its own. */
  static async open(base: string, read?: ReadEvents): Promise<History> {
    return new History(await openLog(base, globalThis, read));
  }

  /** Calls `listener` after every change: a rating here or in another tab, a change of what is saved. */
  subscribe(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Writes down how a card was recalled. Resolves when it is saved, or kept in memory if it cannot be. */
  rate(card: string, rating: Rating, rev: string, ms = 0): Promise<LogEvent> {
    return this.#append({ t: 'review', card, rating, ms, rev });
  }

  /** Takes the last review back, of `card` or of all. Resolves with the card, or null when there is nothing left. */
  async undo(card?: string): Promise<string | null> {
    const last = this.memories.last(card);
    if (last === null) return null;
    await this.#append({ t: 'undo', of: last.id });
    return last.card;
  }

  /** Says something about a card, or with `card` null sets something. */
  remark(card: string | null, name: string, value: string | number | boolean | null): Promise<LogEvent> {
    return this.#append({ t: 'note', card, name, value });
  }

  #append(what: WithoutMoment): Promise<LogEvent> {
    return this.log.append({ ...what, ...now() });
  }
}

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type WithoutMoment = Without<Draft, 'at' | 'tz'>;
