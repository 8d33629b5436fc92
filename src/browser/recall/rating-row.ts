/** The row under an answer that asks how it went, and tells when the question comes back. */
import * as words from '#words';
import type { Rating } from '../../core/event.ts';
import { type History, now } from '../history.ts';
import { type CardOnPage, ownText } from './cards.ts';
import { choicesOf, nameRatings, ratingOf, suggestRating } from './ratings.ts';
import { offerTicks, removeTicks } from './ticks.ts';
import { stepInWords } from './words.ts';

export class RatingRow {
  readonly #of: CardOnPage;
  readonly #history: History;
  readonly #say: (words: string) => void;
  readonly #row: HTMLElement;
  /** The rating of this attempt, once it was given. */
  #given: Rating | null = null;
  /** One thing after the other: a second rating takes the first one back, which must have been written by then. */
  #work: Promise<unknown> = Promise.resolve();

  /** Puts the row under the answer of `of`. `say` announces what happened. */
  constructor(of: CardOnPage, history: History, template: HTMLTemplateElement, say: (words: string) => void) {
    this.#of = of;
    this.#history = history;
    this.#say = say;
    const row = document.importNode(template.content, true).firstElementChild as HTMLElement;
    this.#row = row;
    row.addEventListener('click', (event) => this.#clicked(event));
    of.answer.querySelector(':scope > .ending')?.prepend(row);
    offerTicks(of.answer, (suggested) =>
      suggestRating(this.#buttons(), suggested, history.memories.settings),
    );
    this.show();
  }

  /** Shows what each rating would lead to, as the history stands. */
  show(): void {
    const { memories } = this.#history;
    const preview = this.#given ? null : memories.preview(this.#of.card, now());
    nameRatings(this.#buttons(), memories.settings);
    for (const button of this.#buttons()) {
      const when = button.querySelector('small');
      if (preview && when) when.textContent = stepInWords(preview[ratingOf(button)]);
    }
    const more = this.#row.querySelector('[data-do="ratings"]');
    if (more) more.textContent = memories.settings.fourRatings ? words.twoRatings : words.fourRatings;
    const undo = this.#row.querySelector<HTMLButtonElement>('[data-do="undo"]');
    if (undo) undo.hidden = memories.last(this.#of.card) === null;
  }

  /** Rates by the n-th choice, from 1. Returns false where there is none. */
  choose(place: number): boolean {
    const rating = choicesOf(this.#history.memories.settings)[place - 1];
    if (rating !== undefined) this.rate(rating);
    return rating !== undefined;
  }

  /** Writes the rating down; a second one replaces the first. */
  rate(rating: Rating): void {
    const before = this.#given;
    if (rating === before) return;
    this.#given = rating;
    this.#press();
    removeTicks(this.#of.answer);
    this.#work = this.#work.then(() => this.#write(rating, before !== null));
  }

  async #write(rating: Rating, isSecond: boolean): Promise<void> {
    const { card, rev, answer } = this.#of;
    const history = this.#history;
    if (isSecond) await history.undo(card);
    const step = history.memories.preview(card, now())[rating];
    await history.rate(card, rating, rev);
    // Only now: what the reader did comes first.
    history.log.keepAnswer(card, rev, ownText(answer));
    const saved = history.log.saving.state === 'unsaved' ? words.notSavedYet : words.saved;
    const word = this.#row.querySelector('[aria-pressed="true"] > span')?.textContent;
    this.#tell(saved);
    this.#say(`${words.backIn(word ?? '', stepInWords(step))} ${saved}`);
  }

  /** Takes the last review of this card back. */
  undo(): void {
    this.#work = this.#work.then(async () => {
      if ((await this.#history.undo(this.#of.card)) === null) return;
      this.reset();
      this.#say(words.takenBack);
    });
  }

  /** As if it had not been rated: its last review was taken back. */
  reset(): void {
    this.#given = null;
    this.#press();
    this.#tell('');
    this.show();
  }

  /** Goes away without a rating. */
  skip(): void {
    const hadFocus = this.#row.contains(document.activeElement);
    removeTicks(this.#of.answer);
    this.#row.remove();
    if (hadFocus) this.#of.summary.focus();
  }

  /** Whether it still stands on the page. */
  get isOffered(): boolean {
    return this.#row.isConnected;
  }

  #clicked({ target }: Event): void {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button) return;
    const command = button.dataset['do'];
    if (command === 'skip') this.skip();
    else if (command === 'undo') this.undo();
    else if (command === 'ratings')
      this.#history.remark(null, 'fourRatings', !this.#history.memories.settings.fourRatings);
    else this.rate(ratingOf(button));
  }

  #press(): void {
    for (const button of this.#buttons())
      button.ariaPressed = this.#given && String(ratingOf(button) === this.#given);
  }

  #tell(said: string): void {
    const place = this.#row.querySelector('.rated');
    if (place) place.textContent = said;
  }

  #buttons(): HTMLButtonElement[] {
    return [...this.#row.querySelectorAll<HTMLButtonElement>('[data-rate]')];
  }
}
