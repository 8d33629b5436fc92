/** Which cards and questions are worth comparing: those of one note, and those that share a mark of their words. */

import { SKETCH } from './fingerprint.ts';
import type { NewCard, OldCard } from './match.ts';
import type { Places } from './places.ts';

/** Pairs that are compared for one pair of notes, however long the notes are. */
const PAIRS_IN_NOTES = 250_000;
/** A mark that more cards bear than this tells nothing. */
const CROWD = 32;
/** Values of a sketch that make one mark. */
const BAND = 3;

type Pairs = Iterable<[number, number]>;

/** Finds pairs of a card and a question that may be one, each once. */
export class Candidates {
  private readonly old: readonly OldCard[];
  private readonly now: readonly NewCard[];
  private readonly places: Places;
  private readonly seen = new Set<number>();

  constructor(old: readonly OldCard[], now: readonly NewCard[], places: Places) {
    this.old = old;
    this.now = now;
    this.places = places;
  }

  /** Pairs in one note, or in notes of which one took over cards of the other. */
  near = (lost: readonly number[], fresh: readonly number[]): Pairs => this.inNotes(lost, fresh);

  /** Pairs anywhere that have a mark in common. */
  far = (lost: readonly number[], fresh: readonly number[]): Pairs => this.byMark(lost, fresh);

  private *inNotes(lost: readonly number[], fresh: readonly number[]): Generator<[number, number]> {
    const byPath = groups(fresh, (n) => [this.now[n]?.path ?? '']);
    for (const [path, cards] of groups(lost, (o) => [this.old[o]?.path ?? ''])) {
      for (const heir of this.places.heirsOf(path)) {
        const questions = byPath.get(heir) ?? [];
        if (cards.length * questions.length <= PAIRS_IN_NOTES) yield* this.cross(cards, questions);
      }
    }
  }

  private *byMark(lost: readonly number[], fresh: readonly number[]): Generator<[number, number]> {
    if (lost.length === 0 || fresh.length === 0) return;
    const { old, now } = this;
    const byMark = groups(fresh, (n) => marksOf(now[n]?.prompt, now[n]?.answer, now[n]?.like()));
    const cardsByMark = groups(lost, (o) => marksOf(old[o]?.prompt, old[o]?.answer, old[o]?.like));
    for (const [mark, cards] of cardsByMark) {
      const questions = byMark.get(mark) ?? [];
      if (cards.length <= CROWD && questions.length <= CROWD) yield* this.cross(cards, questions);
    }
  }

  private *cross(cards: readonly number[], questions: readonly number[]): Generator<[number, number]> {
    for (const o of cards) {
      for (const n of questions) {
        const key = o * this.now.length + n;
        if (this.seen.has(key)) continue;
        this.seen.add(key);
        yield [o, n];
      }
    }
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
