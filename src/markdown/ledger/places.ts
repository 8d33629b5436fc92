/** Where cards stand: in which note, after and before which others, and which notes became which. */
import type { NewCard, OldCard } from './match.ts';

interface Neighbours {
  /** Questions that the nearest settled cards before and after are; -1 at the ends. */
  before: number;
  after: number;
  /** Question that the card followed up is; -1 at the top, -2 where it is not settled. */
  above: number;
}

/** What places cards share. */
export interface Nearness {
  sameNote: boolean;
  before: boolean;
  after: boolean;
  above: boolean;
}

/** Files that may have been renamed, times the names they may have now, that are looked into. */
const ADOPTIONS = 100;

type Key = (index: number) => string;

/** The places of the cards of a ledger and of a folder. */
export class Places {
  private readonly old: readonly OldCard[];
  private readonly now: readonly NewCard[];
  private readonly oldAbove: number[];
  private readonly newAbove: number[];
  /** Notes by what many of their cards became: `from` to `to`, and how many. */
  private readonly went = new Map<string, Map<string, number>>();
  private oldPlaces: Neighbours[] = [];
  private newPlaces: Neighbours[] = [];

  constructor(old: readonly OldCard[], now: readonly NewCard[]) {
    this.old = old;
    this.now = now;
    this.oldAbove = parentsOf(old);
    this.newAbove = parentsOf(now);
  }

  /** Counts that card `o` is question `n`, so that what became of its note is known. */
  follow(o: number, n: number): void {
    const [from, to] = [this.old[o]?.path ?? '', this.now[n]?.path ?? ''];
    if (this.old[o]?.isGone) return;
    const targets = this.went.get(from) ?? new Map<string, number>();
    targets.set(to, (targets.get(to) ?? 0) + 1);
    this.went.set(from, targets);
  }

  /**
   * Files that were renamed, found by what they hold: `shared` has for each pair of an old and a new path how many
   * cards with the same words they have. For folders in which every question stands twice.
   */
  recognise(shared: ReadonlyMap<string, ReadonlyMap<string, number>>): void {
    const [before, after] = [sizes(this.old.filter((card) => !card.isGone)), sizes(this.now)];
    const pairs = [...shared].flatMap(([from, targets]) =>
      after.has(from) || this.went.has(from)
        ? []
        : [...targets]
            .filter(([to]) => !before.has(to))
            .map(([to, both]) => ({
              from,
              to,
              share: both / ((before.get(from) ?? 0) + (after.get(to) ?? 0) - both),
            })),
    );
    pairs.sort((one, other) => other.share - one.share);
    const found = new Set<string>();
    for (const { from, to } of pairs) {
      if (this.went.has(from) || found.has(to)) continue;
      found.add(to);
      this.went.set(from, new Map([[to, 1]]));
    }
  }

  /** Files that are gone and left no words anywhere may be any of the files that came from nowhere. */
  private adopt(): void {
    const before = new Set(this.old.filter((card) => !card.isGone).map((card) => card.path));
    const after = new Set(this.now.map((card) => card.path));
    const reached = new Set([...this.went.values()].flatMap((targets) => [...targets.keys()]));
    const orphans = [...before].filter((path) => !after.has(path) && !this.went.has(path));
    const strangers = [...after].filter((path) => !before.has(path) && !reached.has(path));
    if (strangers.length * orphans.length > ADOPTIONS) return;
    for (const path of orphans) this.went.set(path, new Map(strangers.map((to) => [to, 0])));
  }

  /** The notes that hold what stood in `path`, itself included. */
  heirsOf(path: string): Set<string> {
    return new Set([path, ...(this.went.get(path)?.keys() ?? [])]);
  }

  /** Keys by which cards with the same words are told apart, from near to far. */
  get nearness(): { old: Key; now: Key }[] {
    const main = new Map([...this.went].map(([path, targets]) => [path, mainOf(targets)]));
    const oldNote: Key = (o) => this.old[o]?.path ?? '';
    const heir: Key = (o) => main.get(oldNote(o)) ?? oldNote(o);
    const newNote: Key = (n) => this.now[n]?.path ?? '';
    const oldAbove: Key = (o) => this.old[this.oldAbove[o] ?? -1]?.prompt ?? '';
    const newAbove: Key = (n) => this.now[this.newAbove[n] ?? -1]?.prompt ?? '';
    return [
      { old: (o) => `${oldNote(o)}\n${oldAbove(o)}`, now: (n) => `${newNote(n)}\n${newAbove(n)}` },
      { old: oldNote, now: newNote },
      { old: (o) => `${heir(o)}\n${oldAbove(o)}`, now: (n) => `${newNote(n)}\n${newAbove(n)}` },
      { old: heir, now: newNote },
      { old: oldAbove, now: newAbove },
      { old: () => '', now: () => '' },
    ];
  }

  /** Notes the neighbours of all cards, as far as they are settled, and what became of the notes. */
  settle(newOf: ReadonlyMap<number, number>, cardOf: readonly (number | null)[]): void {
    this.adopt();
    const oldSettled = (o: number): number => newOf.get(o) ?? -2;
    const newSettled = (n: number): number => (cardOf[n] === null ? -2 : n);
    this.oldPlaces = neighboursOf(this.old, this.oldAbove, oldSettled, (o) => !this.old[o]?.isGone);
    this.newPlaces = neighboursOf(this.now, this.newAbove, newSettled, () => true);
  }

  /** What the places of card `o` and question `n` have in common. */
  compare(o: number, n: number): Nearness {
    const [one, other] = [this.oldPlaces[o], this.newPlaces[n]];
    const [from, to] = [this.old[o]?.path ?? '', this.now[n]?.path ?? ''];
    const sameNote = from === to || (this.went.get(from)?.has(to) ?? false);
    return {
      sameNote,
      before: sameNote && one?.before === other?.before,
      after: sameNote && one?.after === other?.after,
      above: sameNote && one?.above === other?.above,
    };
  }
}

function sizes(cards: readonly { path: string }[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { path } of cards) found.set(path, (found.get(path) ?? 0) + 1);
  return found;
}

function mainOf(targets: ReadonlyMap<string, number>): string {
  return [...targets].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** For each card the index of the one it follows up, or -1. */
function parentsOf(cards: readonly { path: string; depth: number }[]): number[] {
  const open: number[] = [];
  return cards.map(({ path, depth }, n) => {
    if (n > 0 && cards[n - 1]?.path !== path) open.length = 0;
    open.length = Math.min(open.length, depth);
    const parent = open.at(-1) ?? -1;
    open.push(n);
    return parent;
  });
}

function neighboursOf(
  cards: readonly { path: string }[],
  above: readonly number[],
  settled: (index: number) => number,
  counts: (index: number) => boolean,
): Neighbours[] {
  const places = cards.map((_, n): Neighbours => {
    const parent = above[n] ?? -1;
    return { before: -1, after: -1, above: parent === -1 ? -1 : settled(parent) };
  });
  const sweep = (order: number[], end: 'before' | 'after'): void => {
    let path: string | null = null;
    let last = -1;
    for (const n of order) {
      if (!counts(n)) continue;
      if (cards[n]?.path !== path) last = -1;
      path = cards[n]?.path ?? null;
      const place = places[n];
      if (place !== undefined) place[end] = last;
      if (settled(n) >= 0) last = settled(n);
    }
  };
  const order = cards.map((_, n) => n);
  sweep(order, 'before');
  sweep(order.reverse(), 'after');
  return places;
}
