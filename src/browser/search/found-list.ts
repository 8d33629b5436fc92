/** What was found, as elements. Every text of a note goes in as text. */
import * as words from '#words';
import type { Hit, NoteHits, Run } from '../../core/search-hits.ts';

/** Hits of a note that are shown at once. */
const AT_ONCE = 4;

/** A note with its hits, ready to be shown. */
export interface Shown extends NoteHits {
  /** Address of the note. */
  address: string;
  /** Title of its topic; empty where that says nothing. */
  topic: string;
}

/** Answers whether the answer of a card must not be given away: null while that is not known yet. */
export type Spoils = (card: string) => boolean | null;

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  names = '',
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (names) element.className = names;
  element.append(...children);
  return element;
}

const written = (runs: readonly Run[]): (Node | string)[] =>
  runs.map(({ text, marked }) => (marked ? make('mark', '', text) : text));

function link(address: string, runs: readonly Run[]): HTMLAnchorElement {
  const made = make('a', '', ...written(runs));
  made.href = address;
  made.dir = 'auto';
  return made;
}

function line(runs: readonly Run[]): HTMLElement {
  const made = make('p', 'excerpt', ...written(runs));
  made.dir = 'auto';
  return made;
}

/** The list of notes that were found, with their questions. */
export class FoundList {
  readonly #list: HTMLElement;
  readonly #spoils: Spoils;
  /** Excerpts that wait to be told whether they spoil something. */
  #waiting: (() => void)[] = [];

  constructor(list: HTMLElement, spoils: Spoils) {
    this.#list = list;
    this.#spoils = spoils;
  }

  /** Shows these notes, in place of those before or after them. Returns the first new one. */
  show(notes: readonly Shown[], place: 'instead' | 'after'): HTMLElement | undefined {
    if (place === 'instead') this.#waiting = [];
    const items = notes.map((note) => this.#note(note));
    if (place === 'instead') this.#list.replaceChildren(...items);
    else this.#list.append(...items);
    return items[0];
  }

  /** Shows the excerpts that waited, now that the answer is known. */
  settle(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const each of waiting) each();
  }

  #note({ title, hits, address, topic }: Shown): HTMLElement {
    const heading = make('h2', '', link(address, title));
    const item = make('li', '', heading);
    if (topic) {
      const where = make('p', 'quiet', topic);
      where.dir = 'auto';
      item.append(where);
    }
    const list = make('ul', 'hits', ...hits.slice(0, AT_ONCE).map((hit) => this.#hit(hit, address)));
    if (hits.length > 0) item.append(list);
    const rest = hits.slice(AT_ONCE);
    if (rest.length > 0) {
      const more = make('button', 'quiet', words.moreInThisNote(rest.length));
      more.type = 'button';
      more.addEventListener('click', () => {
        const items = rest.map((hit) => this.#hit(hit, address));
        list.append(...items);
        items[0]?.querySelector('a')?.focus();
        more.remove();
      });
      item.append(more);
    }
    return item;
  }

  #hit(hit: Hit, address: string): HTMLElement {
    const to = hit.id ? `${address}#${encodeURIComponent(hit.id)}` : address;
    // What stands before the first heading has none: there, what it says is the way to it.
    if (hit.heading.length === 0) return make('li', '', link(to, hit.excerpt));
    const item = make('li', '', link(to, hit.heading));
    if (hit.excerpt.length > 0) this.#excerpt(item, hit);
    return item;
  }

  #excerpt(item: HTMLElement, { card, excerpt }: Hit): void {
    const spoils = card === '' ? false : this.#spoils(card);
    if (spoils === null) this.#waiting.push(() => this.#excerpt(item, { card, excerpt } as Hit));
    else if (spoils) item.append(covered(excerpt));
    else item.append(line(excerpt));
  }
}

/** An excerpt that is not given away before it is asked for. */
function covered(excerpt: readonly Run[]): HTMLElement {
  const show = make('button', '', words.show);
  show.type = 'button';
  const cover = make('p', 'covered quiet', words.matchesInDue, show);
  show.addEventListener('click', () => {
    const shown = line(excerpt);
    shown.tabIndex = -1;
    cover.replaceWith(shown);
    shown.focus();
  });
  return cover;
}
