/** What an import would do, told before it is done. An import only adds; what is here stays as it is. */
import * as words from '#words';
import type { Backup, Unreadable } from './backup.ts';
import { canonical, isSame, isUndo, type LogEvent } from './event.ts';

/** How many runs of lines are named. */
const LISTED = 8;

export interface ImportPlan {
  /** To be added. */
  add: LogEvent[];
  /**
   * Differ from an event that is here under the same id, each with an id of its own now, the same at every import.
   * In a whole file they are facts to be added too; in a changed one they may be what the damage made.
   */
  clashing: LogEvent[];
  /** How many events are here already. */
  known: number;
  /** The site the file comes from, where it is not this one or cannot be read: it needs a yes. Null for this site. */
  otherSite: string | null;
  /** `3 new, 5 already here, 2 unreadable (lines 4, 9)`. */
  words: string;
}

/** What importing `backup` would add to the events that are `here`, on the site at `site`. */
export function planImport(backup: Backup, here: readonly LogEvent[], site: string): ImportPlan {
  const there = new Map(here.map((event) => [event.id, event]));
  const add: LogEvent[] = [];
  const clashing: LogEvent[] = [];
  let known = 0;
  const moved = new Map<string, string>();
  // An undo comes after what it takes back, so that it follows an event that gets an id of its own.
  for (const original of inTwo(backup.events)) {
    const target = isUndo(original) ? moved.get(original.of) : undefined;
    const event = target === undefined ? original : { ...original, of: target };
    const own = there.get(event.id);
    const isClash = own !== undefined && !isSame(own, event);
    const id = isClash ? `clash_${hashOf(canonical(event))}-1` : event.id;
    if (isClash) moved.set(event.id, id);
    if (there.has(id)) {
      known += 1;
      continue;
    }
    const added = isClash ? { ...event, id } : event;
    there.set(id, added);
    (isClash ? clashing : add).push(added);
  }
  return {
    add,
    clashing,
    known,
    otherSite: backup.site === site ? null : (backup.site ?? ''),
    words: wordsOf(add.length, known, clashing.length, backup),
  };
}

function inTwo(events: readonly LogEvent[]): LogEvent[] {
  return [...events.filter((event) => !isUndo(event)), ...events.filter(isUndo)];
}

function wordsOf(added: number, known: number, clashing: number, { unreadable }: Backup): string {
  const { length } = unreadable;
  return words.importPlan({ added, known, clashing, unreadable: length, lines: linesInWords(unreadable) });
}

/** Numbers of lines in few words: `3, 7–9 and 12 more`. */
function linesInWords(unreadable: readonly Unreadable[]): string {
  const runs: [first: number, last: number][] = [];
  for (const { line } of unreadable) {
    const run = runs.at(-1);
    if (run && run[1] === line - 1) run[1] = line;
    else runs.push([line, line]);
  }
  const shownRuns = runs.slice(0, LISTED);
  const more = runs.slice(LISTED).reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const named = shownRuns.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return words.linesAndMore(named, more);
}

/** Eleven signs that tell texts apart (cyrb53); not for secrets. */
function hashOf(text: string): string {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let n = 0; n < text.length; n += 1) {
    const code = text.charCodeAt(n);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & other) + (one >>> 0)).toString(36);
}
