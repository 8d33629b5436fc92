/** Brings ledger and notes together: every card gets its id, every question its fragment, old addresses their lines. */
import * as words from '#words';
import type { LedgerState, MovedPage, MovedQuestion, Question } from '../core/note.ts';
import type { Place } from './arrange.ts';
import type { Given } from './identity.ts';
import { type Assignment, assign, type NoteNow, type Settled } from './ledger/assign.ts';
import { keep } from './ledger/keep.ts';
import { type Ledger, writeLedger } from './ledger/ledger.ts';
import { movesOf } from './ledger/moves.ts';
import { doubtOf, newsOf } from './ledger/news.ts';
import { readLedger } from './ledger/read-ledger.ts';
import { Problems } from './problems.ts';
import type { NoteReading } from './read-note.ts';

export interface FolderIdentity {
  /** Null where the ledger cannot be read. */
  ledger: LedgerState | null;
  moved: MovedPage[];
  /** What is wrong with the ledger. */
  problems: Problems;
}

const bare = (route: string): string => route.replace(/^\/|\/$/g, '');

/**
 * Gives the cards of `readings` their ids, and reads those notes again with `reread` of which a fragment or an id
 * is not what its page would say by itself. `text` is the ledger's file, or null; `topics` are the routes of topics.
 */
export function settleIdentity(
  text: string | null,
  readings: Map<Place, NoteReading>,
  reread: (place: Place, given: Given) => NoteReading | null,
  topics: readonly string[],
  base: string,
): FolderIdentity {
  const problems = new Problems();
  const read = text === null ? null : readLedger(text);
  const isFault = read !== null && 'reason' in read;
  if (isFault) problems.add('unreadable-ledger', read, read.reason);
  const ledger: Ledger | null = isFault ? null : read;
  const notes = [...readings].map(([place, reading]) => noteNow(place, reading));
  const assignment = assign(ledger, notes);
  const byPath = Map.groupBy(assignment.cards, (one) => one.note.path);
  for (const [place, first] of readings) {
    const cards = byPath.get(place.path) ?? [];
    const given = givenOf(place, first, cards);
    const reading = given.size === 0 ? first : (reread(place, given) ?? first);
    readings.set(place, reading);
    answered(reading.questions).forEach((question, n) => {
      question.card = cards[n]?.card ?? '';
    });
    for (const [n, one] of cards.entries()) {
      // A link by the fragment that the prompt has now leads to the question too.
      const today = answered(first.questions)[n]?.id;
      if (today !== undefined && today !== one.fragment) reading.aliases.set(today, one.fragment);
      const doubt = ledger === null ? null : doubtOf(one);
      if (doubt !== null) reading.problems.add('doubtful-identity', one.now, doubt);
    }
  }
  const places = [...readings];
  const routes = new Set([...places.map(([place]) => bare(place.route)), ...topics.map(bare)]);
  const moves = movesOf(assignment, notes, routes);
  for (const [place, reading] of places) leaveLines(reading, moves.lines.get(bare(place.route)) ?? [], base);
  return {
    ledger: isFault ? null : stateOf(text !== null, ledger, notes, assignment),
    moved: moves.pages,
    problems,
  };
}

const answered = (questions: readonly Question[]): Question[] =>
  questions.filter((question) => question.state === 'answered');

function noteNow(place: Place, { questions, cards, ids }: NoteReading): NoteNow {
  const others = new Set(ids);
  const depths = new Map<string | null, number>([[null, 0]]);
  const now: NoteNow['cards'] = [];
  for (const { id, parent, line, state } of questions) {
    const depth = depths.get(parent) ?? 0;
    depths.set(id, depth + (state === 'answered' ? 1 : 0));
    if (state !== 'answered') continue;
    others.delete(id);
    const text = cards[now.length];
    if (text !== undefined) now.push({ ...text, fragment: id, depth, line });
  }
  return { path: place.path, route: bare(place.route), cards: now, others };
}

/** What the page of a note would not say by itself. Where one card differs all are given, so that none gives way. */
function givenOf(place: Place, reading: NoteReading, cards: readonly Settled[]): Given {
  const ids = answered(reading.questions);
  const address = (fragment: string): string => `${bare(place.route)}#${fragment}`;
  if (cards.every((one, n) => one.fragment === ids[n]?.id && one.card === address(one.fragment)))
    return new Map();
  return new Map(
    cards.map(({ fragment, card }, n) => [n, { fragment, card: card === address(fragment) ? null : card }]),
  );
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&#x26;').replace(/</g, '&#x3C;').replace(/"/g, '&#x22;');

/** Leaves a line at the end of a page for each question that stood there, if nothing else has its fragment. */
function leaveLines(reading: NoteReading, moved: readonly MovedQuestion[], base: string): void {
  const ids = new Set(reading.ids);
  const [before, , after] = words.questionHasMoved.split('|').map(escaped);
  for (const { fragment, route, id, prompt } of moved) {
    if (ids.has(fragment)) continue;
    ids.add(fragment);
    const address = `${base.replace(/\/$/, '')}${encodeURI(route)}#${encodeURIComponent(id)}`;
    reading.html += `\n<p class="moved" id="${escaped(fragment)}">${before}<a href="${escaped(address)}">${escaped(prompt)}</a>${after}</p>`;
  }
  reading.ids = ids;
}

function stateOf(
  exists: boolean,
  ledger: Ledger | null,
  notes: readonly NoteNow[],
  assignment: Assignment,
): LedgerState {
  return { exists, ...newsOf(assignment), write: () => writeLedger(keep(ledger, notes, assignment)) };
}
