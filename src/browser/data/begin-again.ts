/** Beginning again with a topic, and taking that back. */
import * as words from '#words';
import type { Deck } from '../../core/card.ts';
import type { LogEvent } from '../../core/event.ts';
import { type Reset, resetOf, resetsIn, undoOf } from '../../core/resets.ts';
import { found } from '../found.ts';
import { type History, now } from '../history.ts';
import { newDevice } from '../log/database.ts';
import { merge } from '../log/merge.ts';
import { dateInWords } from '../numbers.ts';

export class BeginAgain {
  readonly #page: HTMLElement;
  readonly #history: History;
  readonly #decks: readonly Deck[];
  readonly #say: (words: string) => void;

  /** `say` tells the learner what came of it. */
  constructor(page: HTMLElement, history: History, decks: readonly Deck[], say: (words: string) => void) {
    this.#page = page;
    this.#history = history;
    this.#decks = decks;
    this.#say = say;
    found(page, '#_topic').replaceChildren(...decks.map(({ title, topic }) => new Option(title, topic)));
    this.show();
  }

  /** Shows what was reset and can be taken back. */
  show(): void {
    const resets = resetsIn(this.#history.log.events);
    const list = found(this.#page, '[data-resets]');
    list.hidden = resets.length === 0;
    list.replaceChildren(...resets.map((reset) => this.#item(reset)));
  }

  /** Asks whether it is meant. */
  ask(): void {
    const deck = this.#chosen();
    const { memories } = this.#history;
    const count = deck?.cards.filter(({ id }) => memories.of(id)).length ?? 0;
    if (!deck || count === 0) {
      this.#say(words.nothingReviewedOf(deck?.title ?? null));
      return;
    }
    const sure = found(this.#page, '[data-sure]');
    found(sure, 'p').textContent = words.wouldCountAsNew(count, deck.title);
    sure.hidden = false;
    sure.focus();
  }

  /** Leaves everything as it is. */
  leave(): void {
    found(this.#page, '[data-sure]').hidden = true;
    found(this.#page, '[data-do="ask"]').focus();
  }

  /** Resets the topic that was chosen. */
  async reset(): Promise<void> {
    const deck = this.#chosen();
    this.leave();
    if (!deck) return;
    const cards = deck.cards.map(({ id }) => id);
    const events = resetOf(cards, deck.topic, this.#history.memories, newDevice(), now());
    await this.#merge(events, words.youBeginAgain(deck.title));
  }

  #chosen(): Deck | undefined {
    const { value } = found<HTMLSelectElement>(this.#page, '#_topic');
    return this.#decks.find(({ topic }) => topic === value);
  }

  #item(reset: Reset): HTMLElement {
    const title = this.#decks.find(({ topic }) => topic === reset.topic)?.title ?? reset.topic;
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'act',
      textContent: words.takeItBack,
    });
    button.setAttribute('aria-label', words.takeItBackOf(title));
    button.addEventListener('click', async () => {
      await this.#merge(undoOf(reset, newDevice(), now()), words.isAsItWas(title));
      found(this.#page, '#_topic').focus();
    });
    const item = document.createElement('li');
    const said = document.createElement('span');
    said.append(words.resetOf(title, reset.remarks.length, dateInWords(reset.at)));
    item.append(said, button);
    return item;
  }

  async #merge(events: readonly LogEvent[], done: string): Promise<void> {
    try {
      await merge(this.#history.log, events);
      this.#say(done);
    } catch (error) {
      this.#say(words.notStored(String(Object(error).name), words.closeTabs));
    }
  }
}
