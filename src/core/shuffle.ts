/** Chance that can be repeated: the same seed gives the same numbers everywhere. */

/** Numbers from 0 up to 1 that look random (mulberry32), for a whole-numbered `seed`. */
export function numbersOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** The same items in an order that only `seed` decides. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const next = numbersOf(seed);
  return items
    .map((item): [number, T] => [next(), item])
    .sort(([one], [other]) => one - other)
    .map(([, item]) => item);
}
