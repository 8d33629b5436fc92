/** Questions that were put aside, and having them asked again. */
import * as words from '#words';
import type { Card, Deck } from '../../core/card.ts';
import { BURY, SUSPEND } from '../../core/memory.ts';
import { headline } from '../../core/prompt.ts';
import { linkToCard } from '../card-link.ts';
import { found } from '../found.ts';
import { type History, now } from '../history.ts';
import { make } from '../make.ts';

export class PutAside {
  readonly #section: HTMLElement;
  readonly #history: History;
  readonly #cards: readonly Card[];
  readonly #say: (words: string) => void;

  /** `say` tells the learner what came of it. */
  constructor(page: HTMLElement, history: History, decks: readonly Deck[], say: (words: string) => void) {
    this.#section = found(page, '[data-aside]');
    this.#history = history;
    this.#cards = decks.flatMap(({ cards }) => cards);
    this.#say = say;
    this.show();
  }

  /** Lists what is put aside, and keeps the focus in the list. */
  show(): void {
    const list = found(this.#section, 'ul');
    const buttons = [...list.querySelectorAll('button')];
    const focused = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const { memories } = this.#history;
    const moment = now();
    const aside = this.#cards.filter(({ id }) => memories.isSuspended(id) || memories.isBuried(id, moment));
    this.#section.hidden = aside.length === 0;
    list.replaceChildren(...aside.map((card) => this.#item(card, memories.isSuspended(card.id))));
    if (focused < 0) return;
    const next = [...list.querySelectorAll('button')];
    (next[focused] ?? next.at(-1) ?? document.querySelector<HTMLElement>('h1'))?.focus();
  }

  #item(card: Card, isSuspended: boolean): HTMLElement {
    const prompt = headline(card.prompt);
    const button = make(
      'button',
      { type: 'button', class: 'act', 'aria-label': words.namely(words.askAgain, prompt) },
      words.askAgain,
    );
    button.addEventListener('click', async () => {
      const { memories } = this.#history;
      // On two devices it may have been put aside in two ways.
      if (memories.isBuried(card.id, now())) await this.#history.remark(card.id, BURY, null);
      if (memories.isSuspended(card.id)) await this.#history.remark(card.id, SUSPEND, false);
      this.#say(words.isAskedAgain(prompt));
    });
    const how = isSuspended ? words.isSuspended : words.isPutOff;
    return make('li', {}, make('span', {}, linkToCard(card), `, ${how}`), button);
  }
}
