/** All events that a page knows, whatever became of them in storage. */
import { inOrder, type LogEvent, originOf } from '../../core/event.ts';
import type { Recovery } from './saving.ts';
import { type Segments, segmentName, segmentOf } from './second-copy.ts';
import type { Height, Heights } from './witness.ts';

/** How far a device has come, how many of its events are known, and these by segment and number. */
interface Origin extends Height {
  count: number;
  segments: Map<number, Map<number, LogEvent>>;
}

export class Known {
  /** In order; a new array after each change. */
  events: readonly LogEvent[] = [];
  readonly heights = new Map<string, Origin>();

  /** The segments that these events belong to, whole. */
  segmentsOf(events: readonly LogEvent[]): Segments {
    const found = new Map<Map<number, LogEvent>, string>();
    for (const { id } of events) {
      const { device, seq } = originOf(id);
      const nth = segmentOf(seq);
      const segment = this.heights.get(device)?.segments.get(nth);
      if (segment && !found.has(segment)) found.set(segment, segmentName(device, nth));
    }
    return new Map([...found].map(([segment, name]) => [name, [...segment.values()]]));
  }

  /** Adds what is new, and returns it. */
  take(events: readonly LogEvent[]): LogEvent[] {
    const added: LogEvent[] = [];
    for (const event of events) {
      const { device, seq } = originOf(event.id);
      const origin = this.raise(device, seq);
      const nth = segmentOf(seq);
      const segment = origin.segments.get(nth) ?? new Map<number, LogEvent>();
      if (segment.has(seq)) continue;
      origin.segments.set(nth, segment.set(seq, event));
      origin.count += 1;
      added.push(event);
    }
    if (added.length > 0) {
      let before = this.events.at(-1);
      // What comes is mostly later than all there is; sorting a long history again takes longer than a rating may.
      const isLater = added.every((event) => {
        const follows = !before || inOrder(before, event) < 0;
        before = event;
        return follows;
      });
      const all = [...this.events, ...added];
      this.events = isLater ? all : all.sort(inOrder);
    }
    return added;
  }

  /** Takes down that a device has come as far as `last`, whether or not its events are known. */
  raise(device: string, last: number): Origin {
    let origin = this.heights.get(device);
    if (!origin) {
      origin = { last: 0, lost: 0, count: 0, segments: new Map() };
      this.heights.set(device, origin);
    }
    if (origin.last < last) origin.last = last;
    return origin;
  }

  /**
   * How many events of each device are missing: devices number without a gap, so that there must be as many
   * as the last number says, or the witness, but for those that were known to be lost already.
   */
  missing(seen: Heights): Map<string, number> {
    for (const [device, { last, lost }] of seen) {
      this.raise(device, last).lost = lost;
    }
    const gaps = [...this.heights].map(
      ([device, { last, count, lost }]) => [device, last - count - lost] as const,
    );
    return new Map(gaps.filter(([, gap]) => gap > 0));
  }

  /** Takes for lost what is missing now that everything was read. */
  settle(): void {
    for (const height of this.heights.values()) height.lost = height.last - height.count;
  }

  /** Whether a copy with so many events in its segments has some that are not known. */
  isShortOf(counts: ReadonlyMap<string, number>): boolean {
    const held = new Map(this.#sizes().map(({ name, size }) => [name, size]));
    return [...counts].some(([name, count]) => count > (held.get(name) ?? 0));
  }

  /** The events in segments of which a copy has fewer. */
  beyond(counts: ReadonlyMap<string, number>): LogEvent[] {
    return this.#sizes()
      .filter(({ name, size }) => size > (counts.get(name) ?? 0))
      .flatMap(({ segment }) => [...segment.values()]);
  }

  #sizes(): { name: string; size: number; segment: Map<number, LogEvent> }[] {
    return [...this.heights].flatMap(([device, { segments }]) =>
      [...segments].map(([nth, segment]) => ({
        name: segmentName(device, nth),
        size: segment.size,
        segment,
      })),
    );
  }
}

/** What was lost and what came back, given how many events of each device were missing; null where nothing was. */
export function recoveryOf(
  missing: ReadonlyMap<string, number>,
  found: readonly LogEvent[],
): Recovery | null {
  const lost = new Map(missing);
  const back = new Map<string, number>();
  for (const { id } of found) {
    const { device } = originOf(id);
    const count = (back.get(device) ?? 0) + 1;
    back.set(device, count);
    lost.set(device, Math.max(lost.get(device) ?? 0, count));
  }
  const sum = [...lost.values()].reduce((all, count) => all + count, 0);
  return sum > 0 ? { lost: sum, recovered: found.length } : null;
}
