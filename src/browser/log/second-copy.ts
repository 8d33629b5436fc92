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
  /** Writes what it does not hold yet, and tells whether it holds everything now. Takes nothing away. */
  write(segments: Segments): Promise<boolean>;
}

const LENGTH = 200;

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
      if (events.length <= before) continue;
      const shorter = `${segment}?${before}`;
      const all = union(await eventsIn(await cache.match(shorter)), events);
      const count = new Set(all.map(({ id }) => id)).size;
      await cache.put(
        `${segment}?${count}`,
        new Response(all.map((event) => JSON.stringify(event)).join('\n')),
      );
      if (before > 0) await cache.delete(shorter);
    }
  };

  return {
    async counts() {
      try {
        return world.caches ? await countsIn(await world.caches.open(name)) : null;
      } catch {
        return null;
      }
    },
    async read() {
      const events: LogEvent[][] = [];
      try {
        const cache = await (world.caches as CacheStorage).open(name);
        for (const request of await cache.keys()) events.push(await eventsIn(await cache.match(request)));
      } catch {
        // What was read until now is more than nothing.
      }
      return union(events.flat(), []);
    },
    async write(segments) {
      try {
        const locks = world.navigator?.locks;
        // One tab at a time, so that none replaces a segment by a shorter one.
        await (locks ? locks.request(name, () => put(segments)) : put(segments));
        return true;
      } catch {
        return false;
      }
    },
  };
}

async function eventsIn(response: Response | undefined): Promise<LogEvent[]> {
  const lines = (await response?.text())?.split('\n') ?? [];
  return lines.map(asLine).filter((event) => event !== null);
}

function asLine(line: string): LogEvent | null {
  try {
    return asEvent(JSON.parse(line));
  } catch {
    return null;
  }
}
