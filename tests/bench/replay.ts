/** How long it takes to fold a long history into what it says about the cards. */
import { performance } from 'node:perf_hooks';
import { Memories } from '../../src/core/memory.ts';
import { dueCount } from '../../src/core/standing.ts';
import { type Measured, quantile, rounded } from './figure.ts';
import { longHistory } from './long-history.ts';

const CARDS = 30_000;
const REVIEWS = 100_000;
const ROUNDS = 5;

export function replay(): Measured {
  const now = { at: Date.UTC(2026, 10, 23, 12), tz: 60 };
  const cards = Array.from({ length: CARDS }, (_, n) => `topic/note#question-${n}`);
  const history = longHistory(cards, REVIEWS, now.at);
  const times: number[] = [];
  let due = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const memories = new Memories(history);
    times.push(rounded(performance.now() - start));
    due = dueCount(memories, now, new Set());
    if ([...memories.entries()].length !== CARDS) throw new Error('The fold has not seen all cards.');
  }
  return {
    figures: [
      {
        name: `${REVIEWS} reviews of ${CARDS} cards folded, first`,
        value: times[0] ?? 0,
        unit: 'ms',
        most: 1000,
      },
      { name: 'again', value: quantile(times.slice(1), 0.5), unit: 'ms' },
    ],
    details: { events: history.length, times, due },
  };
}
