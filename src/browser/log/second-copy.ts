/**
 * The second copy of the log, in Cache Storage: it lives where the database does not, and gives back what
 * the database loses. JSON Lines, in segments of 200 events of a device.
 *
 * The address of a segment ends with how many events it holds. A longer one is written before the shorter
 * is deleted, so that a browser that dies in between leaves one of them; reading takes all there are.
 */
import { asEvent, type LogEvent, union } from '../../core/event.ts';
import type { World } from './world.ts';

/** Events by the name of their segment. */
export type Segments = ReadonlyMap<string, readonly LogEvent[]>;

export interface SecondCopy {
  /** How many events it holds of each segment; null where the browser has no such storage. */
  counts(): Promise<ReadonlyMap<string, number> | null>;
  /** All its events. Whatever cannot be read is left out. */
  read(): Promise<LogEvent[]>;
  /** Adds what it does not hold yet, and tells whether it holds all of these now. Takes nothing away. */
  write(segments: Segments): Promise<boolean>;
}

const LENGTH = 200;
/** In ms, after which a storage that does not answer counts as one that takes nothing. */
const PATIENCE = 10_000;

/** The number of the segment, among those of its device, to which event `seq` belongs. */
export function segmentOf(seq: number): number {
  return Math.floor((seq - 1) / LENGTH);
}

/** The name of a device's segment. */
export function segmentName(device: string, segment: number): string {
  return `/unfold-history/${device}/${segment}`;
}

/** The second copy in the cache `name`. Its functions never reject. */
export function secondCopyOf(world: World, name: string): SecondCopy {
  const countsIn = async (cache: Cache): Promise<Map<string, number>> => {
    const counts = new Map<string, number>();
    for (const { url } of await cache.keys()) {
      const { pathname, search } = new URL(url);
      counts.set(pathname, Math.max(counts.get(pathname) ?? 0, Number(search.slice(1)) || 0));
    }
    return counts;
  };

  const put = async (segments: Segments): Promise<void> => {
    // Opened each time: a cache that was deleted meanwhile takes everything and keeps nothing.
    const cache = await (world.caches as CacheStorage).open(name);
    const counts = await countsIn(cache);
    for (const [segment, events] of segments) {
      const before = counts.get(segment) ?? 0;
      const shorter = `${segment}?${before}`;
      const lines = await linesIn(await cache.match(shorter));
      const added = events.map((event) => JSON.stringify(event)).filter((line) => !lines.has(line));
      if (added.length === 0) continue;
      const ids = new Set([...lines, ...added].map((line) => asLine(line)?.id));
      ids.delete(undefined);
      const longer = `${segment}?${Math.max(ids.size, before)}`;
      await cache.put(longer, new Response([...lines, ...added].join('\n')));
      if (before > 0 && longer !== shorter) await cache.delete(shorter);
    }
  };

  const readInto = async (events: LogEvent[]): Promise<void> => {
    const cache = await (world.caches as CacheStorage).open(name);
    for (const request of await cache.keys()) {
      const lines = await linesIn(await cache.match(request));
      events.push(...[...lines].map(asLine).filter((event) => event !== null));
    }
  };

  return {
    counts: () =>
      within(async () => (world.caches ? countsIn(await world.caches.open(name)) : null)).catch(() => null),
    async read() {
      const events: LogEvent[] = [];
      // What was read until it failed is more than nothing.
      await within(() => readInto(events)).catch(() => undefined);
      return union(events, []);
    },
    write(segments) {
      // One tab at a time, so that none replaces a segment by a shorter one.
      const writing = async () => {
        const locks = world.navigator?.locks;
        await (locks ? locks.request(name, () => put(segments)) : put(segments));
        return true;
      };
      return within(writing).catch(() => false);
    },
  };
}

/** Rejects where the work fails, or takes longer than the patience. */
function within<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(reject, PATIENCE);
    work()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

async function linesIn(response: Response | undefined): Promise<Set<string>> {
  return new Set((await response?.text())?.split('\n'));
}

function asLine(line: string): LogEvent | null {
  try {
    return asEvent(JSON.parse(line));
  } catch {
    return null;
  }
}
