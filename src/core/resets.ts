/** Beginning again: cards that count as never reviewed from a moment on. These are events too, so that it can be taken back. */
import { isRemark, isUndo, LATEST, type LogEvent, originOf, type Remark, type Undo } from './event.ts';
import { type Memories, type Now, RESET } from './memory.ts';

/** Cards that were reset together. */
export interface Reset {
  /** Route of their topic, or whatever else stands there. */
  topic: string;
  /** Epoch ms. */
  at: number;
  /** One for each card. */
  remarks: Remark[];
}

/**
 * The remarks that reset those of `cards` that were reviewed. They are numbered as by `device`, which must be a new
 * name, so that one transaction can hold them all. They come after the last review of each card, whatever the clock says.
 */
export function resetOf(
  cards: Iterable<string>,
  topic: string,
  memories: Memories,
  device: string,
  now: Now,
): Remark[] {
  const reviewed = [...cards].flatMap((card) => {
    const memory = memories.of(card);
    return memory ? [{ card, last: memory.at }] : [];
  });
  return reviewed.map(({ card, last }, index) => ({
    v: 1,
    id: `${device}-${index + 1}`,
    at: Math.min(Math.max(now.at, last + 1), LATEST),
    tz: now.tz,
    t: 'note',
    card,
    name: RESET,
    value: topic,
  }));
}

/** The undos that take a reset back, numbered as by `device`, a new name. */
export function undoOf({ remarks }: Reset, device: string, { at, tz }: Now): Undo[] {
  return remarks.map(({ id }, index) => ({ v: 1, id: `${device}-${index + 1}`, at, tz, t: 'undo', of: id }));
}

/** What was reset and not taken back, the latest first. */
export function resetsIn(events: readonly LogEvent[]): Reset[] {
  const undone = new Set(events.filter(isUndo).map(({ of }) => of));
  const resets = new Map<string, Reset>();
  for (const event of events) {
    if (!isRemark(event) || event.name !== RESET || event.card === null || undone.has(event.id)) continue;
    const { device } = originOf(event.id);
    const reset = resets.get(device) ?? { topic: String(event.value), at: event.at, remarks: [] };
    resets.set(device, reset);
    reset.remarks.push(event);
  }
  return [...resets.values()].reverse();
}
