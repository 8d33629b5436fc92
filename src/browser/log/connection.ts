/**
 * A connection to the database that survives the death of its handle: the system takes files away, data is
 * cleared, the browser's database process ends. A dead handle is dropped, and the work done on a new one.
 */
import { nameOf, type World } from './world.ts';

/** One transaction's worth of work. A request of it that fails takes all of it back. */
export type Work<T> = (store: (name: string) => IDBObjectStore) => Promise<T>;

export interface Connection {
  /** Resolves once the work is on disk. Rejects with what the browser says, after three attempts if the handle is dead. */
  run<T>(stores: string[], mode: IDBTransactionMode, work: Work<T>): Promise<T>;
  /** How often the database was opened: behind a new handle may be another database. */
  readonly opened: number;
}

const DEAD = ['AbortError', 'InvalidStateError', 'UnknownError'];
const ATTEMPTS = 3;
/** In ms. Browsers have been seen to forget a request to open; nobody waits for one longer than this. */
const PATIENCE = 10_000;

/** The result of a request. */
export function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Connects to the database `name` at the first use. `create` makes its stores where it is new; `onLost` is
 * called when the handle was taken away while nobody used it.
 *
 * The database stays at version 1 for ever: after a newer one, a rollback of the site could not open it.
 */
export function connect(
  world: World,
  name: string,
  create: (db: IDBDatabase) => void,
  onLost: () => void,
): Connection {
  let handle: Promise<IDBDatabase> | undefined;
  let opened = 0;

  const drop = (dead: Promise<IDBDatabase>): void => {
    if (handle === dead) handle = undefined;
    dead.then(
      (db) => db.close(),
      () => undefined,
    );
  };

  const open = (): Promise<IDBDatabase> => {
    const opening = new Promise<IDBDatabase>((resolve, reject) => {
      if (!world.indexedDB) throw new DOMException('', 'NotSupportedError');
      const request = world.indexedDB.open(name, 1);
      const timer = setTimeout(() => reject(new DOMException('', 'TimeoutError')), PATIENCE);
      request.onupgradeneeded = () => create(request.result);
      request.onerror = () => {
        clearTimeout(timer);
        reject(request.error);
      };
      request.onsuccess = () => {
        clearTimeout(timer);
        const db = request.result;
        if (handle !== opening) return db.close();
        opened += 1;
        db.onclose = db.onversionchange = () => {
          drop(opening);
          onLost();
        };
        return resolve(db);
      };
    });
    opening.catch(() => drop(opening));
    return opening;
  };

  const attempt = async <T>(
    opening: Promise<IDBDatabase>,
    stores: string[],
    mode: IDBTransactionMode,
    work: Work<T>,
  ): Promise<T> => {
    const tx = (await opening).transaction(stores, mode, { durability: 'strict' });
    const done = new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(tx.error ?? new DOMException('', 'AbortError'));
    });
    const [result] = await Promise.all([work((store) => tx.objectStore(store)), done]);
    return result;
  };

  return {
    get opened() {
      return opened;
    },
    async run(stores, mode, work) {
      for (let left = ATTEMPTS; ; ) {
        handle ??= open();
        const used = handle;
        try {
          return await attempt(used, stores, mode, work);
        } catch (error) {
          const isDead = DEAD.includes(nameOf(error));
          if (isDead) drop(used);
          left -= 1;
          if (!isDead || left === 0) throw error;
        }
      }
    },
  };
}
