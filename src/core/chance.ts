/** How far chance alone may move a share, so that nothing is read out of a few reviews. */
import type { Share } from './recalls.ts';

/** Of 20 ranges 19 hold the true share. */
const DEVIATIONS = 1.96;
/** Predictions so close to what was recalled are good enough, whatever chance says. */
const CLOSE = 0.02;

/** Between which shares, 0 to 1, the true one likely lies: Wilson's interval at 95 %. The whole range without reviews. */
export function likelyRange({ reviews, recalled }: Pick<Share, 'reviews' | 'recalled'>): [number, number] {
  if (reviews === 0) return [0, 1];
  const share = recalled / reviews;
  const square = DEVIATIONS ** 2 / reviews;
  const middle = share + square / 2;
  const reach = DEVIATIONS * Math.sqrt((share * (1 - share)) / reviews + square / (4 * reviews));
  return [Math.max(0, (middle - reach) / (1 + square)), Math.min(1, (middle + reach) / (1 + square))];
}

/** `close`: within two hundredths, or within what chance explains. `less` or `more` was recalled than predicted. */
export type Verdict = 'close' | 'less' | 'more';

/** How what was recalled compares to what was predicted. */
export function verdictOf({ reviews, recalled, predicted }: Share): Verdict {
  const [from, to] = likelyRange({ reviews, recalled });
  const difference = reviews === 0 ? 0 : recalled / reviews - predicted;
  if ((predicted >= from && predicted <= to) || Math.abs(difference) <= CLOSE) return 'close';
  return difference < 0 ? 'less' : 'more';
}
