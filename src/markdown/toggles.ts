/**
 * Finds the toggles of a note as a tree, from the masked source.
 *
 * Real notes forget, misspell and misplace tags. The tree is repaired only where the tags do not
 * balance, and every repair is told.
 */

import { type Tag, tags } from './tags.ts';
import { likelyEnd, outgrown } from './unclosed.ts';

/** So many toggles that nobody closed are put right; in a note with more of them nothing is certain. */
const ROUNDS = 200;

/** What had to be repaired, for the report. */
export type Repair = 'unclosed' | 'unopened' | 'misclosed' | 'unclosed-summary' | 'stray' | 'misspelt';

export interface Range {
  /** Offset of the first character. */
  start: number;
  /** Offset after the last character. */
  end: number;
}

/** A `<details>` element of the source. All numbers are offsets into the source. */
export interface Toggle extends Range {
  /** What stands between `<summary>` and `</summary>`, or null where there is no summary. */
  summary: Range | null;
  body: Range;
  children: Toggle[];
  parent: Toggle | null;
}

export interface ToggleTree {
  toggles: Toggle[];
  repairs: { kind: Repair; offset: number; tag: string }[];
  /** Tags that belong to nothing: left out of the text. */
  strays: Range[];
}

interface Draft extends Toggle {
  closed: boolean;
  openTag: Tag;
  openSummary: Tag | null;
}

function draftAt(tag: Tag, end: number, parent: Draft | null): Draft {
  return {
    start: tag.start,
    end,
    summary: null,
    body: { start: tag.end, end },
    children: [],
    parent,
    closed: false,
    openTag: tag,
    openSummary: null,
  };
}

/** True for a summary outside any toggle whose `</details>` is there: only the `<details>` before it was forgotten. */
function lacksOpener(all: Tag[], at: number): boolean {
  const [close, end] = [all[at + 1], all[at + 2]];
  return close?.name === 'summary' && close.closing && end?.name === 'details' && end.closing;
}

/** One pass with a stack. `ends` are offsets where the toggle opened at a given offset is closed although no tag says so. */
function build(masked: string, all: Tag[], ends: Map<number, number>): ToggleTree & { unclosed: Draft[] } {
  const roots: Toggle[] = [];
  const stack: Draft[] = [];
  const repairs: ToggleTree['repairs'] = [];
  const strays: Range[] = [];

  const close = (draft: Draft, bodyEnd: number, end: number): void => {
    if (draft.openSummary !== null)
      endSummary(draft, Math.min(bodyEnd, lineEnd(masked, draft.openSummary.end)));
    draft.body.end = Math.max(draft.body.start, bodyEnd);
    draft.end = Math.max(end, draft.body.end);
    draft.closed = true;
    stack.splice(stack.indexOf(draft));
  };
  const endSummary = (draft: Draft, at: number, after = at): void => {
    if (draft.openSummary === null) return;
    const start = draft.openSummary.end;
    if (at === after)
      repairs.push({
        kind: 'unclosed-summary',
        offset: draft.openSummary.start,
        tag: draft.openSummary.text,
      });
    draft.summary = { start, end: Math.max(start, at) };
    draft.body.start = Math.max(start, after);
    draft.openSummary = null;
  };
  /** A summary that is still open when something else begins ends with its line, or with its paragraph. */
  const giveUpSummary = (draft: Draft, before: number): void => {
    if (draft.openSummary === null) return;
    const from = draft.openSummary.end;
    const firstLine = lineEnd(masked, from);
    const onLine = masked.slice(from, Math.min(firstLine, before)).trim() !== '';
    const paragraph = masked.slice(from, before).search(/\S[^\n]*\n[ \t]*\n/);
    const paragraphEnd =
      paragraph === -1 ? before : from + paragraph + masked.slice(from + paragraph).search(/\n[ \t]*\n/);
    endSummary(draft, Math.min(before, onLine ? firstLine : paragraphEnd));
  };

  for (let i = 0; i < all.length; i++) {
    const tag = all[i];
    if (tag === undefined) continue;
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const due = [...stack]
        .reverse()
        .find((draft) => (ends.get(draft.start) ?? Number.POSITIVE_INFINITY) <= tag.start);
      if (due === undefined) break;
      const at = ends.get(due.start) ?? tag.start;
      giveUpSummary(due, at);
      close(due, at, at);
    }
    const top = stack.at(-1);
    if (tag.name === 'details' && !tag.closing) {
      if (top !== undefined) giveUpSummary(top, tag.start);
      const draft = draftAt(tag, masked.length, top ?? null);
      (top?.children ?? roots).push(draft);
      stack.push(draft);
    } else if (tag.name === 'details') {
      if (top === undefined) {
        strays.push({ start: tag.start, end: tag.end });
        repairs.push({ kind: 'stray', offset: tag.start, tag: tag.text });
        continue;
      }
      giveUpSummary(top, tag.start);
      close(top, tag.start, tag.end);
    } else if (!tag.closing) {
      if (top === undefined && lacksOpener(all, i)) {
        repairs.push({ kind: 'unopened', offset: tag.start, tag: tag.text });
        const draft = draftAt({ ...tag, end: tag.start }, masked.length, null);
        draft.openSummary = tag;
        roots.push(draft);
        stack.push(draft);
      } else if (top === undefined) {
        strays.push({ start: tag.start, end: tag.end });
        repairs.push({ kind: 'stray', offset: tag.start, tag: tag.text });
      } else if (top.openSummary !== null) {
        // `<summary>question<summary>`: the second one was meant to close.
        repairs.push({ kind: 'unclosed-summary', offset: tag.start, tag: tag.text });
        const open = top.openSummary;
        top.summary = { start: open.end, end: tag.start };
        top.body.start = tag.end;
        top.openSummary = null;
      } else if (
        top.summary === null &&
        /^[\s>]*$/.test(masked.slice(top.body.start, tag.start)) &&
        top.children.length === 0
      ) {
        top.openSummary = tag;
      } else {
        strays.push({ start: tag.start, end: tag.end });
        repairs.push({ kind: 'stray', offset: tag.start, tag: tag.text });
      }
    } else if (top?.openSummary != null) {
      endSummary(top, tag.start, tag.end);
    } else {
      const next = all[i + 1];
      const closesNext = next?.name === 'details' && next.closing;
      if (
        top !== undefined &&
        !closesNext &&
        masked.slice(lineStart(masked, tag.start), tag.start).trim() === ''
      ) {
        repairs.push({ kind: 'misclosed', offset: tag.start, tag: tag.text });
        close(top, tag.start, tag.end);
      } else {
        strays.push({ start: tag.start, end: tag.end });
        repairs.push({ kind: 'stray', offset: tag.start, tag: tag.text });
      }
    }
  }
  const unclosed = [...stack];
  for (const draft of [...stack].reverse()) {
    const at = Math.min(ends.get(draft.start) ?? masked.length, draft.parent?.end ?? masked.length);
    giveUpSummary(draft, at);
    close(draft, at, at);
  }
  for (const tag of all) {
    if (!/^<\/?(?:details|summary)\b/i.test(tag.text) || !tag.text.endsWith('>')) {
      repairs.push({ kind: 'misspelt', offset: tag.start, tag: tag.text });
    }
  }
  return { toggles: roots, repairs, strays, unclosed };
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/**
 * Reads the toggles of a masked source.
 *
 * Tags that balance are taken as they are, unless a toggle holds the question that comes after it. A toggle left open ends at the next list marker or heading
 * that is indented less, at the next question of the same numbering, heading of the same rank, thematic
 * break or sibling toggle, if that lowers the number of tags without a partner; else at the end of the file.
 */
export function readToggles(masked: string): ToggleTree {
  const all = tags(masked);
  const ends = new Map<number, number>();
  let tree = build(masked, all, ends);
  for (let round = 0; round < ROUNDS; round++) {
    const toggle = outgrown(masked, tree.toggles);
    if (toggle === null) break;
    ends.set(toggle.start, toggle.end);
    tree = build(masked, all, ends);
  }
  for (let round = 0; tree.unclosed.length > 0 && round < ROUNDS; round++) {
    const draft = tree.unclosed.find((candidate) => !ends.has(candidate.start));
    if (draft === undefined) break;
    const end = likelyEnd(masked, draft.start);
    ends.set(draft.start, end ?? masked.length);
    const next = build(masked, all, ends);
    const cost = (t: typeof tree): number =>
      t.unclosed.filter((d) => !ends.has(d.start)).length + t.strays.length;
    if (end !== null && cost(next) > cost(tree) && next.strays.length > tree.strays.length) {
      ends.set(draft.start, masked.length);
      tree = build(masked, all, ends);
    } else tree = next;
  }
  for (const start of ends.keys()) tree.repairs.push({ kind: 'unclosed', offset: start, tag: '<details>' });
  return { toggles: tree.toggles, repairs: tree.repairs, strays: tree.strays };
}
