/** Reads the ledger's file. What cannot be trusted is refused with its line: an ignored ledger would lose histories. */
import { SKETCH } from './fingerprint.ts';
import {
  type GoneCard,
  type KeptCard,
  type KeptNote,
  type Ledger,
  routeIn,
  slugOf,
  VERSION,
} from './ledger.ts';

/** Why the ledger cannot be read. */
export interface LedgerFault {
  /** 1-based. */
  line: number;
  /** What is wrong, as the beginning of a sentence about the file. */
  reason: string;
}

class Refused extends Error {
  readonly line: number;

  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}

type Entry = Record<string, unknown>;

/** The ledger in `text`, or what is wrong with it. Never throws. */
export function readLedger(text: string): Ledger | LedgerFault {
  try {
    return parse(text.replace(/\r\n?/g, '\n'));
  } catch (reason) {
    if (reason instanceof Refused) return { line: reason.line, reason: reason.message };
    throw reason;
  }
}

function parse(text: string): Ledger {
  const conflict = /^(?:<{7}|={7}|>{7})(?: |$)/m.exec(text);
  if (conflict !== null) {
    throw new Refused(
      lineAt(text, conflict.index),
      'it holds a merge conflict; keep the lines of both sides, each card once',
    );
  }
  const data = json(text);
  if (!isEntry(data)) throw new Refused(1, 'it holds no object');
  const { version, notes, gone } = data;
  if (typeof version === 'number' && version > VERSION) {
    throw new Refused(1, `it has version ${version}, and this program knows ${VERSION}; use a newer program`);
  }
  if (version !== VERSION) throw new Refused(1, `its version is not ${VERSION}`);
  if (!Array.isArray(notes) || !Array.isArray(gone ?? [])) {
    throw new Refused(1, 'it has no list of notes, or what is gone is no list');
  }
  const lines = new Lines(text);
  const ledger: Ledger = { notes: [], gone: [] };
  const retired: GoneCard[] = [];
  const paths = new Set<string>();
  for (const value of notes as unknown[]) {
    const note = noteOf(value, lines, retired);
    if (paths.has(note.path))
      throw new Refused(lines.ofNote(note.path), `it has the note “${note.path}” twice`);
    paths.add(note.path);
    ledger.notes.push(note);
  }
  for (const value of (gone ?? []) as unknown[]) {
    const card = cardOf(value, lines);
    const path = (value as Entry)['path'];
    retired.push({ ...card, path: typeof path === 'string' ? path : '' });
  }
  ledger.gone = retired;
  const seen = new Map<string, number>();
  for (const { card, line } of [...ledger.notes.flatMap((note) => note.cards), ...retired]) {
    const first = seen.get(card);
    if (first !== undefined) {
      throw new Refused(
        Math.max(line, first),
        `it has the card “${card}” twice, first in line ${Math.min(line, first)}; keep one of the two lines`,
      );
    }
    seen.set(card, line);
  }
  return ledger;
}

function json(text: string): unknown {
  let words: string;
  try {
    return JSON.parse(text);
  } catch (reason) {
    words = reason instanceof Error ? reason.message : String(reason);
  }
  const at = /position (\d+)/.exec(words)?.[1];
  const line = at === undefined ? text.trimEnd().split('\n').length : lineAt(text, Number(at));
  throw new Refused(line, `it is no JSON (${words.split('\n')[0]})`);
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Finds the lines of entries; JSON.parse does not tell them. They are looked for in the order of the file. */
class Lines {
  private readonly lines: string[];
  private at = 0;

  constructor(text: string) {
    this.lines = text.split('\n');
  }

  /** 1-based line of the next card `id`. */
  ofCard(id: string): number {
    return this.next(`"card":${JSON.stringify(id)}`, `"card": ${JSON.stringify(id)}`);
  }

  /** 1-based line of the last note at `path`. */
  ofNote(path: string): number {
    const words = JSON.stringify(path);
    return Math.max(
      1,
      this.lines.findLastIndex((line) => line.includes('"path"') && line.includes(words)) + 1,
    );
  }

  private next(...words: string[]): number {
    for (let at = this.at; at < this.lines.length; at++) {
      if (!words.some((word) => this.lines[at]?.includes(word))) continue;
      this.at = at + 1;
      return at + 1;
    }
    return Math.max(1, this.at);
  }

  /** 1-based line of the entry read last. */
  get here(): number {
    return Math.max(1, this.at);
  }
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for the route of a page inside the site, without slashes at its ends. */
function isRoute(route: string): boolean {
  if (route === '') return true;
  return (
    !/[\\\p{Cc}]/u.test(route) &&
    route.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && part.length <= 255)
  );
}

function texts(value: unknown, isOne: (text: string) => boolean): string[] {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string' && isOne(item))
    : [];
}

function noteOf(value: unknown, lines: Lines, retired: GoneCard[]): KeptNote {
  if (!isEntry(value)) throw new Refused(lines.here, 'one of its notes is no object');
  const { path, route, earlier, cards } = value;
  if (typeof path !== 'string' || path === '' || typeof route !== 'string' || !Array.isArray(cards)) {
    throw new Refused(lines.here, 'one of its notes has no path, route or cards');
  }
  if (!isRoute(route)) {
    throw new Refused(lines.ofNote(path), `the route “${route}” is no address inside the site`);
  }
  const note: KeptNote = { path, route, earlier: texts(earlier, isRoute), cards: [] };
  const fragments = new Set<string>();
  for (const item of cards as unknown[]) {
    const card = cardOf(item, lines);
    if ((item as Entry)['gone'] === true) {
      retired.push({ ...card, path });
      continue;
    }
    if (fragments.has(card.fragment)) {
      throw new Refused(
        card.line,
        `two cards of “${path}” have the fragment “${card.fragment}”; change one of them`,
      );
    }
    fragments.add(card.fragment);
    note.cards.push(card);
  }
  return note;
}

function cardOf(value: unknown, lines: Lines): KeptCard {
  if (!isEntry(value)) throw new Refused(lines.here, 'one of its cards is no object');
  const { card, fragment, depth, prompt, answer, like, was, pin } = value;
  if (typeof card !== 'string' || !/^[^#]*#.+$/s.test(card)) {
    throw new Refused(lines.here + 1, 'a card has no id of the form route#fragment');
  }
  const line = lines.ofCard(card);
  if (typeof prompt !== 'string' || typeof answer !== 'string') {
    throw new Refused(line, `the card “${card}” has no fingerprints of prompt and answer`);
  }
  if (fragment !== undefined && (typeof fragment !== 'string' || fragment === '' || /\s/.test(fragment))) {
    throw new Refused(line, `the fragment of the card “${card}” is no fragment`);
  }
  return {
    card,
    fragment: fragment ?? slugOf(card),
    depth: typeof depth === 'number' && Number.isInteger(depth) && depth > 0 ? depth : 0,
    prompt,
    answer,
    like: typeof like === 'string' && like.length === 2 * SKETCH ? like : '',
    was: texts(was, (address) => address.includes('#') && isRoute(routeIn(address))),
    pin: pin === true,
    line,
  };
}
