/** `<study-settings>`: shows the settings that hold in this history, and changes them. */
import * as words from '#words';
import { fitStanding } from '../core/fit-standing.ts';
import { PARAMETERS, type StudySettings } from '../core/study-settings.ts';
import { History, now } from './history.ts';
import { dayInWords } from './numbers.ts';

/** The settings that the form has a field for. */
type InForm = Exclude<keyof StudySettings, typeof PARAMETERS>;

/** In the form retention is a percentage, in the history a share. */
const PERCENT = 100;

class StudySettingsForm extends HTMLElement {
  /** Changes that are being written. Until then the form knows better than the history. */
  #writing = 0;

  async connectedCallback(): Promise<void> {
    const form = this.querySelector<HTMLElement>('.settings');
    if (!form) return;
    // What is changed before the history is open is not lost.
    const opening = History.open(import.meta.env.BASE_URL);
    form.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) this.#change(target, opening);
    });
    const history = await opening;
    const show = () => {
      if (this.#writing === 0) this.#show(form, history.memories.settings);
      this.#showFit(form, history);
    };
    history.subscribe(show);
    form.querySelector('button')?.addEventListener('click', async () => {
      await history.remark(null, PARAMETERS, null);
      this.#say(history);
      // The button is gone, and the focus with it.
      form.querySelector<HTMLElement>('.fit a')?.focus();
    });
    show();
    this.dataset['ready'] = '';
  }

  #show(form: HTMLElement, settings: StudySettings): void {
    for (const input of form.querySelectorAll('input')) {
      const value = settings[input.name as InForm];
      // What is being typed is left alone.
      if (input === document.activeElement && input.type === 'number') continue;
      if (typeof value === 'boolean') input.checked = value;
      else input.value = String(input.name === 'retention' ? Math.round(value * PERCENT) : value);
    }
  }

  async #change(input: HTMLInputElement, opening: Promise<History>): Promise<void> {
    if (!input.reportValidity()) return;
    const number = input.name === 'retention' ? input.valueAsNumber / PERCENT : input.valueAsNumber;
    const value = input.type === 'checkbox' ? input.checked : number;
    this.#writing += 1;
    const history = await opening;
    const isOther = value !== history.memories.settings[input.name as InForm];
    if (isOther) await history.remark(null, input.name, value);
    this.#writing -= 1;
    if (isOther) this.#say(history);
  }

  #showFit(form: HTMLElement, { log, memories }: History): void {
    const place = form.querySelector('[data-fit]');
    const back = form.querySelector('button');
    if (!place || !back) return;
    const { since, isUnreadable } = fitStanding(log.events);
    const day = since === null ? '' : dayInWords(memories.today({ at: since, tz: now().tz }), 'long');
    const said = since === null ? words.usualSchedule : words.fittedSince(day);
    place.textContent = isUnreadable ? `${said} ${words.fitUnreadable}` : said;
    back.hidden = since === null && !isUnreadable;
  }

  /** Tells what has become of a change. */
  #say({ log }: History): void {
    const status = this.querySelector('[role="status"]');
    const isSaved = log.saving.state !== 'unsaved';
    if (status) status.textContent = isSaved ? words.saved : words.keptInWindow;
  }
}

customElements.define('study-settings', StudySettingsForm);
