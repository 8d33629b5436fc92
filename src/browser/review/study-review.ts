/**
 * `<study-review>`: one question after the other. What happens to the sitting is decided in `src/core/sitting.ts`;
 * this shows it, and keeps what is to be kept.
 */
import * as words from '#words';
import type { Card, Deck } from '../../core/card.ts';
import { daySoFar } from '../../core/day-so-far.ts';
import type { LogEvent, Rating } from '../../core/event.ts';
import { SUSPEND } from '../../core/memory.ts';
import { headline } from '../../core/prompt.ts';
import { type Desk, type Queue, queueOf } from '../../core/queue.ts';
import { type ReviewAddress, readAddress } from '../../core/review-address.ts';
import { type Action, act, begin, type Effect, type Sitting, shown } from '../../core/sitting.ts';
import { decksAt } from '../decks.ts';
import { type History, now } from '../history.ts';
import { areKeysOn, isKeyOfReview, keyOf, switchKeys } from '../keys.ts';
import { lookForGone } from '../look-for-gone.ts';
import { choicesOf } from '../recall/ratings.ts';
import { stepInWords, storageInWords } from '../recall/words.ts';
import { whenIdle } from '../when-idle.ts';
import { openWhole } from '../whole-history.ts';
import { showChoice } from './choose.ts';
import { type Ended, endingOf } from './ending.ts';
import { Faces } from './faces.ts';
import { Table } from './table.ts';

const BASE = import.meta.env.BASE_URL;

class StudyReview extends HTMLElement {
  readonly #faces = new Faces(BASE);
  readonly #started = Date.now();
  /** Event that each turn became. */
  readonly #events: Promise<LogEvent>[] = [];
  #history!: History;
  #address!: ReviewAddress;
  #queue!: Queue;
  /** What the queue was made from. */
  #desk!: Desk;
  #sitting!: Sitting;
  #table!: Table;
  /** Keys that were pressed while the card they belong to was still fetched. */
  #early: string[] = [];

  async connectedCallback(): Promise<void> {
    const [history, incoming] = await Promise.all([openWhole(BASE), decksAt(this.dataset['decks'] ?? '')]);
    const decks = incoming ?? [];
    if (!incoming) this.#part('[data-incomplete]').textContent = words.decksMissing;
    const { address, complaints } = readAddress(location.search, decks);
    const { memories, log } = history;
    const moment = now();
    const day = daySoFar(log.events, memories, moment);
    this.#desk = { decks: await this.#askable(decks), memories, day, now: moment };
    this.#history = history;
    this.#address = address;
    this.#queue = queueOf(this.#desk, address, moment.at);
    this.#sitting = begin(this.#queue.cards, address.cram);
    this.#table = new Table(this, decks, (rating) => this.#rate(rating));
    this.#part('[data-complaints]').textContent = complaints.map(({ message }) => message).join(' ');
    const form = this.querySelector('form');
    if (form) showChoice(form, address, decks);
    this.#prepareKeys();
    this.addEventListener('click', ({ target }) => {
      const command =
        target instanceof Element ? target.closest<HTMLElement>('[data-do]')?.dataset['do'] : undefined;
      if (!command) return;
      // What was pressed for a card goes with it.
      if (command !== 'ratings') this.#early = [];
      this.#do(command);
    });
    history.subscribe(() => this.#tellStorage());
    this.#tellStorage();
    await this.#show('');
    // Nothing that the first question waits for.
    whenIdle(() => {
      if (incoming) lookForGone(history, decks);
      import('../reminder.ts').then(({ keepFileOf }) => keepFileOf(history));
      // To write a number for the first time takes a browser too long for a first answer.
      stepInWords({ minutes: 0, days: 1 });
    });
  }

  /** The decks with what can be shown now: without a network, the cards of notes that are kept. */
  async #askable(decks: Deck[]): Promise<Deck[]> {
    if (navigator.onLine) return decks;
    const kept = await (await import('../kept-pages.ts')).keptPaths();
    const isKept = ({ note }: Card) =>
      kept.has(new URL(BASE + encodeURI(note.slice(1)), location.href).pathname);
    const left = decks.flatMap(({ cards }) => cards).filter((card) => !isKept(card));
    const notes = new Set(left.map(({ note }) => note)).size;
    if (notes > 0) this.#part('[data-incomplete]').textContent = words.notesLeftOut(notes);
    return decks.map((deck) => ({ ...deck, cards: deck.cards.filter(isKept) }));
  }

  #do(command: string): void {
    const moment = now();
    const { memories } = this.#history;
    if (command === 'reveal') {
      if (this.#table.face !== null) this.#act({ do: 'reveal' });
    } else if (command === 'skip') this.#act({ do: 'skip', now: moment });
    else if (command === 'bury') this.#act({ do: 'bury', now: moment, day: memories.today(moment) });
    else if (command === 'suspend') this.#act({ do: 'suspend', now: moment });
    else if (command === 'undo' || command === 'back' || command === 'forward') this.#act({ do: command });
    else if (command === 'ratings')
      this.#history.remark(null, 'fourRatings', !memories.settings.fourRatings).then(() => this.#show(''));
  }

  #rate(rating: Rating): void {
    const { card } = shown(this.#sitting);
    const { face } = this.#table;
    if (card === null || face === null) return;
    const moment = now();
    const step = this.#history.memories.preview(card.id, moment)[rating];
    const leadsTo = rating === 1 ? this.#queue.followUps(card) : [];
    const { ms } = this.#table;
    if (!this.#sitting.cram) this.#history.log.keepAnswer(card.id, face.rev, this.#table.answerText);
    const said = this.#sitting.cram ? '' : words.backIn(this.#table.wordFor(rating), stepInWords(step));
    this.#act({ do: 'rate', rating, now: moment, minutes: step.minutes, leadsTo, ms, rev: face.rev }, said);
  }

  #act(action: Action, said = ''): void {
    const { sitting, effect } = act(this.#sitting, action);
    if (sitting === this.#sitting) return;
    this.#sitting = sitting;
    if (effect) this.#keep(effect);
    this.#show(said || (action.do === 'undo' ? words.takenBack : ''));
  }

  #keep(effect: Effect): void {
    const { log } = this.#history;
    const before = this.#events[effect.turn];
    if ('append' in effect) this.#events[effect.turn] = log.append(effect.append);
    else before?.then(({ id }) => log.append({ t: 'undo', of: id, ...now() }));
  }

  async #show(said: string): Promise<void> {
    const sitting = this.#sitting;
    const { memories } = this.#history;
    if (shown(sitting).card === null) {
      const minutes = (Date.now() - this.#started) / 60_000;
      const { reminderOf } = await import('../reminder.ts');
      const ended: Ended = {
        sitting,
        queue: this.#queue,
        desk: { ...this.#desk, now: now() },
        address: this.#address,
        base: BASE,
        minutes,
        saved: Promise.all(this.#events),
        history: { reminder: await reminderOf(this.#history), address: this.dataset['history'] ?? '' },
        suspend: (card, isSuspended) => {
          this.#history.remark(card.id, SUSPEND, isSuspended);
          this.#table.say(isSuspended ? words.youSuspendedIt : words.isAskedAgain(headline(card.prompt)));
        },
      };
      // The last turn was taken back meanwhile.
      if (this.#sitting !== sitting) return;
      this.#table.end(endingOf(ended), said);
      return;
    }
    await this.#table.show(sitting, this.#faces, memories, said);
    while (!this.#table.isWaiting && this.#early.length > 0) this.#pressed(this.#early.shift() ?? '');
    this.#faces.expect(sitting.detour[0] ?? sitting.queue[sitting.place]);
  }

  #prepareKeys(): void {
    const keys = this.querySelector<HTMLInputElement>('[data-keys]');
    if (keys) {
      keys.checked = areKeysOn();
      keys.addEventListener('change', () => switchKeys(keys.checked));
    }
    document.addEventListener('keydown', (event) => {
      const { target } = event;
      // Who clicked beside the card has given the focus to nothing, and goes on by keys all the same.
      if (target !== document.body && !this.contains(target as Node)) return;
      const key = keyOf(event);
      if (key === null) return;
      const waits = this.#table.isWaiting && isKeyOfReview(key);
      if (waits) this.#early.push(key);
      if (waits || this.#pressed(key)) event.preventDefault();
    });
  }

  #pressed(key: string): boolean {
    const { phase } = shown(this.#sitting);
    const rating = choicesOf(this.#history.memories.settings)[Number(key) - 1];
    if (rating !== undefined && phase === 'answer') this.#rate(rating);
    else if (key === ' ' || key === 'Enter') {
      if (phase !== 'prompt' || this.#table.face === null) return false;
      this.#do('reveal');
    } else if (key === '?') this.#part<HTMLDetailsElement>('.keys').toggleAttribute('open');
    else {
      const command = { u: 'undo', s: 'skip', k: 'back', j: 'forward' }[key];
      if (command === undefined) return false;
      this.#do(command);
    }
    return true;
  }

  #tellStorage(): void {
    const notice = this.#part('[data-storage]');
    const told = storageInWords(this.#history.log.saving, this.#history.log.recovery, notice);
    if (notice.textContent !== told) notice.textContent = told;
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const part = this.querySelector<T>(selector);
    if (!part) throw new Error(`The page of the review has no ${selector}.`);
    return part;
  }
}

customElements.define('study-review', StudyReview);
