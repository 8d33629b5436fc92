/** How much speaks for a question being a certain card. */
import { resemblance, SKETCH } from './fingerprint.ts';
import type { NewCard, OldCard } from './match.ts';
import type { Places } from './places.ts';

/** A card and a question with what speaks for their being one. */
export interface Judged {
  o: number;
  n: number;
  /** What the words say. */
  words: number;
  /** With what the place says. */
  total: number;
  /** True where the question stands in the card's note, or in one that took over its cards. */
  near: boolean;
  /** True where the author vouches for it. */
  vouched: boolean;
  /** True where prompt and answer both changed, and at least one of them by more than a few letters. */
  loose: boolean;
}

/** From how much evidence of the words a pair may be one, is one, and is so without a doubt. */
const NEAR = { maybe: 0.8, likely: 1.15, sure: 1.4 };
const FAR = { maybe: 1.1, likely: 1.5, sure: 2.5 };
/** A text of fewer characters says less. */
const TELLING = { prompt: 14, answer: 20 };
/** What a correction leaves of a text, at least. */
const CORRECTED = 0.7;

/** `likely`: it is, and the author should look. `maybe`: it is not, and the author should look. */
export function verdict({ words, near, vouched, loose }: Judged): 'sure' | 'likely' | 'maybe' {
  const bounds = near ? NEAR : FAR;
  if (vouched || (words >= bounds.sure && !loose)) return 'sure';
  return words >= bounds.likely ? 'likely' : 'maybe';
}

/** From 0 for texts that share nothing to 2.3 for equal ones: each tenth more says more than the one before. */
function weigh(share: number): number {
  return -Math.log(1 - 0.9 * share);
}

/** How often a prompt or an answer stands in the folder: what everybody says identifies nobody. */
export class Rarity {
  private readonly counts = new Map<string, number>();

  constructor(old: readonly OldCard[], now: readonly NewCard[]) {
    const most = (cards: readonly { prompt: string; answer: string }[]): void => {
      const counts = new Map<string, number>();
      for (const { prompt, answer } of cards) {
        counts.set(`p${prompt}`, (counts.get(`p${prompt}`) ?? 0) + 1);
        counts.set(`a${answer}`, (counts.get(`a${answer}`) ?? 0) + 1);
      }
      for (const [key, count] of counts) this.counts.set(key, Math.max(count, this.counts.get(key) ?? 0));
    };
    most(old.filter((card) => !card.isGone));
    most(now);
  }

  /** 1 for words that stand in the folder once. */
  of(part: 'prompt' | 'answer', print: string): number {
    return 1 / (this.counts.get(`${part === 'prompt' ? 'p' : 'a'}${print}`) ?? 1);
  }
}

/** What speaks for card `o` being question `n`; null where it is too little to be told. */
export function evidence(
  old: readonly OldCard[],
  now: readonly NewCard[],
  o: number,
  n: number,
  places: Places,
  rarity: Rarity,
): Judged | null {
  const [card, question] = [old[o], now[n]];
  if (card === undefined || question === undefined) return null;
  const like = question.like();
  const share = (part: 'prompt' | 'answer', from: number): number => {
    if (card[part] === question[part]) return 1;
    return resemblance(card.like.slice(from, from + SKETCH), like.slice(from, from + SKETCH));
  };
  const [asked, said] = [share('prompt', 0), share('answer', SKETCH)];
  const size = (part: 'prompt' | 'answer'): number => Math.min(1, question.size[part] / TELLING[part]);
  const [askedWeight, saidWeight] = [weigh(asked) * size('prompt'), weigh(said) * size('answer')];
  // Most pairs have nothing in common: no need to look where they stand.
  if (askedWeight + saidWeight < NEAR.maybe && !card.pin) return null;
  const { sameNote, before, after, above } = places.compare(o, n);
  // In its own note a card is told by its place from those that say the same.
  const rare = (part: 'prompt' | 'answer'): number => (sameNote ? 1 : rarity.of(part, question[part]));
  const words = askedWeight * rare('prompt') + saidWeight * rare('answer');
  const loose = Math.max(asked, said) < 1 && Math.min(asked, said) < CORRECTED;
  const vouched = card.pin && sameNote && before && after;
  if (words < (sameNote ? NEAR : FAR).maybe && !vouched) return null;
  const place =
    (sameNote ? 0.3 : 0) + (before ? 0.3 : 0) + (after ? 0.3 : 0) + (above ? 0.2 : 0) + (vouched ? 9 : 0);
  return { o, n, words, total: words + place, near: sameNote, vouched, loose };
}
