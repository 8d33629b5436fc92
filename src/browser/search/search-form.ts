/** What the search asks for: the words and choices of its form, and the address of the page that says the same. */
import {
  LONGEST,
  type NamedTopic,
  readSearch,
  type SearchAddress,
  writeSearch,
} from '../../core/search-address.ts';
import { found } from '../found.ts';

/** In ms without a change, before the address is written: browsers refuse to have it written all the time. */
const QUIET = 300;

export class SearchForm {
  /** Where the words are typed. */
  readonly input: HTMLInputElement;
  readonly #host: HTMLElement;
  readonly #topics: readonly NamedTopic[];
  #writing: ReturnType<typeof setTimeout> | undefined;

  /** The form in `host`, and the topics that its address may name. */
  constructor(host: HTMLElement, topics: readonly NamedTopic[]) {
    this.#host = host;
    this.#topics = topics;
    this.input = found(host, '[type="search"]');
  }

  /** Takes over what the address asks for, and says what of it cannot be. */
  read(): void {
    const { address, complaints } = readSearch(location.search, this.#topics);
    this.complain(complaints);
    this.input.value = address.query;
    this.#choice('topic').value = address.topic ?? '';
    this.#choice('level').value = address.level ?? '';
  }

  /** What the form says. */
  asked(): SearchAddress {
    const { value: topic } = this.#choice('topic');
    const { value: level } = this.#choice('level');
    return {
      query: this.input.value.slice(0, LONGEST).toWellFormed(),
      topic: topic || null,
      level: (level || null) as SearchAddress['level'],
    };
  }

  /** Has the address say what the form says. */
  write(): void {
    history.replaceState(history.state, '', location.pathname + writeSearch(this.asked()) + location.hash);
  }

  /** The same, once nothing has changed for a moment. */
  writeSoon(): void {
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.write(), QUIET);
  }

  /** Says what is wrong, above what was found; with nothing to say, nothing stands there. */
  complain(complaints: readonly string[]): void {
    const notice = found(this.#host, '[data-complaints]');
    notice.hidden = complaints.length === 0;
    notice.textContent = complaints.join(' ');
  }

  #choice(name: string): HTMLSelectElement {
    return found(this.#host, `select[name="${name}"]`);
  }
}
