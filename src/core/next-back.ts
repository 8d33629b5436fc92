/** When the next cards come back, for who has nothing to review now. */
import type { Memories, Memory, Now } from './memory.ts';
import type { Desk } from './queue.ts';
import { cardsWithin, type ReviewAddress } from './review-address.ts';

export interface NextBack {
  /** How many come back at that time. */
  cards: number;
  /** Minutes from now, where a step of minutes is on; else 0. */
  minutes: number;
  /** Study days from now; 0 where `minutes` are told. */
  days: number;
}

const A_DAY = 24 * 60;

/** The next cards to come back among those that the address names, due and suspended ones aside; null where none will. */
export function nextBack(
  { decks, memories, now }: Pick<Desk, 'decks' | 'memories' | 'now'>,
  address: Pick<ReviewAddress, 'topic' | 'level' | 'exam'>,
): NextBack | null {
  let next: NextBack | null = null;
  for (const { id } of cardsWithin(decks, address)) {
    const memory = memories.of(id);
    if (memory === undefined || memories.isSuspended(id)) continue;
    const time = timeOf(memories, id, memory, now);
    if (time === null) continue;
    const isSooner = next === null || order(time) < order(next);
    if (isSooner) next = { ...time, cards: 1 };
    else if (next !== null && order(time) === order(next)) next.cards += 1;
  }
  return next;
}

type Time = Omit<NextBack, 'cards'>;

const order = ({ minutes, days }: Time): number => minutes + days * A_DAY;

function timeOf(memories: Memories, id: string, memory: Memory, now: Now): Time | null {
  const days = memory.dueDay - memories.today(now);
  // What was put off comes back tomorrow at the earliest.
  if (memories.isBuried(id, now)) return { minutes: 0, days: Math.max(1, days) };
  if (memories.isDue(memory, now)) return null;
  if (memory.dueAt !== null) return { minutes: Math.ceil((memory.dueAt - now.at) / 60_000), days: 0 };
  return { minutes: 0, days };
}
