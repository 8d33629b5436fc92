/**
 * The facts of a learner's history. They are only ever added; schedule and progress are folds over them.
 *
 * An event's id is `<device>-<number>`: a device numbers its events from 1 without a gap, so that a loss can
 * be seen. An event that this code does not know, of a later version, is kept and not understood.
 */

/** 1 again, 2 hard, 3 good, 4 easy, as FSRS numbers them. */
export type Rating = 1 | 2 | 3 | 4;

interface Stamp {
  /** Version of the event's shape. */
  v: 1;
  id: string;
  /** When, in epoch ms, as the device's clock told. */
  at: number;
  /** What the local time was ahead of UTC, in minutes: 60 in Berlin in winter. */
  tz: number;
}

/** A card was recalled, or was not. */
export interface Review extends Stamp {
  t: 'review';
  card: string;
  rating: Rating;
  /** From showing the prompt to opening the answer, in ms; 0 where nobody measured it. */
  ms: number;
  /** Revision of the answer that was recalled; empty where it is not known. */
  rev: string;
}

/** A review or a note counts no longer. An undo is not undone itself. */
export interface Undo extends Stamp {
  t: 'undo';
  /** Id of the event it takes back. */
  of: string;
}

/** Something said about a card, or with `card` null about the whole history: a setting. The last one of a name holds. */
export interface Remark extends Stamp {
  t: 'note';
  card: string | null;
  name: string;
  value: string | number | boolean | null;
}

/** An event of a kind or version that this code does not know; kept as it is. */
export interface UnknownEvent {
  v: number;
  id: string;
  at: number;
  t: string;
}

export type LogEvent = Review | Undo | Remark | UnknownEvent;

/** An event before the log gives it its id. */
export type Draft = Omit<Review, 'id' | 'v'> | Omit<Undo, 'id' | 'v'> | Omit<Remark, 'id' | 'v'>;

const ID = /^[A-Za-z0-9_]{1,40}-[1-9]\d{0,14}$/;
/** In characters. A card's id begins with the path of its note, which may be long. */
const LONGEST = 1000;
/** The beginnings of 2000 and of 2100, in epoch ms: no event is earlier or later. */
export const EARLIEST = 946_684_800_000;
export const LATEST = 4_102_444_800_000;
/** Zones lie between −12 and +14 hours. */
const FARTHEST_ZONE = 14 * 60;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST;
const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

/** The device that wrote the event, and its number there. */
export function originOf(id: string): { device: string; seq: number } {
  const cut = id.lastIndexOf('-');
  return { device: id.slice(0, cut), seq: Number(id.slice(cut + 1)) };
}

export function isReview(event: LogEvent): event is Review {
  return event.v === 1 && event.t === 'review';
}

export function isUndo(event: LogEvent): event is Undo {
  return event.v === 1 && event.t === 'undo';
}

export function isRemark(event: LogEvent): event is Remark {
  return event.v === 1 && event.t === 'note';
}

/**
 * What stands in `value`, as a new object with known keys only; null where it is no event.
 * Dates lie between 2000 and 2100, texts have at most 1,000 characters. Of an unknown kind all plain values are kept.
 */
export function asEvent(value: unknown): LogEvent | null {
  if (typeof value !== 'object' || value === null) return null;
  const { v, id, t, at, tz, card, rating, ms, rev, of, name, value: said } = value as Record<string, unknown>;
  if (!isText(id) || !ID.test(id) || !isText(t)) return null;
  if (!isWhole(v, 1, 1000) || !isWhole(at, EARLIEST, LATEST)) return null;
  if (v !== 1 || !['review', 'undo', 'note'].includes(t)) return unknownEvent(value, { v, id, t, at });
  if (!isWhole(tz, -FARTHEST_ZONE, FARTHEST_ZONE)) return null;
  if (t === 'undo') return isText(of) && ID.test(of) ? { v, id, at, tz, t, of } : null;
  if (t === 'note') {
    const isValue =
      said === null || typeof said === 'boolean' || Number.isFinite(said) || isText(said) || said === '';
    if (!isText(name) || !isValue || !(card === null || isText(card))) return null;
    return { v, id, at, tz, t, card, name, value: said as Remark['value'] };
  }
  if (!isText(card) || !isWhole(rating, 1, 4)) return null;
  // Written out, because a history has 100,000 of them and copying one takes longer than checking it.
  return {
    v,
    id,
    at,
    tz,
    t: 'review',
    card,
    rating: rating as Rating,
    ms: isWhole(ms, 0, 86_400_000) ? ms : 0,
    rev: isText(rev) ? rev : '',
  };
}

function unknownEvent(value: object, known: UnknownEvent): UnknownEvent {
  const plain = Object.entries(value).filter(
    ([key, item]) =>
      key !== '__proto__' &&
      (item === null || typeof item === 'boolean' || Number.isFinite(item) || isText(item)),
  );
  return { ...Object.fromEntries(plain), ...known };
}

/** The order of replay: by time, then by id, so that it is the same on every device. */
export function inOrder(one: LogEvent, other: LogEvent): number {
  if (one.at !== other.at) return one.at - other.at;
  if (one.id !== other.id) return one.id < other.id ? -1 : 1;
  // Two events of one id can differ only where storage was copied or tampered with; both stay.
  return one === other ? 0 : byText(canonical(one), canonical(other));
}

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The event as text with its keys in order: equal texts are equal events. */
export function canonical(event: LogEvent): string {
  return JSON.stringify(event, Object.keys(event).sort());
}

/** Whether the events say the same. */
export function isSame(one: LogEvent, other: LogEvent): boolean {
  return one === other || canonical(one) === canonical(other);
}

/**
 * The events of both, each once, in order. Commutative, associative, idempotent; nothing of either is
 * missing. Two different events with one id are both kept.
 */
export function union(one: readonly LogEvent[], other: readonly LogEvent[]): LogEvent[] {
  const all = new Map<string, LogEvent[]>();
  for (const event of [...one, ...other]) {
    const same = all.get(event.id);
    if (same === undefined) all.set(event.id, [event]);
    else if (!same.some((known) => isSame(known, event))) same.push(event);
  }
  return [...all.values()].flat().sort(inOrder);
}
