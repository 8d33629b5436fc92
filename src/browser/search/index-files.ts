/** The search index of the site, as Pagefind reads it. Nothing of it is fetched before it is opened. */
import type { Level } from '../../core/note.ts';
import type { FoundNote } from '../../core/search-hits.ts';

/** What Pagefind gives of a document. */
interface Fragment {
  content: string;
  locations: number[];
  anchors: { id: string; title?: string; location: number }[];
  /** As it was indexed: the address below the site's base. */
  raw_url: string;
}

interface Pagefind {
  init: () => Promise<void>;
  search: (
    term: string,
    options: { filters: Record<string, string> },
  ) => Promise<{ results: { data: () => Promise<Fragment> }[] }>;
}

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
  async search({ terms, isPhrase, topic, level }: Sought): Promise<(() => Promise<FoundAt>)[]> {
    const words = terms.join(' ');
    const { results } = await this.#pagefind.search(isPhrase ? `"${words}"` : words, {
      filters: { ...(topic === null ? {} : { topic }), ...(level === null ? {} : { level }) },
    });
    return results.map(({ data }) => async () => {
      const { content, locations, anchors, raw_url } = await data();
      return { content, locations, anchors, address: this.#base + raw_url };
    });
  }
}
