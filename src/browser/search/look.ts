/** One look into the index: notes with all of the words, or else those with the most of them. */
import { fetched } from './fetched.ts';
import type { Shown } from './found-list.ts';
import type { FoundAt, SearchIndex, Sought } from './index-files.ts';

/** What was found. */
export interface Found {
  notes: Shown[];
  /** Notes that can be fetched when they are asked for. */
  rest: (() => Promise<FoundAt>)[];
  /** How many notes there are in all. */
  count: number;
  /** True where no note has all of the words, and these have some. */
  isSome: boolean;
}

/** Looks for notes; `hits` makes of one what is shown of it, or null. Fetches those that are shown at first. */
export async function look(
  index: SearchIndex,
  sought: Sought,
  hits: (note: FoundAt) => Shown | null,
): Promise<Found> {
  const ofAll = await found(await index.search(sought), hits);
  const { terms, isPhrase } = sought;
  // The index takes the first letters of a word where it has nothing better: what it found may lack the word.
  if (isPhrase || terms.length < 2 || ofAll.notes.some(({ has }) => has === terms.length)) return ofAll;
  return { ...(await found(await index.searchSome(sought), hits)), isSome: true };
}

async function found(
  all: readonly (() => Promise<FoundAt>)[],
  hits: (note: FoundAt) => Shown | null,
): Promise<Found> {
  const { notes, rest, dropped } = await fetched(all, hits);
  return { notes, rest, count: notes.length === 0 ? 0 : all.length - dropped, isSome: false };
}
