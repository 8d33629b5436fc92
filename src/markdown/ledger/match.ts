/**
 * Finds each card of the ledger among the questions of the folder: first by the same words, then by the place and
 * similar words, then by similar words alone. Pure, and linear in the number of cards that are as they were.
 */
import { Candidates } from './candidates.ts';
import { evidence, type Judged, Rarity, verdict } from './evidence.ts';
import type { KeptCard } from './ledger.ts';
import { Places } from './places.ts';

/** A card of the ledger with its place. */
export interface OldCard extends KeptCard {
  /** Path of its note. */
  path: string;
  isGone: boolean;
}

/** An answered question of the folder with its place. */
export interface NewCard {
  /** Path of its note. */
  path: string;
  /** How many cards it follows up. */
  depth: number;
  /** Fingerprint of the prompt. */
  prompt: string;
  /** Fingerprint of the answer. */
  answer: string;
  /** Characters of prompt and answer: short texts say little. */
  size: { prompt: number; answer: number };
  /** Sketch of prompt and answer; asked for only where the words are not the same. */
  like: () => string;
}

/** What was found. Places in `old` and `now` are indices into the arguments. */
export interface Match {
  /** For each question the card it is, or null: a new one. */
  cardOf: (number | null)[];
  /** Questions of which nobody can be sure, with the card each may be. */
  doubts: Map<number, number>;
}

/** How near two totals of evidence are where neither is clearly better. */
const MARGIN = 0.4;
/** Cards of the same words, before times after, of which the notes are compared. */
const CROWD = 100;

/** Matches `old`, by note in the order of the page, with `now`, likewise. */
export function match(old: readonly OldCard[], now: readonly NewCard[]): Match {
  const cardOf: (number | null)[] = now.map(() => null);
  const newOf = new Map<number, number>();
  const places = new Places(old, now);
  const join = (o: number, n: number): void => {
    cardOf[n] = o;
    newOf.set(o, n);
  };
  sameWords(old, now, places, join, (o, n) => (o === null ? cardOf[n ?? -1] !== null : newOf.has(o)));
  places.settle(newOf, cardOf);

  const rarity = new Rarity(old, now);
  const judged: Judged[] = [];
  const taken: Judged[] = [];
  const judge = (pairs: (typeof candidates)['near'], isGood: (found: Judged) => boolean): void => {
    for (const [o, n] of pairs(leftOf(old, newOf), openOf(cardOf))) {
      const found = evidence(old, now, o, n, places, rarity);
      if (found !== null) judged.push(found);
    }
    judged.sort((one, other) => other.total - one.total || one.o - other.o || one.n - other.n);
    for (const found of judged) {
      if (newOf.has(found.o) || cardOf[found.n] !== null || !isGood(found)) continue;
      join(found.o, found.n);
      taken.push(found);
    }
  };
  const candidates = new Candidates(old, now, places);
  judge(candidates.near, (found) => verdict(found) === 'sure');
  judge(candidates.far, (found) => verdict(found) !== 'maybe');
  return { cardOf, doubts: doubtsOf(judged, taken, newOf, cardOf, old) };
}

function leftOf(old: readonly OldCard[], newOf: ReadonlyMap<number, number>): number[] {
  return old.flatMap((card, o) => (card.isGone || newOf.has(o) ? [] : [o]));
}

function openOf(cardOf: readonly (number | null)[]): number[] {
  return cardOf.flatMap((card, n) => (card === null ? [n] : []));
}

/** Joins the cards whose prompt and answer are as they were, the living before those that are gone. */
function sameWords(
  old: readonly OldCard[],
  now: readonly NewCard[],
  places: Places,
  join: (o: number, n: number) => void,
  isTaken: (o: number | null, n: number | null) => boolean,
): void {
  const groups = new Map<string, { old: number[]; now: number[] }>();
  now.forEach(({ prompt, answer }, n) => {
    const key = `${prompt} ${answer}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { old: [], now: [n] });
    else group.now.push(n);
  });
  old.forEach((card, o) => {
    groups.get(`${card.prompt} ${card.answer}`)?.old.push(o);
  });
  const crowds: { old: number[]; now: number[] }[] = [];
  for (const group of groups.values()) {
    const [o, n] = [group.old[0], group.now[0]];
    if (o === undefined || n === undefined) continue;
    if (group.old.length === 1 && group.now.length === 1) {
      join(o, n);
      places.follow(o, n);
    } else crowds.push(group);
  }
  // The same words more than once: by the note and what they follow up, then in their order; the living first.
  places.recognise(sharedWords(old, now, crowds));
  const { nearness } = places;
  for (const crowd of crowds) {
    for (const isGone of [false, true]) {
      const cards = crowd.old.filter((o) => old[o]?.isGone === isGone);
      for (const key of nearness) {
        const waiting = new Map<string, number[]>();
        for (const n of crowd.now.toReversed()) {
          if (isTaken(null, n)) continue;
          const line = waiting.get(key.now(n));
          if (line === undefined) waiting.set(key.now(n), [n]);
          else line.push(n);
        }
        for (const o of cards) {
          if (isTaken(o, null)) continue;
          const n = waiting.get(key.old(o))?.pop();
          if (n !== undefined) join(o, n);
        }
      }
    }
  }
}

/** How many words the notes share of what stands more than once: old paths to new paths to counts. */
function sharedWords(
  old: readonly OldCard[],
  now: readonly NewCard[],
  crowds: readonly { old: number[]; now: number[] }[],
): Map<string, Map<string, number>> {
  const shared = new Map<string, Map<string, number>>();
  for (const crowd of crowds) {
    // What stands everywhere tells no two notes apart.
    if (crowd.old.length * crowd.now.length > CROWD) continue;
    const paths = new Set(crowd.now.map((n) => now[n]?.path ?? ''));
    for (const from of new Set(crowd.old.map((o) => old[o]?.path ?? ''))) {
      const targets = shared.get(from) ?? new Map<string, number>();
      shared.set(from, targets);
      for (const to of paths) targets.set(to, (targets.get(to) ?? 0) + 1);
    }
  }
  return shared;
}

/** Questions whose card might as well be another one, or that might be a card although they were taken for new. */
function doubtsOf(
  judged: readonly Judged[],
  taken: readonly Judged[],
  newOf: ReadonlyMap<number, number>,
  cardOf: readonly (number | null)[],
  old: readonly OldCard[],
): Map<number, number> {
  const doubts = new Map<number, number>();
  const pairs = new Map(judged.map((found) => [`${found.o} ${found.n}`, found]));
  const won = new Map(taken.map((found) => [found.n, found]));
  for (const found of taken) {
    if (verdict(found) === 'likely' && !old[found.o]?.pin) doubts.set(found.n, found.o);
  }
  for (const found of judged) {
    const winner = newOf.get(found.o);
    if (winner === found.n) continue;
    const mine = won.get(found.n);
    const rival = winner === undefined ? undefined : won.get(winner);
    if (cardOf[found.n] === null && winner === undefined) {
      // Neither found a better one, and they are somewhat alike.
      if (!doubts.has(found.n)) doubts.set(found.n, found.o);
    } else if (verdict(found) !== 'maybe') {
      // What is lost by exchanging: the card of this question, or the question of this card, or both.
      const other = mine !== undefined && rival !== undefined ? pairs.get(`${mine.o} ${rival.n}`) : undefined;
      const isContest = mine === undefined || rival === undefined || other !== undefined;
      const kept = (mine?.total ?? 0) + (rival?.total ?? 0);
      const swapped = found.total + (mine !== undefined && rival !== undefined ? (other?.total ?? 0) : 0);
      if (isContest && kept - swapped < MARGIN) doubts.set(found.n, found.o);
    }
  }
  return doubts;
}
