/** The two faces of a card, taken from the page of its note, where they are HTML already. */
import * as words from '#words';
import type { Card } from '../../core/card.ts';

export interface Face {
  /** Prompt and answer as they stand on the note's page, without ids, follow-up questions and hints' answers. */
  prompt: Node[];
  /** Whether the prompt is more than a line of words. */
  isLong: boolean;
  answer: Node[];
  /** Revision of the answer. */
  rev: string;
  /** Title of the note. */
  note: string;
  lang: string;
  dir: string;
  /** Address of the question on its page. */
  address: string;
}

/** Pages of notes, fetched once each. */
export class Faces {
  readonly #base: string;
  readonly #pages = new Map<string, Promise<Document>>();

  /** `base`: the site's base path. */
  constructor(base: string) {
    this.#base = base;
  }

  /** Fetches what `of` will need, and says nothing if it cannot. */
  expect(card: Card | undefined): void {
    if (card) this.#page(card.note).catch(() => undefined);
  }

  /** The faces of a card. Rejects where its page cannot be had, or has the question no more. */
  async of({ note, fragment }: Card): Promise<Face> {
    const page = await this.#page(note);
    const element = page.getElementById(fragment);
    const toggle = element?.matches('details')
      ? element
      : element?.querySelector<HTMLElement>(':scope > details:not(.hint)');
    const answer = toggle?.querySelector(':scope > .answer');
    const prompt = element?.querySelector(':scope > summary > .prompt, :scope > .prompt');
    if (!element || !answer || !prompt) throw new Error(words.noSuchQuestion(note, fragment));
    const address = `${this.#address(note)}#${encodeURIComponent(fragment)}`;
    const hints = [...element.querySelectorAll(':scope > .hint')];
    return {
      prompt: [...this.#cleaned(prompt, note), ...hints.flatMap((hint) => this.#whole(hint, note))],
      isLong: !element.matches('details'),
      answer: this.#cleaned(answer, note),
      rev: element.dataset['revision'] ?? '',
      note: page.querySelector('h1')?.textContent ?? '',
      lang: page.querySelector<HTMLElement>('article.note')?.lang || page.documentElement.lang,
      dir: getComputedDir(page),
      address,
    };
  }

  #address(note: string): string {
    return this.#base + encodeURI(note.slice(1));
  }

  #page(note: string): Promise<Document> {
    const known = this.#pages.get(note);
    if (known) return known;
    const asked = fetch(this.#address(note)).catch(() => {
      throw new Error(words.noteNotFetched);
    });
    const page = asked.then(async (answer) => {
      if (!answer.ok) throw new Error(words.notePageMissing(answer.status));
      return new DOMParser().parseFromString(await answer.text(), 'text/html');
    });
    this.#pages.set(note, page);
    // What could not be had is asked for again the next time.
    page.catch(() => this.#pages.delete(note));
    return page;
  }

  #whole(element: Element, note: string): Node[] {
    const box = document.createElement('div');
    box.append(document.importNode(element, true));
    return this.#cleaned(box, note);
  }

  #cleaned(of: Element, note: string): Node[] {
    const copy = document.importNode(of, true);
    for (const follow of copy.querySelectorAll('.question, .questions, .group, .number')) follow.remove();
    for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
    for (const link of copy.querySelectorAll('a[href^="#"]')) {
      link.setAttribute('href', this.#address(note) + link.getAttribute('href'));
    }
    return [...copy.childNodes];
  }
}

function getComputedDir(page: Document): string {
  return page.querySelector<HTMLElement>('article.note')?.dir || 'auto';
}
