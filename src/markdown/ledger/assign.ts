/**
 * Gives every card of the folder its id and its fragment.
 *
 * With a ledger both are what they always were; what is new gets an address that no card ever had. Without one they
 * follow from the route and the prompt, so that a ledger begun later keeps every history.
 */
import type { CardText } from './card-text.ts';
import { sketchCard } from './fingerprint.ts';
import { type Ledger, routeIn } from './ledger.ts';
import { type Match, match, type NewCard, type OldCard } from './match.ts';

/** An answered question as it was read. */
export interface CardNow extends CardText {
  /** Fragment that the reader gives it by its prompt. */
  fragment: string;
  /** How many cards it follows up. */
  depth: number;
  /** Line where it opens. */
  line: number;
}

/** A note with its cards in the order of the page. */
export interface NoteNow {
  path: string;
  /** Route without slashes at its ends. */
  route: string;
  cards: CardNow[];
  /** Ids on the page that are not those of its cards. */
  others: ReadonlySet<string>;
}

/** A card of the folder with its identity. */
export interface Settled {
  note: NoteNow;
  now: CardNow;
  /** The card's id. */
  card: string;
  /** The question's fragment on its page. */
  fragment: string;
  /** What the ledger knew; null for a new card. */
  before: OldCard | null;
  /** Card of the ledger that it might be, or might not be; null where there is no doubt. */
  doubt: OldCard | null;
  /** Addresses it had in other notes, oldest first. */
  was: string[];
}

/** All cards of the folder, those that are lost, and where notes stood. */
export interface Assignment {
  cards: Settled[];
  /** Cards of the ledger that were in the folder and are not now. */
  lost: OldCard[];
  /** Earlier routes of each note, by its path. */
  earlier: Map<string, string[]>;
}

/** Settles the identity of the cards of `notes`; `ledger` is null where the folder has none. */
export function assign(ledger: Ledger | null, notes: readonly NoteNow[]): Assignment {
  const all = notes.flatMap((note) => note.cards.map((now) => ({ note, now, found: newCard(note, now) })));
  const old: OldCard[] = [
    ...(ledger?.notes ?? []).flatMap((note) =>
      note.cards.map((card): OldCard => ({ ...card, path: note.path, isGone: false })),
    ),
    ...(ledger?.gone ?? []).map((card): OldCard => ({ ...card, isGone: true })),
  ];
  const found: Match = match(
    old,
    all.map((one) => one.found),
  );
  const oldAt = (n: number): OldCard | null => old[found.cardOf[n] ?? -1] ?? null;
  const renames = renamesOf(
    ledger,
    notes,
    all.map(({ note }, n) => [oldAt(n), note.path] as const),
  );
  const earlier = earlierOf(ledger, notes, renames);
  const routeBefore = new Map((ledger?.notes ?? []).map(({ path, route }) => [path, route]));

  const cards = all.map(({ note, now }, n): Settled => {
    const before = oldAt(n);
    const doubt = found.doubts.get(n);
    const isMoved = before !== null && (renames.get(before.path) ?? before.path) !== note.path;
    const left = isMoved
      ? `${routeBefore.get(before.path) ?? routeIn(before.card)}#${before.fragment}`
      : null;
    return {
      note,
      now,
      card: before?.card ?? '',
      // Where one comes back, others may have taken its fragment meanwhile.
      fragment: before !== null && !isMoved && !before.isGone ? before.fragment : '',
      before,
      doubt: doubt === undefined ? null : (old[doubt] ?? null),
      was: [...new Set([...(before?.was ?? []), ...(left === null ? [] : [left])])],
    };
  });
  address(cards, new Set(old.map((card) => card.card)));
  const kept = new Set(found.cardOf);
  return { cards, lost: old.filter((card, o) => !card.isGone && !kept.has(o)), earlier };
}

function newCard({ path }: NoteNow, { depth, prompt, answer, mark, revision }: CardNow): NewCard {
  let like: string | undefined;
  return {
    path,
    depth,
    prompt: mark,
    answer: revision,
    size: { prompt: prompt.length, answer: answer.length },
    like: () => {
      like ??= sketchCard(prompt, answer);
      return like;
    },
  };
}

/** Notes whose file is gone, and the note that took most of their cards. */
function renamesOf(
  ledger: Ledger | null,
  notes: readonly NoteNow[],
  cards: readonly (readonly [OldCard | null, string])[],
): Map<string, string> {
  const paths = new Set(notes.map((note) => note.path));
  const known = new Set(ledger?.notes.map((note) => note.path));
  const counts = new Map<string, Map<string, number>>();
  for (const [before, path] of cards) {
    // Only a note that is new can be the old one under another name.
    if (before === null || before.isGone || paths.has(before.path) || known.has(path)) continue;
    const targets = counts.get(before.path) ?? new Map<string, number>();
    targets.set(path, (targets.get(path) ?? 0) + 1);
    counts.set(before.path, targets);
  }
  const renames = new Map<string, string>();
  const heirs = new Set<string>();
  for (const [from, targets] of counts) {
    const [to] = [...targets].reduce((best, one) => (one[1] > best[1] ? one : best));
    if (heirs.has(to)) continue;
    heirs.add(to);
    renames.set(from, to);
  }
  return renames;
}

function earlierOf(
  ledger: Ledger | null,
  notes: readonly NoteNow[],
  renames: ReadonlyMap<string, string>,
): Map<string, string[]> {
  const routes = new Map(notes.map((note) => [note.path, note.route]));
  const earlier = new Map<string, string[]>();
  for (const note of ledger?.notes ?? []) {
    const path = renames.get(note.path) ?? note.path;
    const route = routes.get(path);
    if (route === undefined) continue;
    const all = new Set([...note.earlier, note.route]);
    all.delete(route);
    if (all.size > 0) earlier.set(path, [...all]);
  }
  return earlier;
}

/** Fills in ids and fragments: cards that stayed first, then those that came from elsewhere, then new ones. */
function address(cards: Settled[], ids: Set<string>): void {
  const taken = new Map<string, Set<string>>();
  const fragmentsOf = (note: NoteNow): Set<string> => {
    const known = taken.get(note.path);
    if (known !== undefined) return known;
    const fragments = new Set<string>();
    taken.set(note.path, fragments);
    return fragments;
  };
  for (const one of cards) {
    if (one.fragment !== '') fragmentsOf(one.note).add(one.fragment);
  }
  const free = (one: Settled, wanted: string): string => {
    const fragments = fragmentsOf(one.note);
    for (let n = 1; ; n++) {
      const fragment = n === 1 ? wanted : `${wanted}-${n}`;
      const id = `${one.note.route}#${fragment}`;
      if (fragments.has(fragment) || one.note.others.has(fragment)) continue;
      if (ids.has(id) && id !== one.card) continue;
      fragments.add(fragment);
      return fragment;
    }
  };
  for (const one of cards) {
    if (one.fragment === '' && one.before !== null) one.fragment = free(one, one.before.fragment);
  }
  for (const one of cards) {
    if (one.before !== null) continue;
    one.fragment = free(one, one.now.fragment);
    one.card = `${one.note.route}#${one.fragment}`;
    ids.add(one.card);
  }
}
