/**
 * Events once more, all in one record: of 100,000 records a browser needs a second to read them. For pages that look at
 * a whole long history. Nothing depends on this record: it counts only with what this device wrote since, is deleted by
 * whatever else adds to the log, and is compared with the log once the page has nothing better to do.
 */
import { type Columns, fromColumns, toColumns } from '../../core/columns.ts';
import type { LogEvent } from '../../core/event.ts';
import { asked } from './connection.ts';
import {
  asEvents,
  type Device,
  deviceIn,
  LOG,
  META,
  type ReadEvents,
  readLog,
  SNAPSHOT,
} from './database.ts';
import type { EventStore } from './storage.ts';

/** All events there were when the device had written its event `seq`. */
interface Snapshot {
  columns: Columns;
  device: string;
  seq: number;
}

/** A shorter log is read as quickly as it stands. In events, as the two that follow. */
const LONG = 2000;
/** So many events behind, the record is written anew. */
const BEHIND = 500;
/** Beyond so many events it is quicker to read the log than each of them by itself. */
const FAR = 3000;

const NOBODY: Device = { id: '', seq: 0 };

export class Snapshots {
  /** How many events of what was read last stood in the record. */
  #recorded: number | null = null;

  /** Reads by the record where there is one. */
  readonly read: ReadEvents = async (store, device) => {
    const { id, seq } = device ?? NOBODY;
    const snapshot = asSnapshot(await asked<unknown>(store(META).get(SNAPSHOT)));
    const from = snapshot?.device === id ? snapshot.seq : 0;
    // What another device wrote here since cannot be told by numbers of this one.
    const isOwn = snapshot?.device === id || snapshot?.device === NOBODY.id;
    const isNear = isOwn && seq >= from && seq - from <= FAR;
    const recorded = isNear ? fromColumns(snapshot?.columns) : null;
    const since = recorded && (await eventsSince(store, id, from, seq));
    this.#recorded = since ? recorded.length : 0;
    return since ? recorded.concat(since) : readLog(store, device);
  };

  /**
   * Compares the record with the log, and has the log read again where they differ; writes the record anew where it is
   * far behind. May fail unseen.
   */
  async keepUp(store: EventStore): Promise<void> {
    const { events } = store.known;
    const recorded = this.#recorded;
    this.#recorded = null;
    if (recorded === null || events.length < LONG || store.saving.state !== 'saved') return;
    const work = async (stores: (name: string) => IDBObjectStore): Promise<boolean> => {
      const isWhole = (await asked(stores(LOG).count())) === events.length;
      const { id: device, seq } = (await deviceIn(stores)) ?? NOBODY;
      const columns = isWhole && events.length - recorded >= BEHIND ? toColumns(events) : null;
      if (columns) await asked(stores(META).put({ columns, device, seq } satisfies Snapshot, SNAPSHOT));
      else if (!isWhole) await asked(stores(META).delete(SNAPSHOT));
      return isWhole;
    };
    const isWhole = await store.database.run([LOG, META], 'readwrite', work).catch(() => true);
    if (!isWhole) await store.refresh();
  }
}

function asSnapshot(value: unknown): Snapshot | null {
  const { device, seq } = Object(value) as Record<string, unknown>;
  const isWhole = typeof device === 'string' && Number.isSafeInteger(seq) && Number(seq) >= 0;
  return isWhole ? (value as Snapshot) : null;
}

/** What the device wrote after its event `from`, or null where some of it is not there. */
async function eventsSince(
  store: (name: string) => IDBObjectStore,
  device: string,
  from: number,
  last: number,
): Promise<LogEvent[] | null> {
  const numbers = Array.from({ length: last - from }, (_, nth) => from + nth + 1);
  const found = numbers.map((number) => asked<unknown>(store(LOG).get(`${device}-${number}`)));
  const events = asEvents(await Promise.all(found));
  return events.length === numbers.length ? events : null;
}
