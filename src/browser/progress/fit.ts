/** A schedule fitted to the learner: what it would change, and, on a yes, its place in the history. */
import * as words from '#words';
import { type FitOffer, isEnough, materialOf } from '../../core/fit-offer.ts';
import { fitStanding } from '../../core/fit-standing.ts';
import type { CardHistory } from '../../core/fitting.ts';
import { PARAMETERS } from '../../core/study-settings.ts';
import { type History, now } from '../history.ts';
import { type Child, make } from '../make.ts';
import { dayInWords } from '../numbers.ts';

import { fewInWords, offerInWords, readyInWords, trialTable } from './fit-words.ts';
import type { FitNews } from './fit-worker.ts';

export class Fit {
  readonly #root: HTMLElement;
  readonly #history: History;
  #histories: CardHistory[] = [];
  #worker: Worker | undefined;
  /** Whether the page waits for an answer: what comes in meanwhile does not take it away. */
  #isAsking = false;

  /** In `root`, the section of the page. */
  constructor(root: HTMLElement, history: History) {
    this.#root = root;
    this.#history = history;
  }

  /** Shows how the schedule stands, given the reviews card by card. While a fit runs or waits for an answer it stays. */
  show(histories: CardHistory[]): void {
    this.#histories = histories;
    if (!this.#worker && !this.#isAsking) this.#rest();
  }

  /** `said` comes before what is said anyway. */
  #rest(said = ''): void {
    this.#isAsking = false;
    const material = materialOf(this.#histories);
    const { since } = fitStanding(this.#history.log.events);
    const start = isEnough(material)
      ? [button(since === null ? words.seeWhatWouldChange : words.fitAgain, () => this.#start())]
      : [];
    if (since !== null) {
      const day = dayInWords(this.#history.memories.today({ at: since, tz: now().tz }), 'long');
      const back = button(words.backToUsual, () => this.#set(null, words.saved));
      this.#draw(`${said} ${words.fittedSince(day)}`, [], [back, ...start]);
    } else this.#draw(`${said} ${(start.length > 0 ? readyInWords : fewInWords)(material)}`, [], start);
  }

  #start(): void {
    const { memories } = this.#history;
    const { parameters, retention } = memories.settings;
    const label = words.fitting;
    const bar = make('progress', { value: 0, 'aria-label': label });
    const worker = new Worker(new URL('./fit-worker.ts', import.meta.url), { type: 'module' });
    this.#worker = worker;
    this.#draw(`${label} …`, [bar], [button(words.cancel, () => this.#stop(words.fitStopped))]);
    worker.addEventListener('message', ({ data }: MessageEvent<FitNews>) => {
      if ('share' in data) bar.setAttribute('value', String(data.share));
      else {
        this.#stop();
        this.#offer(data.offer);
      }
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#stop(words.notFitted(event.message));
    });
    worker.postMessage({ histories: this.#histories, parameters, retention, today: memories.today(now()) });
  }

  #stop(said?: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    if (said !== undefined) this.#rest(said);
  }

  #offer(offer: FitOffer): void {
    this.#isAsking = true;
    const leave = button(offer.isBetter ? words.leaveAsIs : words.allRight, () => this.#rest());
    const take = button(words.useFitted, () => this.#set(offer.parameters.join(' '), words.saved));
    this.#draw(
      offerInWords(offer),
      offer.isBetter ? [trialTable(offer)] : [],
      offer.isBetter ? [take, leave] : [leave],
    );
  }

  async #set(parameters: string | null, said: string): Promise<void> {
    await this.#history.remark(null, PARAMETERS, parameters);
    const isSaved = this.#history.log.saving.state !== 'unsaved';
    this.#rest(isSaved ? said : words.keptInWindow);
  }

  #draw(said: string, trial: Child[], actions: HTMLElement[]): void {
    const hadFocus = this.#root.contains(document.activeElement);
    const status = this.#root.querySelector('[role="status"]');
    // What is said already is not said again.
    if (status && status.textContent !== said.trim()) status.textContent = said.trim();
    this.#root.querySelector('[data-trial]')?.replaceChildren(...trial);
    this.#root.querySelector('[data-actions]')?.replaceChildren(...actions);
    if (hadFocus) actions[0]?.focus();
  }
}

function button(name: string, press: () => void): HTMLElement {
  const element = make('button', { type: 'button' }, name);
  // A second press while the first is being written down is none.
  element.addEventListener('click', press, { once: true });
  return element;
}
