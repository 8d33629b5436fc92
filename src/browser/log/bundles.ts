/**
 * Events once more, many to a record: of 100,000 records a browser needs a second to read them, of fifty records with
 * the same events a sixth of that. Nothing depends on these bundles. They count only where they hold, with what this
 * device wrote since, as many events as the log; else the log itself is read.
 */
import { asEvent, type LogEvent } from '../../core/event.ts';
import { asked } from './connection.ts';
import type { Device } from './database.ts';

/** How far the bundles go. */
interface Extent {
  bundles: number;
  /** Events in all of them. */
  count: number;
  /** The device that wrote here then, and its number. */
  device: string;
  seq: number;
}

/** What was read, and what of it is in no bundle yet. */
export interface Read {
  events: LogEvent[];
  /** How many events, from the first, are in bundles. */
  bundled: number;
  device: Device;
}

const EXTENT = 'bundles';
/** Events in a bundle. */
const LENGTH = 2000;
/** Beyond so many events it is quicker to read the log than each of them by itself. */
const FAR = 3 * LENGTH;
/** More bundles than anybody fills in a life; a number beyond it is damage. */
const MOST = 5000;
const NOBODY: Device = { id: '', seq: 0 };

const nameOf = (bundle: number): string => `bundle ${bundle}`;

function asExtent(value: unknown): Extent | null {
  const { bundles, count, device, seq } = Object(value) as Record<string, unknown>;
  const isWhole = [bundles, count, seq].every(
    (number) => Number.isSafeInteger(number) && Number(number) >= 0,
  );
  return isWhole && Number(bundles) <= MOST && typeof device === 'string' ? (value as Extent) : null;
}

/** The events among what was read, whatever it is. */
export function asEvents(values: readonly unknown[]): LogEvent[] {
  return values.map(asEvent).filter((event) => event !== null);
}

/** Reads all that is in the store `log`, by the bundles in `meta` where they hold it. `device` writes here. */
export async function readAll(
  log: IDBObjectStore,
  meta: IDBObjectStore,
  device: Device | null,
): Promise<Read> {
  const own = device ?? NOBODY;
  const extent = asExtent(await asked<unknown>(meta.get(EXTENT)));
  if (extent) {
    const events = await bundled(log, meta, extent, own);
    if (events) return { events, bundled: extent.count, device: own };
  }
  return { events: asEvents(await asked<unknown[]>(log.getAll())), bundled: 0, device: own };
}

/** The events by the bundles, or null where they do not hold the whole log. */
async function bundled(
  log: IDBObjectStore,
  meta: IDBObjectStore,
  { bundles, count, device, seq }: Extent,
  own: Device,
): Promise<LogEvent[] | null> {
  const from = device === own.id ? seq : 0;
  const since = own.seq - from;
  if (since < 0 || since > FAR) return null;
  const get = (store: IDBObjectStore, key: string) => asked<unknown>(store.get(key));
  const [whole, ...parts] = await Promise.all([
    asked(log.count()),
    ...Array.from({ length: bundles }, (_, bundle) => get(meta, nameOf(bundle))),
    ...Array.from({ length: since }, (_, n) => get(log, `${own.id}-${from + n + 1}`)),
  ]);
  const inBundles = asEvents(parts.slice(0, bundles).flatMap((part) => (Array.isArray(part) ? part : [])));
  const events = [...inBundles, ...asEvents(parts.slice(bundles))];
  return inBundles.length === count && events.length === whole ? events : null;
}

/**
 * Puts what was read and is in no bundle into new ones in `meta`, where it is enough for one. Does nothing where another
 * tab has done it.
 */
export async function addBundles(meta: IDBObjectStore, { events, bundled, device }: Read): Promise<void> {
  const extent = asExtent(await asked<unknown>(meta.get(EXTENT)));
  if (bundled > 0 && extent?.count !== bundled) return;
  let bundles = bundled > 0 && extent ? extent.bundles : 0;
  for (let from = bundled; from < events.length; from += LENGTH) {
    // One after the other, so that the page can do something else in between.
    await asked(meta.put(events.slice(from, from + LENGTH), nameOf(bundles)));
    bundles += 1;
  }
  const { id, seq } = device;
  await asked(meta.put({ bundles, count: events.length, device: id, seq } satisfies Extent, EXTENT));
}

/** Whether enough was read that is in no bundle. */
export function isWorthBundling({ events, bundled }: Read): boolean {
  return events.length - bundled >= LENGTH;
}
