/** How a card stands with a learner now, for marks and words. */
import type { Memories, Now } from './memory.ts';

/** `new`: never reviewed. `learning`: within a step of minutes. `held`: not due yet. `fading`: due. */
export type Standing = 'new' | 'learning' | 'held' | 'fading';

export interface Stand {
  standing: Standing;
  /** Probability of recall, 0 to 1; 0 for a new card. */
  retrievability: number;
  /** Study days from now until the card is due; 0 where it is due or never was reviewed. */
  days: number;
}

/** How `card` stands at `now`. */
export function standOf(memories: Memories, card: string, now: Now): Stand {
  const memory = memories.of(card);
  if (memory === undefined) return { standing: 'new', retrievability: 0, days: 0 };
  const isDue = memories.isDue(memory, now);
  const held = isDue ? 'fading' : 'held';
  return {
    standing: memory.learning ? 'learning' : held,
    retrievability: memories.retrievability(memory, now),
    days: Math.max(0, memory.dueDay - memories.today(now)),
  };
}

/**
 * How strong the mark of a stand is drawn, 0 to 1. What is recalled at 90 % or more has the full colour; at
 * even odds, and while it is being learned, only a fifth of it is left.
 */
export function strengthOf({ standing, retrievability }: Stand): number {
  if (standing === 'new') return 0;
  if (standing === 'learning') return 0.2;
  return Math.min(1, Math.max(0.2, 2 * retrievability - 0.8));
}

/** How many cards have come back, were not put aside, and are not `gone` from the notes. */
export function dueCount(memories: Memories, now: Now, gone: ReadonlySet<string>): number {
  return [...memories.entries()].filter(
    ([card, memory]) =>
      memories.isDue(memory, now) &&
      !memories.isSuspended(card) &&
      !memories.isBuried(card, now) &&
      !gone.has(card),
  ).length;
}
