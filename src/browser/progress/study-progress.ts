/** `<study-progress>`: how the questions stand, what comes, what was, and how far the schedule can be believed. */
import * as words from '#words';
import type { Deck } from '../../core/card.ts';
import { calendarOf, forecast, topicProgress } from '../../core/progress.ts';
import { honestyOf, recordOf } from '../../core/recalls.ts';
import { decksAt } from '../decks.ts';
import { type History, now } from '../history.ts';
import { lookForGone } from '../look-for-gone.ts';
import { make } from '../make.ts';
import { storageInWords } from '../recall/words.ts';
import { openWhole } from '../whole-history.ts';
import { showComing } from './coming.ts';
import { Part } from './elements.ts';
import { prepareExam, showExam } from './exam.ts';
import { Fit } from './fit.ts';
import { showHonesty } from './honesty.ts';
import { showTopics } from './topics.ts';
import { showYear } from './year.ts';

const BASE = import.meta.env.BASE_URL;
/** In ms, by which the page may be behind what happens in another tab. */
const BEHIND = 500;

class StudyProgress extends HTMLElement {
  #history!: History;
  #decks: Deck[] = [];
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #fit!: Fit;
  /** Shows the exam anew, of what is known by now. */
  #exam: (() => void) | undefined;

  async connectedCallback(): Promise<void> {
    const [history, decks] = await Promise.all([openWhole(BASE), decksAt(this.dataset['decks'] ?? '')]);
    this.#history = history;
    this.#decks = decks ?? [];
    this.#fit = new Fit(this.#found('[data-fit]'), history);
    if (decks) lookForGone(history, decks);
    else this.#found('[data-incomplete]').textContent = words.decksMissing;
    const field = this.#found<HTMLInputElement>('[type="date"]');
    prepareExam(field, () => this.#exam?.());
    history.subscribe(() => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#show(), BEHIND);
    });
    await this.#show();
    this.dataset['ready'] = '';
  }

  async #show(): Promise<void> {
    const { log, memories } = this.#history;
    const notice = this.#found('[data-storage]');
    notice.textContent = storageInWords(log.saving, log.recovery, notice);
    const isEmpty = memories.last() === null;
    this.#found('[data-empty]').hidden = !isEmpty;
    this.#found('[data-told]').hidden = isEmpty;
    if (isEmpty) return;

    const moment = now();
    const asked = this.#decks.map((deck) => ({
      ...deck,
      cards: deck.cards.filter(({ id }) => !memories.isSuspended(id)),
    }));
    const cards = asked.flatMap((deck) => deck.cards);
    const aside = this.#decks.flatMap((deck) => deck.cards).length - cards.length;
    const [before = '', linked = '', after = ''] = words.leftOut(aside).split('|');
    const link = make('a', { href: `${this.dataset['history'] ?? ''}#_aside` }, linked);
    this.#found('[data-aside]').replaceChildren(...(aside === 0 ? [] : [before, link, after]));
    showTopics(
      new Part(this, 'topics'),
      topicProgress(this.#decks, memories, moment),
      BASE,
      this.dataset['review'] ?? '',
    );
    showComing(new Part(this, 'coming'), forecast(cards, memories, moment), memories.today(moment));
    showYear(new Part(this, 'year'), calendarOf(log.events, moment, memories.settings.rollover));

    // A long history is played through once more; what is known already can be read meanwhile.
    await new Promise((resolve) => setTimeout(resolve));
    const record = recordOf(log.events);
    showHonesty(new Part(this, 'honesty'), honestyOf(record));
    this.#fit.show(record.histories);
    const prospect = { decks: asked, memories, now: moment, record };
    const field = this.#found<HTMLInputElement>('[type="date"]');
    this.#exam = () => showExam(new Part(this, 'exam'), field, prospect);
    this.#exam();
  }

  #found<T extends HTMLElement = HTMLElement>(selector: string): T {
    const found = this.querySelector<T>(selector);
    if (!found) throw new Error(`The page of progress has no ${selector}.`);
    return found;
  }
}

customElements.define('study-progress', StudyProgress);
