/** The log of a learner's reviews in this browser, and the only door to it. */
import type { Draft, LogEvent } from '../../core/event.ts';
import { asEvents, type ReadEvents } from './database.ts';
import { askToPersist } from './persistence.ts';
import type { Recovery, Saving } from './saving.ts';
import { EventStore } from './storage.ts';
import type { World } from './world.ts';

export type { Recovery, Saving } from './saving.ts';

/** What changed: these events came, here or in another tab; and perhaps `saving`. */
export interface Change {
  added: readonly LogEvent[];
}

export interface Log {
  /** All events that are known, in order, wherever they are stored. A new array after each change. */
  readonly events: readonly LogEvent[];
  readonly saving: Saving;
  /** Not null when damage was found at opening. It is told once: the next opening finds it mended. */
  readonly recovery: Recovery | null;
  /**
   * Gives the draft its id. Resolves once the event is on disk or, where `saving` then says so, elsewhere.
   * Rejects only with a `TypeError`, for a draft that is no event.
   */
  append(draft: Draft): Promise<LogEvent>;
  /** Where all of it is stored, for what few pages do. */
  readonly store: EventStore;
  /** Calls back after each change, until the returned function is called. */
  subscribe(listener: (change: Change) => void): () => void;
  /** Keeps the text of an answer as it was reviewed. Nothing depends on it, and it may fail unseen. `keptAnswer` gives it back. */
  keepAnswer(card: string, rev: string, text: string): Promise<void>;
}

/** The log of the site at that base path, read by `read` or else plainly. Never rejects: `saving` tells what is wrong. */
export async function openLog(base: string, world: World = globalThis, read?: ReadEvents): Promise<Log> {
  const listeners = new Set<(change: Change) => void>();
  const changed = (added: readonly LogEvent[]): void => {
    // A listener that throws harms neither the others nor the log.
    for (const listener of listeners) queueMicrotask(() => listener({ added }));
  };
  const channel = channelOf(world, base);
  const storage = new EventStore(base, world, changed, (events) => channel?.postMessage(events), read);
  if (channel) {
    channel.onmessage = ({ data }) => storage.heard(Array.isArray(data) ? asEvents(data) : []);
  }
  const recovery = await storage.open();

  world.document?.addEventListener('visibilitychange', () => {
    if (world.document?.visibilityState === 'hidden') storage.copy();
    else storage.refresh();
  });
  world.addEventListener?.('pagehide', () => storage.copy());

  let isAsked = false;
  return {
    get events() {
      return storage.known.events;
    },
    get saving() {
      return storage.saving;
    },
    recovery,
    store: storage,
    async append(draft) {
      const event = await storage.append(draft);
      if (event.t === 'review' && !isAsked) {
        isAsked = true;
        askToPersist(world);
      }
      return event;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    keepAnswer: (card, rev, text) =>
      storage.database.keepAnswer(`${card} ${rev}`, text).catch(() => undefined),
  };
}

function channelOf(world: World, base: string): BroadcastChannel | null {
  try {
    return world.BroadcastChannel ? new world.BroadcastChannel(`unfold:${base}`) : null;
  } catch {
    return null;
  }
}
