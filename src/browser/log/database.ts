/** The log in IndexedDB. Events are only ever added, and numbered in the transaction that adds them. */
import { asEvent, type Draft, type LogEvent } from '../../core/event.ts';
import { asked, type Connection, connect } from './connection.ts';
import { nameOf, type World } from './world.ts';

/** The name under which this browser writes, and the number of the last event it wrote. */
export interface Device {
  id: string;
  seq: number;
}

/** What the database holds. */
export interface Stored {
  events: LogEvent[];
  /** Null as long as nothing was written here. */
  device: Device | null;
}

/** Every function rejects with what the browser says; `reasonOf` has a word for it. */
export interface Database {
  /** How often it was opened: a new handle may lead to a database that was made anew. */
  readonly opened: number;
  /** Does what few pages need. */
  readonly run: Connection['run'];
  /** With `isPlain`, by what stands in the log and nothing else. */
  read(isPlain?: boolean): Promise<Stored>;
  count(): Promise<number>;
  /** Gives the draft its id and adds it. Resolves once it is on disk. */
  append(draft: Draft): Promise<LogEvent>;
  /**
   * Adds the events that are not there, and returns how many are there then. With `renew`, what is written
   * from now on has the name of a new device.
   */
  restore(events: readonly LogEvent[], renew: boolean): Promise<number>;
  keepAnswer(key: string, text: string): Promise<void>;
}

/** Name of the store with the events. */
export const LOG = 'log';
/** Name of the store with what is no event. */
export const META = 'meta';
/** Name of the store with texts of answers. */
export const ANSWERS = 'answers';
/** Key, in `META`, of a record that holds all events; it goes when others than this device add to the log. */
export const SNAPSHOT = 'snapshot';
const DEVICE = 'device';

/** A name that no other device has: ten of 36 signs. */
export function newDevice(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join('');
}

/** The draft as event `seq` of a device. Throws a `TypeError` where it is no event. */
export function stamped(draft: Draft, device: string, seq: number): LogEvent {
  const event = asEvent({ ...draft, v: 1, id: `${device}-${seq}` });
  if (!event) throw new TypeError(`This is no event: ${JSON.stringify(draft)}`);
  return event;
}

function asDevice(value: unknown): Device | null {
  const { id, seq } = Object(value) as Record<string, unknown>;
  if (typeof id !== 'string' || !/^[A-Za-z0-9]{10}$/.test(id)) return null;
  return Number.isSafeInteger(seq) && (seq as number) >= 0 ? { id, seq: seq as number } : null;
}

/** Who writes here, within a transaction over `META`. */
export async function deviceIn(store: (name: string) => IDBObjectStore): Promise<Device | null> {
  return asDevice(await asked<unknown>(store(META).get(DEVICE)));
}

function create(db: IDBDatabase): void {
  db.createObjectStore(LOG, { keyPath: 'id' }).createIndex('card', 'card');
  db.createObjectStore(META);
  db.createObjectStore(ANSWERS);
}

/** Reads every event of the log, within a transaction over `LOG` and `META`; `device` writes here. */
export type ReadEvents = (
  store: (name: string) => IDBObjectStore,
  device: Device | null,
) => Promise<LogEvent[]>;

/** Reads the log itself. */
export const readLog: ReadEvents = async (store) => asEvents(await asked<unknown[]>(store(LOG).getAll()));

/** The database `name`. `onLost` is called when the browser took it away, which may mean that it is empty now. */
export function databaseOf(world: World, name: string, onLost: () => void, read = readLog): Database {
  const connection = connect(world, name, create, onLost);
  const { run } = connection;

  const add = (draft: Draft, renew: boolean): Promise<LogEvent> =>
    run([LOG, META], 'readwrite', async (store) => {
      const known = renew ? null : await deviceIn(store);
      const { id, seq } = known ?? { id: newDevice(), seq: 0 };
      const event = stamped(draft, id, seq + 1);
      await asked(store(LOG).add(event));
      store(META).put({ id, seq: seq + 1 }, DEVICE);
      return event;
    });

  return {
    get opened() {
      return connection.opened;
    },
    run,
    read: (isPlain = false) =>
      run([LOG, META], 'readonly', async (store) => {
        const device = await deviceIn(store);
        return { events: await (isPlain ? readLog : read)(store, device), device };
      }),
    count: () => run([LOG], 'readonly', (store) => asked(store(LOG).count())),
    append: (draft) =>
      add(draft, false).catch((error) => {
        // The number is taken: the record of the device is older than the log.
        if (nameOf(error) === 'ConstraintError') return add(draft, true);
        throw error;
      }),
    restore: (events, renew) =>
      run([LOG, META], 'readwrite', async (store) => {
        const there = new Set(await asked(store(LOG).getAllKeys()));
        const missing = events.filter(({ id }) => !there.has(id));
        for (const event of missing) store(LOG).add(event);
        store(META).delete(SNAPSHOT);
        if (renew) store(META).put({ id: newDevice(), seq: 0 }, DEVICE);
        return there.size + missing.length;
      }),
    keepAnswer: (key, text) =>
      run([ANSWERS], 'readwrite', async (store) => {
        await asked(store(ANSWERS).put(text, key));
      }),
  };
}

/** The events among what was read, whatever it is. */
export function asEvents(values: readonly unknown[]): LogEvent[] {
  return values.map(asEvent).filter((event) => event !== null);
}
