/** `<study-search>`: looks through all notes while one types, and keeps what is looked for in the address. */
import * as words from '#words';
import { type NamedTopic, quoted, type SearchAddress } from '../../core/search-address.ts';
import { hitsIn } from '../../core/search-hits.ts';
import { termsOf } from '../../core/search-words.ts';
import { found } from '../found.ts';
import { History, now } from '../history.ts';
import { areKeysOn, keyOf, switchKeys } from '../keys.ts';
import { fetched } from './fetched.ts';
import { FoundList, type Shown } from './found-list.ts';
import { type FoundAt, SearchIndex } from './index-files.ts';
import { look } from './look.ts';
import { move } from './move.ts';
import { SearchForm } from './search-form.ts';

const BASE = import.meta.env.BASE_URL;
/** In ms, after which it is said that the index is still fetched. */
const PATIENCE = 300;
/** In ms: a single letter is in nearly every note, and mostly a second one follows before that. */
const FIRST_LETTER = 150;
/** Parts of an answer to the search that can have the focus. */
const STOPS = '[data-found] :is(a, button), [data-more]:not([hidden])';

class StudySearch extends HTMLElement {
  #form!: SearchForm;
  #topics: NamedTopic[] = [];
  #list!: FoundList;
  #index: Promise<SearchIndex> | undefined;
  #isOpening = false;
  #history: History | undefined;
  /** Looks for what comes next as long as there is something; what came between is left out. */
  #looking: Promise<void> | undefined;
  #next: SearchAddress | undefined;
  #rest: (() => Promise<FoundAt>)[] = [];

  connectedCallback(): void {
    this.#topics = JSON.parse(this.dataset['topics'] ?? '[]');
    this.#form = new SearchForm(this, this.#topics);
    this.#list = new FoundList(found(this, '[data-found]'), (card) => this.#spoils(card));
    this.#followKeys();
    const form = found(this, 'form');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#goToFirst();
    });
    form.addEventListener('input', () => {
      this.#form.complain([]);
      this.#ask();
    });
    this.#form.input.addEventListener('focus', () => this.#open(), { once: true });
    // Who follows a hit at once comes back to what was looked for.
    found(this, '[data-found]').addEventListener('click', () => this.#form.write());
    found(this, '[data-more]').addEventListener('click', () => this.#showMore());
    this.#read();
  }

  /** Takes over what the address asks for. */
  #read(): void {
    const { input } = this.#form;
    this.#form.read();
    if (input.value.trim() === '') {
      this.dataset['ready'] = '';
      input.focus({ preventScroll: true });
    } else {
      this.#ask().finally(() => {
        this.dataset['ready'] = '';
      });
    }
  }

  /** Looks for what the form says, after what is being looked for. */
  #ask(): Promise<void> {
    this.#next = this.#form.asked();
    this.#form.writeSoon();
    this.#looking ??= this.#lookOn();
    return this.#looking;
  }

  async #lookOn(): Promise<void> {
    while (this.#next) {
      const address: SearchAddress = this.#next;
      this.#next = undefined;
      await this.#look(address).catch((error: Error) => this.#fail(error));
    }
    this.#looking = undefined;
  }

  /** Leads to the first note, once it is there; unless one has gone on typing. */
  async #goToFirst(): Promise<void> {
    const { value } = this.#form.input;
    await this.#looking;
    if (this.#form.input.value === value) this.#stops()[0]?.focus();
  }

  async #look({ query, topic, level }: SearchAddress): Promise<void> {
    const terms = termsOf(query);
    if (terms.length === 0) {
      this.#rest = [];
      this.#list.show([], 'instead');
      this.#say(query.trim() === '' ? '' : words.nothingToLookFor(quoted(query.trim())));
      return this.#shown(query, false);
    }
    const isPhrase = /^\s*["“„«].*["”“»]\s*$/su.test(query);
    const slow = setTimeout(() => this.#say(words.fetchingIndex), PATIENCE);
    const index = await this.#open().finally(() => clearTimeout(slow));
    if (/^[!-~]$/.test(terms.join())) await new Promise((resolve) => setTimeout(resolve, FIRST_LETTER));
    if (this.#next) return;
    const sought = { terms, isPhrase, topic, level };
    const { notes, rest, count, isSome } = await look(index, sought, (each) =>
      this.#hits(each, terms, level),
    );
    if (this.#next) return;
    this.#rest = rest;
    this.#list.show(notes, 'instead');
    if (count === 0) this.#say(words.nothingFound(quoted(query.trim()), topic !== null || level !== null));
    else this.#say(isSome ? words.foundSomeIn(count) : words.foundIn(count));
    this.#shown(query, count > 0 && rest.length > 0);
  }

  #hits(note: FoundAt, terms: readonly string[], level: SearchAddress['level']): Shown | null {
    const hits = hitsIn(note, terms, level);
    const { address } = note;
    const topic = this.#topics
      .filter(({ route }) => route !== '/' && address.startsWith(BASE + encodeURI(route.slice(1))))
      .reduce<NamedTopic | null>(
        (best, each) => (best && best.route.length > each.route.length ? best : each),
        null,
      );
    return hits && { ...hits, address, topic: topic?.title ?? '' };
  }

  async #showMore(): Promise<void> {
    const { query, level } = this.#form.asked();
    const terms = termsOf(query);
    const before = this.#rest;
    try {
      const { notes, rest } = await fetched(before, (each) => this.#hits(each, terms, level));
      // Something else was looked for meanwhile.
      if (this.#rest !== before) return;
      this.#rest = rest;
      const first = this.#list.show(notes, 'after');
      (first?.querySelector('a') ?? this.#stops().at(-1) ?? this.#form.input).focus();
      this.#shown(query, rest.length > 0);
    } catch (error) {
      this.#fail(error as Error);
    }
  }

  #shown(query: string, hasMore: boolean): void {
    found(this, '[data-more]').hidden = !hasMore;
    this.dataset['shown'] = query;
  }

  /** The index and the history, fetched when search is first used. */
  #open(): Promise<SearchIndex> {
    this.#index ??= SearchIndex.open(BASE).catch((error) => {
      this.#index = undefined;
      throw error;
    });
    this.#openHistory();
    return this.#index;
  }

  async #openHistory(): Promise<void> {
    if (this.#isOpening) return;
    this.#isOpening = true;
    this.#history = await History.open(BASE);
    this.#list.settle();
  }

  /** Null until the history is known. */
  #spoils(card: string): boolean | null {
    if (!this.#history) return null;
    const { memories } = this.#history;
    const memory = memories.of(card);
    return memory !== undefined && memories.isDue(memory, now());
  }

  #followKeys(): void {
    const keys = found<HTMLInputElement>(this, '[data-keys]');
    keys.checked = areKeysOn();
    keys.addEventListener('change', () => switchKeys(keys.checked));
    document.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (keyOf(event) === '/') {
        event.preventDefault();
        this.#form.input.focus();
        this.#form.input.select();
      } else if (event.target instanceof Element && this.contains(event.target))
        this.#move(event, event.target);
    });
  }

  #move(event: KeyboardEvent, target: Element): void {
    const isHandled = move(event.key, target, this.#form.input, this.#stops(), () => {
      this.#form.input.value = '';
      this.#ask();
    });
    if (isHandled) event.preventDefault();
  }

  #stops(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(STOPS)];
  }

  #say(said: string): void {
    found(this, '[data-said]').textContent = said;
  }

  #fail(error: Error): void {
    console.warn(`Search failed: ${error.message}`);
    this.#list.show([], 'instead');
    this.#say('');
    this.#form.complain([words.noSearchIndex]);
    this.#shown(this.#form.input.value, false);
  }
}

customElements.define('study-search', StudySearch);
