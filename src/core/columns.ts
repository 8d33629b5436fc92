/**
 * Events by columns: a browser takes numbers in a row out of its storage many times as quickly as objects, and each
 * name once, not with every event.
 */
import { asEvent, inOrder, isReview, type LogEvent, originOf, type Rating } from './event.ts';

/** Events in order of replay. `card`, `rev` and `device` hold places in the lists of names. */
export interface Columns {
  cards: string[];
  revs: string[];
  devices: string[];
  at: Float64Array;
  tz: Int16Array;
  rating: Uint8Array;
  ms: Uint32Array;
  card: Uint32Array;
  rev: Uint32Array;
  device: Uint32Array;
  seq: Float64Array;
  /** What is no review, each with its place among all events; the columns are empty there. */
  others: [number, LogEvent][];
}

const LISTS = ['cards', 'revs', 'devices'] as const;
const EMPTY = {
  at: new Float64Array(),
  tz: new Int16Array(),
  rating: new Uint8Array(),
  ms: new Uint32Array(),
  card: new Uint32Array(),
  rev: new Uint32Array(),
  device: new Uint32Array(),
  seq: new Float64Array(),
};
const NUMBERS = Object.keys(EMPTY) as (keyof typeof EMPTY)[];

/** Names in the order in which they were seen first. */
class Names {
  readonly all: string[] = [];
  readonly #places = new Map<string, number>();

  placeOf(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.all.length);
    return this.all.push(name) - 1;
  }
}

/** The events, each of which `asEvent` made, in columns. */
export function toColumns(events: readonly LogEvent[]): Columns {
  const count = events.length;
  const [cards, revs, devices] = [new Names(), new Names(), new Names()];
  const columns: Columns = {
    cards: cards.all,
    revs: revs.all,
    devices: devices.all,
    at: new Float64Array(count),
    tz: new Int16Array(count),
    rating: new Uint8Array(count),
    ms: new Uint32Array(count),
    card: new Uint32Array(count),
    rev: new Uint32Array(count),
    device: new Uint32Array(count),
    seq: new Float64Array(count),
    others: [],
  };
  for (const [place, event] of [...events].sort(inOrder).entries()) {
    if (!isReview(event)) {
      columns.others.push([place, event]);
      continue;
    }
    const { device, seq } = originOf(event.id);
    columns.at[place] = event.at;
    columns.tz[place] = event.tz;
    columns.rating[place] = event.rating;
    columns.ms[place] = event.ms;
    columns.card[place] = cards.placeOf(event.card);
    columns.rev[place] = revs.placeOf(event.rev);
    columns.device[place] = devices.placeOf(device);
    columns.seq[place] = seq;
  }
  return columns;
}

/** The events of the columns, in order of replay; null where the value is none of this shape. */
export function fromColumns(value: unknown): LogEvent[] | null {
  if (!isColumns(value)) return null;
  const { cards, revs, devices, at, tz, rating, ms, card, rev, device, seq } = value;
  const others = new Map(value.others.map(([place, event]) => [place, asEvent(event)]));
  const events: LogEvent[] = [];
  for (let place = 0; place < at.length; place += 1) {
    const other = others.get(place);
    if (other === null) return null;
    if (other) {
      events.push(other);
      continue;
    }
    const names = { card: cards[card[place] as number], rev: revs[rev[place] as number] };
    const name = devices[device[place] as number];
    if (names.card === undefined || names.rev === undefined || name === undefined) return null;
    events.push({
      v: 1,
      id: `${name}-${seq[place]}`,
      at: at[place] as number,
      tz: tz[place] as number,
      t: 'review',
      card: names.card,
      rating: rating[place] as Rating,
      ms: ms[place] as number,
      rev: names.rev,
    });
  }
  return events;
}

function isColumns(value: unknown): value is Columns {
  const found = Object(value) as Record<string, unknown>;
  const count = (found['at'] as ArrayLike<unknown> | undefined)?.length;
  const isList = (list: unknown) => Array.isArray(list) && list.every((name) => typeof name === 'string');
  const isRow = (name: keyof typeof EMPTY) => {
    const row = found[name];
    return row instanceof EMPTY[name].constructor && (row as Float64Array).length === count;
  };
  return LISTS.every((name) => isList(found[name])) && NUMBERS.every(isRow) && areOthers(found['others']);
}

const areOthers = (others: unknown): boolean =>
  Array.isArray(others) && others.every((other) => Array.isArray(other) && Number.isSafeInteger(other[0]));
