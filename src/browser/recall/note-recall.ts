/**
 * Recall on a note's page: attempts, ratings, marks. Loaded once the page can be read.
 *
 * An attempt is a reader's own click or key on a summary; `study-note` notes it on the toggle. Opening by a
 * link, by find-in-page, in print or all at once is none, and offers no rating.
 */
import * as words from '#words';
import { History } from '../history.ts';
import { whenPainted } from '../when-idle.ts';
import { type CardOnPage, cardsOf } from './cards.ts';
import { marksOf } from './marks.ts';
import { RatingRow } from './rating-row.ts';
import { stepInWords, storageInWords } from './words.ts';

/** How often marks are drawn anew while nothing happens, in ms: a step of minutes may have ended. */
const REDRAW = 60_000;

class NoteRecall {
  readonly #note: HTMLElement;
  readonly #history: History;
  readonly #cards: Map<HTMLElement, CardOnPage>;
  readonly #rows = new Map<HTMLElement, RatingRow>();
  readonly #drawMarks: (history: History) => void;

  constructor(note: HTMLElement, history: History, cards: Map<HTMLElement, CardOnPage>) {
    this.#note = note;
    this.#history = history;
    this.#cards = cards;
    this.#drawMarks = marksOf(note, cards.values());
    note.addEventListener('toggle', ({ target }) => this.#toggled(target), { capture: true });
    note.addEventListener('keydown', (event) => this.#pressed(event));
    // What a reader did shows first, and what follows from it for hundreds of cards once that was painted.
    history.subscribe(() => whenPainted(() => this.#show()));
    document.addEventListener('visibilitychange', () => this.#show());
    setInterval(() => this.#show(), REDRAW);
    for (const toggle of note.querySelectorAll('details[data-attempt][open]')) this.#toggled(toggle);
    this.#show();
    // To write a number for the first time takes a browser too long for a first answer.
    whenPainted(() => stepInWords({ minutes: 0, days: 1 }));
  }

  #show(): void {
    this.#drawMarks(this.#history);
    for (const row of this.#rows.values()) row.show();
    for (const card of this.#cards.values()) this.#markChanged(card);
    const notice = this.#note.querySelector<HTMLElement>('[data-storage]');
    if (!notice) return;
    const { saving, recovery } = this.#history.log;
    const told = storageInWords(saving, recovery, notice);
    if (notice.textContent !== told) notice.textContent = told;
  }

  async #markChanged(of: CardOnPage): Promise<void> {
    const learned = this.#history.memories.of(of.card)?.rev ?? '';
    const isChanged = learned !== '' && of.rev !== '' && learned !== of.rev;
    if (isChanged === of.element.hasAttribute('data-changed')) return;
    of.element.toggleAttribute('data-changed', isChanged);
    of.answer.querySelector(':scope > .changed')?.remove();
    if (!isChanged) return;
    const { tellChange } = await import('./changed.ts');
    const within = this.#note.querySelector<HTMLTemplateElement>('[data-rating]')?.content;
    if (of.element.hasAttribute('data-changed'))
      tellChange(of, learned, this.#history, within?.querySelector<HTMLElement>('.rating'));
  }

  #toggled(toggle: EventTarget | null): void {
    if (!(toggle instanceof HTMLDetailsElement)) return;
    const card = this.#cards.get(toggle) ?? this.#cards.get(toggle.parentElement ?? toggle);
    const template = this.#note.querySelector<HTMLTemplateElement>('[data-rating]');
    if (card?.toggle !== toggle || !template) return;
    this.#rows.get(card.element)?.skip();
    this.#rows.delete(card.element);
    if (!toggle.open || !('attempt' in toggle.dataset)) return;
    this.#rows.set(card.element, new RatingRow(card, this.#history, template, (said) => this.#say(said)));
  }

  // Single keys act only while the focus is in a question, and never while something is typed.
  #pressed(event: KeyboardEvent): void {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.matches('input:not([type="checkbox"]), textarea, select, [contenteditable]')) return;
    const question = target.closest<HTMLElement>('.question');
    if (question && !target.closest('.aid') && this.#act(question, key)) event.preventDefault();
  }

  #act(question: HTMLElement, key: string): boolean {
    const row = this.#rows.get(question);
    if (/^[1-4]$/.test(key)) return row?.isOffered === true && row.choose(Number(key));
    if (key === 's') row?.skip();
    else if (key === 'u') this.#undo();
    else if (key === 'j' || key === 'k') this.#move(question, key === 'j' ? 1 : -1);
    else return false;
    return true;
  }

  async #undo(): Promise<void> {
    const undone = await this.#history.undo();
    const card = [...this.#cards.values()].find((each) => each.card === undone);
    if (card) this.#rows.get(card.element)?.reset();
    const prompt = card?.element.querySelector('.prompt')?.textContent ?? undone;
    this.#say(prompt === null ? words.nothingToTakeBack : words.takenBackOf(prompt));
  }

  /** Moves the focus to the next summary that is in sight. */
  #move(from: HTMLElement, by: number): void {
    const shown = [...this.#cards.values()].filter(({ summary }) => summary.checkVisibility());
    const place = shown.findIndex(({ element }) => element === from);
    shown[place + by]?.summary.focus();
  }

  #say(said: string): void {
    const status = this.#note.querySelector('[role="status"]');
    if (status) status.textContent = said;
  }
}

/** Starts recall on `note`, unless it has no card. */
export async function startRecall(note: HTMLElement): Promise<void> {
  const cards = cardsOf(note, note.dataset['route'] ?? '');
  if (cards.size > 0) new NoteRecall(note, await History.open(import.meta.env.BASE_URL), cards);
}
