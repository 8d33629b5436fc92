/**
 * Events once more, many to a record: of 100,000 records a browser needs a second to read them, of fifty records with
 * the same events a sixth of that. For pages that look at a whole long history; nothing depends on these bundles. They
 * count only where they hold, with what this device wrote since, as many events as the log; else the log itself is read.
 */
import { inOrder, type LogEvent } from '../../core/event.ts';
import { asked } from './connection.ts';
import { asEvents, type Database, type Device, LOG, META, type ReadEvents, readLog } from './database.ts';

/** How far the bundles go. */
interface Extent {
  bundles: number;
  /** Events in all of them. */
  count: number;
  /** The device that wrote here then, and its number. */
  device: string;
  seq: number;
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

export class Bundles {
  /** What was read last, how much of it is in bundles, and who writes here. */
  #read: { events: readonly LogEvent[]; bundled: number; device: Device } | null = null;

  /** Reads by the bundles where they hold the whole log. */
  readonly read: ReadEvents = async (store, device) => {
    const own = device ?? NOBODY;
    const extent = asExtent(await asked<unknown>(store(META).get(EXTENT)));
    const bundled = extent && (await byBundles(store, extent, own));
    const events = bundled ?? (await readLog(store, device));
    this.#read = { events, bundled: bundled && extent ? extent.count : 0, device: own };
    return events;
  };

  /**
   * Puts what was read and is in no bundle into new ones, where it is enough for one: the next reading is quicker. Does
   * nothing where another tab has done it. May fail unseen.
   */
  async bundle({ run }: Pick<Database, 'run'>): Promise<void> {
    const read = this.#read;
    this.#read = null;
    if (!read || read.events.length - read.bundled < LENGTH) return;
    const { events, bundled, device } = read;
    // In order, so that nobody has to sort them when they are read.
    const added = events.slice(bundled).sort(inOrder);
    const write = async (meta: IDBObjectStore): Promise<void> => {
      const extent = asExtent(await asked<unknown>(meta.get(EXTENT)));
      if (bundled > 0 && extent?.count !== bundled) return;
      let bundles = bundled > 0 && extent ? extent.bundles : 0;
      for (let from = 0; from < added.length; from += LENGTH) {
        // One after the other, so that the page can do something else in between.
        await asked(meta.put(added.slice(from, from + LENGTH), nameOf(bundles)));
        bundles += 1;
      }
      const { id, seq } = device;
      await asked(meta.put({ bundles, count: events.length, device: id, seq } satisfies Extent, EXTENT));
    };
    await run([META], 'readwrite', (stores) => write(stores(META))).catch(() => undefined);
  }
}

function asExtent(value: unknown): Extent | null {
  const { bundles, count, device, seq } = Object(value) as Record<string, unknown>;
  const isWhole = [bundles, count, seq].every(
    (number) => Number.isSafeInteger(number) && Number(number) >= 0,
  );
  return isWhole && Number(bundles) <= MOST && typeof device === 'string' ? (value as Extent) : null;
}

/** The events by the bundles, or null where they do not hold the whole log. */
async function byBundles(
  store: (name: string) => IDBObjectStore,
  { bundles, count, device, seq }: Extent,
  own: Device,
): Promise<LogEvent[] | null> {
  const from = device === own.id ? seq : 0;
  const since = own.seq - from;
  if (since < 0 || since > FAR) return null;
  // Each is checked as it comes, so that a hundred thousand unchecked records never lie in memory at once.
  const read = async (name: string, key: string) =>
    asEvents([await asked<unknown>(store(name).get(key))].flat());
  const [whole, ...parts] = await Promise.all([
    asked(store(LOG).count()),
    ...Array.from({ length: bundles }, (_, bundle) => read(META, nameOf(bundle))),
    ...Array.from({ length: since }, (_, n) => read(LOG, `${own.id}-${from + n + 1}`)),
  ]);
  const inBundles = parts.slice(0, bundles).reduce((sum, { length }) => sum + length, 0);
  const events = parts.flat();
  return inBundles === count && events.length === whole ? events : null;
}
