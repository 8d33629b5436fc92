import { setTimeout } from 'node:timers/promises';

/** In ms. How often a state is looked at is nothing a test depends on; how long, is for a machine that is busy. */
const OFTEN = 50;
const PATIENCE = 30_000;

/** Looks until there is something to see, and resolves with it. `what` says in words what is waited for. */
export async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + PATIENCE;
  let trouble: unknown;
  while (performance.now() < end) {
    try {
      const seen = await look();
      if (seen !== undefined) return seen;
      trouble = undefined;
    } catch (error) {
      // A page that is just going away cannot be looked at.
      trouble = error;
    }
    await setTimeout(OFTEN);
  }
  throw new Error(`Waited ${PATIENCE / 1000} s for ${what}.`, { cause: trouble });
}

/** Settles as `work` does, and rejects where that takes longer than so many ms. */
export async function within<T>(patience: number, work: Promise<T>): Promise<T> {
  const done = new AbortController();
  const late = setTimeout(patience, undefined, { signal: done.signal }).then((): never => {
    throw new Error(`It had not ended after ${patience / 1000} s.`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}
