/**
 * Facts that age: numbers, prices and dates that stand in one file, `facts.yaml`, with their day and source.
 *
 * A note writes `<data value="fact-id">20 GiB</data>`, which GitHub shows as plain text. The page shows the
 * value of the file, so that one edit brings every note up to date.
 */
import type { Root } from 'hast';
import { parseDocument } from 'yaml';
import type { Problems } from './problems.ts';
import { textOf } from './render.ts';
import { visit } from './visit.ts';

export interface Fact {
  value: string;
  /** Day on which the value was checked, `YYYY-MM-DD`. */
  asOf: string;
  /** Address of the source. */
  source: string;
  /** Days after which the fact is to be checked again. */
  reviewDays: number;
  /** 1-based line in the file. */
  line: number;
}

export type Facts = ReadonlyMap<string, Fact>;

export interface FactsReading {
  facts: Facts;
  /** What is wrong with the file, by line. */
  faults: { line: number; message: string }[];
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

function faultOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null)
    return 'is not a list of value, asOf, source and reviewDays';
  const { value, asOf, source, reviewDays } = entry as Record<string, unknown>;
  if (typeof value !== 'string' || value.trim() === '')
    return 'has no value, or one that is not text in quotes';
  if (typeof asOf !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(Date.parse(asOf)))
    return 'has no day of its last check: write asOf as YYYY-MM-DD';
  if (typeof source !== 'string' || !/^https:\/\//.test(source))
    return 'has no source: write the https address where it can be checked';
  if (typeof reviewDays !== 'number' || !(reviewDays > 0))
    return 'has no review interval: write reviewDays as a number of days';
  return null;
}

/** Reads the text of a `facts.yaml`. */
export function readFacts(source: string): FactsReading {
  const document = parseDocument(source, { schema: 'core', uniqueKeys: true });
  const faults = document.errors.map((fault) => ({
    line: fault.linePos?.[0].line ?? 1,
    message: `facts.yaml cannot be read: ${fault.message.split('\n')[0] ?? ''}`,
  }));
  const facts = new Map<string, Fact>();
  if (faults.length > 0) return { facts, faults };
  const contents = document.contents;
  const pairs = contents !== null && 'items' in contents ? contents.items : [];
  for (const pair of pairs) {
    if (!('key' in pair)) continue;
    const key = pair.key as { value: unknown; range?: [number, number, number] };
    const id = String(key.value);
    const line = lineAt(source, key.range?.[0] ?? 0);
    const entry = (pair.value as { toJSON: () => unknown } | null)?.toJSON() ?? null;
    const fault = faultOf(entry);
    if (fault === null) facts.set(id, { ...(entry as Omit<Fact, 'line'>), line });
    else
      faults.push({ line, message: `The fact “${id}” ${fault}. A page that shows it could not be trusted.` });
  }
  return { facts, faults };
}

/** True once `fact` is older than its review interval. `now` is epoch ms. */
export function isStale(fact: Fact, now: number): boolean {
  return now - Date.parse(fact.asOf) > fact.reviewDays * 86_400_000;
}

/**
 * Puts the values of the file into `<data>` elements that name a fact. Returns the day on which the one checked
 * longest ago was checked, or null where the note has none.
 */
export function settleFacts(tree: Root, facts: Facts, problems: Problems): string | null {
  let oldest: string | null = null;
  if (facts.size === 0) return oldest;
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'data') return;
    const id = String(node.properties['value'] ?? '');
    const fact = facts.get(id);
    const place = { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
    if (fact === undefined) {
      problems.add('unknown-fact', place, id);
      return;
    }
    const written = textOf([node]);
    if (written !== fact.value)
      problems.add('changed-fact', place, `The text says “${written}”, the fact “${id}” is “${fact.value}”`);
    if (oldest === null || fact.asOf < oldest) oldest = fact.asOf;
    node.children = [{ type: 'text', value: fact.value }];
    node.properties = { className: ['fact'], value: id, title: `as of ${fact.asOf}` };
  });
  return oldest;
}
