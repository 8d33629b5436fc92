/** What lies on the table: the card, its answer once it was asked for, and what can be done. */
import * as words from '#words';
import type { Card, Deck } from '../../core/card.ts';
import type { Rating } from '../../core/event.ts';
import type { Memories } from '../../core/memory.ts';
import { headline } from '../../core/prompt.ts';
import { type Outcome, progressOf, type Sitting, shown } from '../../core/sitting.ts';
import { now } from '../history.ts';
import { ownText } from '../recall/cards.ts';
import { nameRatings, ratingOf, suggestRating } from '../recall/ratings.ts';
import { offerTicks } from '../recall/ticks.ts';
import { stepInWords } from '../recall/words.ts';
import type { Face, Faces } from './faces.ts';

/** In ms: what a card takes, until the sitting has shown it. */
const A_CARD = 10_000;
const OUTCOMES: Record<Outcome, string> = {
  1: words.youMissedIt,
  2: words.youFoundItHard,
  3: words.youGotIt,
  4: words.youFoundItEasy,
  later: words.youSkippedIt,
  bury: words.youPutItOff,
  suspend: words.youSuspendedIt,
};

export class Table {
  /** The faces of the card that is shown; null while they are fetched. */
  face: Face | null = null;
  readonly #root: HTMLElement;
  /** Titles of the notes' topics, by the routes of the notes. */
  readonly #topics = new Map<string, string>();
  readonly #started = performance.now();
  #card: Card | null = null;
  #phase = '';
  /** The faces that are fetched now; null when none are. */
  #coming: Promise<Face | Error> | null = null;
  /** When its prompt was shown, and how long it took to ask for the answer, in ms. */
  #shownAt = 0;
  #took = 0;

  constructor(root: HTMLElement, decks: readonly Deck[], rate: (rating: Rating) => void) {
    this.#root = root;
    for (const { title, cards } of decks) for (const { note } of cards) this.#topics.set(note, title);
    this.#part('.rating > div').addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-rate]') : null;
      if (button) rate(ratingOf(button));
    });
  }

  /** Whether a new card is still fetched, and what lies on the table is the one before. */
  get isWaiting(): boolean {
    return this.#coming !== null;
  }

  /** How long the prompt lay there before its answer was asked for, in whole ms. */
  get ms(): number {
    return Math.round(this.#took);
  }

  /** The answer as it is shown. */
  get answerText(): string {
    return ownText(this.#part('[data-answer]'));
  }

  /** What the button of a rating says. */
  wordFor(rating: Rating): string {
    return (
      this.#buttons()
        .find((button) => ratingOf(button) === rating)
        ?.querySelector('span')?.textContent ?? ''
    );
  }

  /** Shows the card of the sitting, and moves the focus to what is new. `said` is what the last action came to. */
  async show(sitting: Sitting, faces: Faces, memories: Memories, said: string): Promise<void> {
    const { card, phase, outcome } = shown(sitting);
    if (card === null) return;
    const isNew = card !== this.#card || (phase === 'prompt' && this.#phase !== 'prompt');
    const isRevealed = !isNew && phase === 'answer' && this.#phase === 'prompt';
    this.#card = card;
    this.#phase = phase;
    this.#count(sitting);
    if (isNew) {
      this.face = null;
      const coming = faces.of(card).catch((reason: Error) => reason);
      this.#coming = coming;
      const face = await coming;
      // Something else came while this card was fetched.
      if (this.#coming !== coming) return;
      this.#coming = null;
      this.#lay(card, face);
    }
    this.#open(card, sitting, outcome, memories);
    if (isNew) {
      this.#shownAt = performance.now();
      this.#part('[data-prompt]').focus();
      const { turn, of } = progressOf(sitting);
      this.say(`${said} ${words.questionOf(turn, of)}`);
    } else if (isRevealed) {
      this.#took = performance.now() - this.#shownAt;
      this.#part('[data-answer]').focus({ preventScroll: true });
    }
  }

  /** Clears the table for what a sitting came to. */
  end(parts: HTMLElement[], said: string): void {
    this.#card = null;
    this.#coming = null;
    this.#set();
    this.#part('[data-table]').hidden = true;
    const ending = this.#part('[data-ending]');
    ending.replaceChildren(...parts);
    ending.hidden = false;
    ending.querySelector<HTMLElement>('h1')?.focus();
    this.say(said);
  }

  /** What was not shown as long as nothing lay on the table may be seen, and take the focus. */
  #set(): void {
    this.#root.dataset['ready'] = '';
  }

  #lay(card: Card, face: Face | Error): void {
    this.#set();
    this.#part('[data-table]').hidden = false;
    this.#part('[data-ending]').hidden = true;
    this.#part('[data-answer]').replaceChildren();
    const [prompt, long, place] = ['[data-prompt]', '[data-long]', '[data-place]'].map((part) =>
      this.#part(part),
    );
    if (face instanceof Error) {
      prompt?.replaceChildren(headline(card.prompt));
      long?.replaceChildren(words.cannotBeShown(face.message));
      return;
    }
    this.face = face;
    const short = face.isLong ? [headline(card.prompt)] : face.prompt;
    prompt?.replaceChildren(...(card.context === null ? [] : [words.inContext(card.context)]), ...short);
    prompt?.classList.toggle('visually-hidden', face.isLong);
    long?.replaceChildren(...(face.isLong ? face.prompt : []));
    place?.replaceChildren([this.#topics.get(card.note), face.note].filter(Boolean).join(' / '));
    for (const part of [prompt, long, this.#part('[data-answer]')]) {
      part?.setAttribute('lang', face.lang);
      part?.setAttribute('dir', face.dir);
    }
    this.#part<HTMLAnchorElement>('[data-note]').href = face.address;
  }

  #open(card: Card, sitting: Sitting, outcome: Outcome | null, memories: Memories): void {
    const { phase } = shown(sitting);
    const isOpen = phase === 'answer' && this.face !== null;
    const answer = this.#part('[data-answer]');
    // Until it is asked for, the answer is nowhere on the page.
    if (isOpen && this.face && !answer.hasChildNodes()) {
      answer.replaceChildren(...this.face.answer.map((node) => node.cloneNode(true)));
      if (outcome === null) {
        offerTicks(answer, (suggested) => suggestRating(this.#buttons(), suggested, memories.settings));
      }
    }
    answer.hidden = !isOpen;
    this.#part('[data-do="reveal"]').hidden = isOpen || this.face === null;
    this.#part('.rating > div').hidden = !isOpen || outcome !== null;
    this.#part('[data-outcome]').textContent = outcome === null ? '' : OUTCOMES[outcome];
    nameRatings(this.#buttons(), memories.settings);
    if (isOpen) this.#tellSteps(card, sitting, memories);
    else for (const button of this.#buttons()) button.classList.toggle('suggested', ratingOf(button) === 3);
    for (const command of ['bury', 'suspend', 'skip', 'ratings']) {
      this.#part(`[data-do="${command}"]`).hidden = outcome !== null || (sitting.cram && command !== 'skip');
    }
    this.#part('[data-do="ratings"]').textContent = memories.settings.fourRatings
      ? words.twoRatings
      : words.fourRatings;
    this.#part('[data-do="undo"]').hidden = sitting.last === null;
    this.#part('[data-do="back"]').hidden = sitting.back >= sitting.turns;
    this.#part('[data-do="forward"]').hidden = sitting.back === 0;
  }

  /** What each rating would lead to; no prompt waits for it. */
  #tellSteps(card: Card, { cram }: Sitting, memories: Memories): void {
    const preview = memories.preview(card.id, now());
    for (const button of this.#buttons()) {
      const when = button.querySelector('small');
      if (when) when.textContent = cram ? '' : stepInWords(preview[ratingOf(button)]);
    }
  }

  #count(sitting: Sitting): void {
    const { turn, of } = progressOf(sitting);
    const bar = this.#part<HTMLProgressElement>('progress');
    bar.max = of;
    bar.value = sitting.turns;
    const each = sitting.turns > 0 ? (performance.now() - this.#started) / sitting.turns : A_CARD;
    const minutes = Math.ceil(((of - turn + 1) * each) / 60_000);
    this.#part('[data-count]').textContent =
      sitting.back > 0 ? words.lookedBackAt(turn - sitting.back, of) : words.placeOf(turn, of);
    this.#part('[data-time]').textContent = sitting.cram ? words.cram : words.minutesLeft(minutes);
  }

  /** Tells those who listen. */
  say(said: string): void {
    this.#part('[role="status"]').textContent = said.trim();
  }

  #buttons(): HTMLButtonElement[] {
    return [...this.#root.querySelectorAll<HTMLButtonElement>('[data-rate]')];
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const part = this.#root.querySelector<T>(selector);
    if (!part) throw new Error(`The page of the review has no ${selector}.`);
    return part;
  }
}
