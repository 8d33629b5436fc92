/** The storage of a browser, made of plain objects, for the log to write in and for tests to damage. */
import { IDBFactory } from 'fake-indexeddb';
import type { World } from '../../src/browser/log/world.ts';
import type { Draft, LogEvent, Rating } from '../../src/core/event.ts';

/** What the tabs of one browser share. */
export interface Disk {
  indexedDB: IDBFactory;
  /** Bodies by address, by the name of the cache. */
  caches: Map<string, Map<string, string>>;
  localStorage: Map<string, string>;
  channels: typeof BroadcastChannel;
  /** The addresses that were written into caches, in order. */
  puts: string[];
  /** What holds the lock, and who waits for it. */
  lock: Promise<unknown>;
  /** How often the browser was asked not to throw the storage away. */
  asked: number;
}

let disks = 0;

export function newDisk(): Disk {
  disks += 1;
  return {
    indexedDB: new IDBFactory(),
    caches: new Map(),
    localStorage: new Map(),
    channels: channelsOf(`browser ${disks} `),
    puts: [],
    lock: Promise.resolve(),
    asked: 0,
  };
}

/** Channels that reach the pages of one browser, and keep no test running. */
function channelsOf(name: string): typeof BroadcastChannel {
  return class extends BroadcastChannel {
    constructor(channel: string) {
      super(name + channel);
      (this as unknown as { unref(): void }).unref();
    }
  };
}

/** A page of the browser with that disk; `document` takes events that a test sends. */
export function tabOf(disk: Disk, over: Partial<World> = {}): World {
  const locks = {
    request: (_name: string, work: () => Promise<unknown>) => {
      disk.lock = disk.lock.then(work, work);
      return disk.lock;
    },
  };
  const storage = {
    persist: () => {
      disk.asked += 1;
      return Promise.resolve(true);
    },
    persisted: () => Promise.resolve(disk.asked > 0),
  };
  const world = {
    indexedDB: disk.indexedDB,
    caches: { open: (name: string) => Promise.resolve(cacheOf(disk, name)) },
    localStorage: {
      getItem: (key: string) => disk.localStorage.get(key) ?? null,
      setItem: (key: string, value: string) => disk.localStorage.set(key, value),
    },
    navigator: { locks, storage },
    BroadcastChannel: disk.channels,
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
  };
  return { ...(world as unknown as World), ...over };
}

function cacheOf(disk: Disk, name: string) {
  const bodies = disk.caches.get(name) ?? new Map<string, string>();
  disk.caches.set(name, bodies);
  const addressOf = (request: string | { url: string }) =>
    new URL(typeof request === 'string' ? request : request.url, 'https://unfold.example').href;
  return {
    keys: () => Promise.resolve([...bodies.keys()].map((url) => ({ url }))),
    match: (request: string | { url: string }) => {
      const body = bodies.get(addressOf(request));
      return Promise.resolve(body === undefined ? undefined : new Response(body));
    },
    put: async (address: string, response: Response) => {
      disk.puts.push(address);
      bodies.set(addressOf(address), await response.text());
    },
    delete: (address: string) => Promise.resolve(bodies.delete(addressOf(address))),
  };
}

/** The databases of the disk as they are, with every handle that is given out. */
export function watched(disk: Disk, handles: IDBDatabase[]): IDBFactory {
  const open = (name: string, version: number) => {
    const request = disk.indexedDB.open(name, version);
    request.addEventListener('success', () => handles.push(request.result));
    return request;
  };
  return { open } as unknown as IDBFactory;
}

/** A database that fails with the name that `failure` gives for a step, as long as it gives one. */
export function failing(
  factory: IDBFactory,
  failure: (step: 'open' | 'transaction') => string | null,
): IDBFactory {
  const open = (name: string, version: number) => {
    const fault = failure('open');
    if (fault) return refused(fault);
    const request = factory.open(name, version);
    request.addEventListener('success', () => {
      const db = request.result;
      const transaction = db.transaction.bind(db);
      db.transaction = (...about: Parameters<typeof transaction>) => {
        const inside = failure('transaction');
        if (inside) throw new DOMException('', inside);
        return transaction(...about);
      };
    });
    return request;
  };
  return { open } as unknown as IDBFactory;
}

function refused(name: string) {
  const request: { error: DOMException; onerror?: () => void } = { error: new DOMException('', name) };
  queueMicrotask(() => request.onerror?.());
  return request;
}

/** Works on a store of the log's database, behind the log's back. */
export function behind(disk: Disk, name: string, work: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = disk.indexedDB.open('unfold:/');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const tx = request.result.transaction(name, 'readwrite');
      tx.oncomplete = () => {
        request.result.close();
        resolve();
      };
      work(tx.objectStore(name));
    };
  });
}

const monday = Date.UTC(2026, 10, 23, 12);

/** The draft of a review, `nth` seconds after a Monday's noon. */
export const draft = (nth: number, rating: Rating = 3): Draft => ({
  t: 'review',
  card: `card-${nth}`,
  at: monday + nth * 1000,
  tz: 60,
  rating,
  ms: 4000,
  rev: 'r1',
});

/** The numbers of a device's events, in order of number. */
export const numbersOf = (events: readonly LogEvent[]): number[] =>
  events.map(({ id }) => Number(id.split('-')[1])).sort((one, other) => one - other);

/** 1, 2, … up to and with `last`. */
export const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
