/**
 * What a review asks for, as it stands in the address: `?topic=3-ecs&state=weak&n=10`. It can be linked,
 * shared and typed; whatever cannot be understood is said in words, and the rest of the address still holds.
 */
import * as words from '#words';
import type { Card, Deck } from './card.ts';
import type { Level } from './note.ts';

/**
 * `due`: what has come back, and the new cards of the day. `new`: never reviewed. `weak`: likely to be missed,
 * or missed often. `missed`: missed today. `all`: every card.
 */
export type ReviewState = 'due' | 'new' | 'weak' | 'missed' | 'all';

export interface ReviewAddress {
  /** Route of the topic; null for the whole course. */
  topic: string | null;
  state: ReviewState;
  level: Level | null;
  /** An exam task, `SAA-C03 3.1`, or what it begins with, `SAA-C03`; null for all cards. */
  exam: string | null;
  /** At most so many cards, 1 to 999; null for as many as there are. */
  most: number | null;
  shuffle: boolean;
  /** Asks for everything that matches, and leaves the schedule as it is. */
  cram: boolean;
}

/** A part of the address that cannot be followed. Its message is plain text, with what the reader typed in it. */
export interface Complaint {
  part: 'topic' | 'state' | 'level' | 'exam' | 'n' | 'shuffle' | 'cram';
  message: string;
}

export const EVERYTHING_DUE: ReviewAddress = {
  topic: null,
  state: 'due',
  level: null,
  exam: null,
  most: null,
  shuffle: false,
  cram: false,
};

const STATES: readonly ReviewState[] = ['due', 'new', 'weak', 'missed', 'all'];
const LEVELS: readonly Level[] = ['recall', 'understand', 'apply'];
const MOST = 999;
/** What an answer to a wrong address quotes and lists at most. */
const QUOTED = 60;
const LISTED = 12;

const fold = (text: string): string => text.normalize('NFC').toLowerCase();
const nameOf = (route: string): string => route.replace(/^\/|\/$/g, '') || '/';
const quoted = (text: string): string =>
  words.quoted(text.length > QUOTED ? `${text.slice(0, QUOTED).toWellFormed()}…` : text);

function listed(names: readonly string[]): string {
  return words.thereAre(names.slice(0, LISTED), Math.max(0, names.length - LISTED));
}

/** Whether the card serves that exam or exam task; upper and lower case are the same. */
export function serves({ exams }: Pick<Card, 'exams'>, exam: string): boolean {
  const asked = fold(exam);
  return exams.some((task) => {
    const own = fold(task);
    return own === asked || own.startsWith(`${asked} `) || own.startsWith(`${asked}.`);
  });
}

/** The cards of the topic, the level and the exam that an address names, in course order. */
export function* cardsWithin(
  decks: readonly Deck[],
  { topic, level, exam }: Pick<ReviewAddress, 'topic' | 'level' | 'exam'>,
): Generator<Card> {
  for (const deck of decks) {
    if (topic !== null && deck.topic !== topic) continue;
    for (const card of deck.cards) {
      if ((level === null || card.level === level) && (exam === null || serves(card, exam))) yield card;
    }
  }
}

/** What the query of an address asks of these decks, and what in it cannot be followed. Never throws. */
export function readAddress(
  search: string,
  decks: readonly Deck[],
): { address: ReviewAddress; complaints: Complaint[] } {
  const given = new URLSearchParams(search);
  const complaints: Complaint[] = [];
  const complain = (part: Complaint['part'], message: string) => {
    complaints.push({ part, message });
    return null;
  };

  const text = (part: Complaint['part']): string | null => {
    const [first, ...more] = given.getAll(part).map((value) => value.trim());
    if (more.some((value) => value !== first)) complain(part, words.moreThanOnce(part, quoted(first ?? '')));
    return first || null;
  };
  const among = <T extends string>(
    part: Complaint['part'],
    names: readonly T[],
    none: (quoted: string) => string,
  ): T | null => {
    const value = text(part);
    if (value === null) return null;
    const known = names.find((name) => fold(name) === fold(value));
    return known ?? complain(part, `${none(quoted(value))} ${listed(names)}`);
  };
  const flag = (part: 'shuffle' | 'cram'): boolean => {
    const value = text(part);
    if (value === null) return given.has(part);
    if (value !== '0' && value !== '1') complain(part, words.noFlag(part, quoted(value)));
    return value === '1';
  };

  const topic = text('topic');
  const deck = decks.find((known) => topic !== null && fold(nameOf(known.topic)) === fold(nameOf(topic)));
  if (topic !== null && deck === undefined) {
    const topics = decks.map((known) => nameOf(known.topic));
    complain('topic', `${words.noTopic(quoted(topic))} ${listed(topics)}`);
  }

  const exam = text('exam');
  const hasExam = exam !== null && decks.some(({ cards }) => cards.some((card) => serves(card, exam)));
  if (exam !== null && !hasExam) {
    const tasks = new Set(decks.flatMap(({ cards }) => cards.flatMap(({ exams }) => exams)));
    complain('exam', `${words.noExam(quoted(exam))} ${listed([...tasks].sort())}`);
  }

  const n = text('n');
  const hasNumber = n !== null && /^\d{1,3}$/.test(n) && Number(n) > 0;
  if (n !== null && !hasNumber) complain('n', words.noNumber(quoted(n), MOST));

  return {
    address: {
      topic: deck?.topic ?? null,
      state: among('state', STATES, words.noState) ?? 'due',
      level: among('level', LEVELS, words.noLevel),
      exam: hasExam ? exam : null,
      most: hasNumber ? Number(n) : null,
      shuffle: flag('shuffle'),
      cram: flag('cram'),
    },
    complaints,
  };
}

/** The shortest query that asks for this: empty, or beginning with `?`. Equal requests give equal queries. */
export function writeAddress(address: Partial<ReviewAddress>): string {
  const { topic, state, level, exam, most, shuffle, cram } = { ...EVERYTHING_DUE, ...address };
  const parts: [string, string | number | null | false][] = [
    ['topic', topic && nameOf(topic)],
    ['state', state !== 'due' && state],
    ['level', level],
    ['exam', exam],
    ['n', most],
    ['shuffle', shuffle && '1'],
    ['cram', cram && '1'],
  ];
  const query = parts
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${escaped(String(value))}`)
    .join('&');
  return query && `?${query}`;
}

/** As `encodeURIComponent`, with what a query may hold as it is left readable. */
function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('%2F', '/').replaceAll('%20', '+');
}
