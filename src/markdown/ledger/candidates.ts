/** Which cards and questions are worth comparing: those of one note, and those that share a mark of their words. */

import { SKETCH } from './fingerprint.ts';
import type { NewCard, OldCard } from './match.ts';
import type { Places } from './places.ts';

/** Pairs that are compared for one pair of notes, however long the notes are. */
const PAIRS_IN_NOTES = 1_000_000;
/** A mark that more cards bear than this tells nothing. */
const CROWD = 32;
/** Values of a sketch that make one mark. */
const BAND = 3;

/** Pairs of a lost card and a fresh question that may be one, each once. */
export function* candidatesOf(
  old: readonly OldCard[],
  now: readonly NewCard[],
  lost: readonly number[],
  fresh: readonly number[],
  places: Places,
): Generator<[number, number]> {
  const seen = new Set<number>();
  const isNew = (o: number, n: number): boolean => {
    const key = o * now.length + n;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  const byPath = groups(fresh, (n) => [now[n]?.path ?? '']);
  for (const [path, cards] of groups(lost, (o) => [old[o]?.path ?? ''])) {
    for (const heir of places.heirsOf(path)) {
      const questions = byPath.get(heir) ?? [];
      if (cards.length * questions.length > PAIRS_IN_NOTES) continue;
      for (const o of cards) for (const n of questions) if (isNew(o, n)) yield [o, n];
    }
  }
  const byMark = groups(fresh, (n) => marksOf(now[n]?.prompt, now[n]?.answer, now[n]?.like() ?? ''));
  for (const [mark, cards] of groups(lost, (o) =>
    marksOf(old[o]?.prompt, old[o]?.answer, old[o]?.like ?? ''),
  )) {
    const questions = byMark.get(mark) ?? [];
    if (cards.length > CROWD || questions.length > CROWD) continue;
    for (const o of cards) for (const n of questions) if (isNew(o, n)) yield [o, n];
  }
}

function groups(indices: readonly number[], keysOf: (index: number) => string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const index of indices) {
    for (const key of keysOf(index)) {
      const group = found.get(key);
      if (group === undefined) found.set(key, [index]);
      else group.push(index);
    }
  }
  return found;
}

/** The same prompt, the same answer, or the same few values at one place of the sketch. */
function marksOf(prompt = '', answer = '', like = ''): string[] {
  const marks = [`p${prompt}`, `a${answer}`];
  for (let at = 0; at + BAND <= like.length; at += BAND) {
    // No mark takes values from both halves: they are of different texts.
    if (at < SKETCH && at + BAND > SKETCH) continue;
    marks.push(`${at} ${like.slice(at, at + BAND)}`);
  }
  return marks;
}
