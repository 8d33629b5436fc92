/**
 * What is known to have been written, kept in localStorage: another place than the database's, so that a
 * database that comes back empty is noticed. The browser writes it to disk late, and so it says the least
 * that must be there.
 */
import type { World } from './world.ts';

/** How far a device has come. */
export interface Height {
  /** The number of its last event. */
  last: number;
  /** How many of its events are known to be lost for good. */
  lost: number;
}

/** By device. */
export type Heights = Map<string, Height>;

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** What the witness of that name says; nothing where it is missing, refused or damaged. */
export function witnessed(world: World, name: string): Heights {
  const heights: Heights = new Map();
  try {
    for (const [device, last, lost] of JSON.parse(world.localStorage?.getItem(name) ?? '[]')) {
      if (typeof device === 'string' && isCount(last) && isCount(lost)) heights.set(device, { last, lost });
    }
  } catch {
    // A witness that says nothing is a lower bound too.
  }
  return heights;
}

/** Writes what is there now, and leaves what another tab knows better. */
export function witness(world: World, name: string, heights: Heights): void {
  const later = [...witnessed(world, name)].filter(
    ([device, { last }]) => last > (heights.get(device)?.last ?? 0),
  );
  const lines = [...new Map([...heights, ...later])].map(([device, { last, lost }]) => [device, last, lost]);
  try {
    world.localStorage?.setItem(name, JSON.stringify(lines));
  } catch {
    // Then the second copy alone tells of a loss.
  }
}
