/** The search index of the site, as Pagefind reads it. Nothing of it is fetched before it is opened. */
import type { Level } from '../../core/note.ts';
import type { FoundNote } from '../../core/search-hits.ts';

/** What Pagefind gives of a document. */
interface Fragment {
  content: string;
  locations: number[];
  anchors: { id: string; location: number }[];
  /** As it was indexed: the address below the site's base. */
  raw_url: string;
}

interface Pagefind {
  init: () => Promise<void>;
  search: (term: string, options: { filters: Record<string, string> }) => Promise<{ results: Result[] }>;
}

interface Result {
  id: string;
  score: number;
  data: () => Promise<Fragment>;
}

/** Words that are looked for one by one, at most: each costs a search. */
const MOST_TERMS = 8;

/** What is looked for. */
export interface Sought {
  /** Words as the index has them. */
  terms: readonly string[];
  /** True where they have to stand side by side. */
  isPhrase: boolean;
  topic: string | null;
  level: Level | null;
}

/** A note in which something matches. */
export interface FoundAt extends FoundNote {
  /** Address of the note. */
  address: string;
}

export class SearchIndex {
  readonly #pagefind: Pagefind;
  readonly #base: string;

  private constructor(pagefind: Pagefind, base: string) {
    this.#pagefind = pagefind;
    this.#base = base;
  }

  /** Opens the index of the site at `base`. @throws TypeError where it cannot be fetched, as offline. */
  static async open(base: string): Promise<SearchIndex> {
    const script = `${base}pagefind/pagefind.js`;
    // An import that failed would load the page anew, and some browsers never try it again. A fetch may fail.
    const answer = await fetch(script);
    if (!answer.ok) throw new TypeError(`${script} was answered with ${answer.status}.`);
    await answer.blob();
    const pagefind: Pagefind = await import(/* @vite-ignore */ script);
    await pagefind.init();
    return new SearchIndex(pagefind, base);
  }

  /** The notes that match, the best first, each to be fetched by itself. */
  async search(sought: Sought): Promise<(() => Promise<FoundAt>)[]> {
    const words = sought.terms.join(' ');
    const results = await this.#results(sought.isPhrase ? `"${words}"` : words, sought);
    return results.map(
      ({ data }) =>
        () =>
          this.#note([data]),
    );
  }

  /** Notes that have as many of the words as any has, or one less, those with more of them first; fetched as by `search`. */
  async searchSome(sought: Sought): Promise<(() => Promise<FoundAt>)[]> {
    const found = new Map<string, { score: number; parts: Result['data'][] }>();
    for (const term of sought.terms.slice(0, MOST_TERMS)) {
      for (const { id, score, data } of await this.#results(term, sought)) {
        const before = found.get(id) ?? { score: 0, parts: [] };
        found.set(id, { score: before.score + score, parts: [...before.parts, data] });
      }
    }
    const notes = [...found.values()];
    const most = Math.max(...notes.map(({ parts }) => parts.length));
    return notes
      .filter(({ parts }) => parts.length >= most - 1)
      .sort((one, other) => other.parts.length - one.parts.length || other.score - one.score)
      .map(
        ({ parts }) =>
          () =>
            this.#note(parts),
      );
  }

  async #results(words: string, { topic, level }: Sought): Promise<Result[]> {
    const { results } = await this.#pagefind.search(words, {
      filters: { ...(topic === null ? {} : { topic }), ...(level === null ? {} : { level }) },
    });
    return results;
  }

  /** The note of these results, each of which knows the places of its own words. */
  async #note(parts: readonly Result['data'][]): Promise<FoundAt> {
    const places = new Set<number>();
    let note: Fragment | undefined;
    // One after the other: Pagefind writes the places of all into one object.
    for (const data of parts) {
      note = await data();
      for (const place of note.locations) places.add(place);
    }
    const { content, anchors, raw_url } = note as Fragment;
    const locations = [...places].sort((one, other) => one - other);
    return { content, locations, anchors, address: this.#base + raw_url };
  }
}
