/** All events that a page knows, whatever became of them in storage. */
import { inOrder, type LogEvent, originOf } from '../../core/event.ts';
import type { Recovery } from './saving.ts';
import { segmentOf } from './second-copy.ts';
import type { Height, Heights } from './witness.ts';

export class Known {
  /** In order; a new array after each change. */
  events: readonly LogEvent[] = [];
  readonly heights = new Map<string, Height & { count: number }>();
  readonly segments = new Map<string, LogEvent[]>();
  readonly #ids = new Set<string>();

  /** Adds what is new, and returns it. */
  take(events: readonly LogEvent[]): LogEvent[] {
    const added: LogEvent[] = [];
    for (const event of events) {
      if (this.#ids.has(event.id)) continue;
      this.#ids.add(event.id);
      added.push(event);
      const { device, seq } = originOf(event.id);
      const segment = segmentOf(device, seq);
      const others = this.segments.get(segment);
      if (others) others.push(event);
      else this.segments.set(segment, [event]);
      this.raise(device, seq).count += 1;
    }
    if (added.length > 0) this.events = [...this.events, ...added].sort(inOrder);
    return added;
  }

  /** Takes down that a device has come as far as `last`, whether or not its events are known. */
  raise(device: string, last: number): Height & { count: number } {
    const height = this.heights.get(device) ?? { last: 0, lost: 0, count: 0 };
    this.heights.set(device, height);
    height.last = Math.max(height.last, last);
    return height;
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
    return [...counts].some(([segment, count]) => count > (this.segments.get(segment)?.length ?? 0));
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
