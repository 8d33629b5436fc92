/** A history from elsewhere: first what it would add, then, at a yes, adding it. */
import * as words from '#words';
import type { Backup, Refusal } from '../../core/backup.ts';
import type { LogEvent } from '../../core/event.ts';
import { type ImportPlan, planImport } from '../../core/import-plan.ts';
import { found } from '../found.ts';
import type { History } from '../history.ts';
import { merge } from '../log/merge.ts';
import { dateInWords } from '../numbers.ts';
import { site } from './backup-file.ts';

/** How many lines that cannot be read are named. */
const NAMED = 20;

const STATES: Record<Backup['state'], string> = {
  whole: words.isWhole,
  cut: words.isCut,
  changed: words.isChanged,
};

/** Thrown where the learner cancels. */
class Cancelled extends Error {}

/** Reads a history; waits for `pause` every few thousand lines, with how many characters are read. */
export type Reading = (pause: (read: number) => Promise<void>) => Promise<Backup | Refusal>;

export class Restore {
  readonly #page: HTMLElement;
  readonly #history: History;
  readonly #say: (words: string) => void;
  readonly #plan: HTMLElement;
  #planned: ImportPlan | null = null;
  #isCancelled = false;
  /** How many were considered: of two that are read at once the later one counts. */
  #turn = 0;

  /** `say` tells the learner what came of it. */
  constructor(page: HTMLElement, history: History, say: (words: string) => void) {
    this.#page = page;
    this.#history = history;
    this.#say = say;
    this.#plan = found(page, '[data-plan]');
    this.#plan.addEventListener('change', () => this.#offer());
  }

  /** Shows what `read` gives and what adding it would do. It has about `size` characters; 0 where nobody knows. */
  async consider(read: Reading, size: number): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.#open(words.beingRead);
    found(this.#plan, '[data-do="cancel"]').textContent = words.cancel;
    const backup = await read((done) => this.#pause(done / Math.max(size, done))).catch((error: unknown) => {
      if (turn === this.#turn && !(error instanceof Cancelled)) this.#refuse(words.isNoHistory);
      return null;
    });
    if (backup === null || turn !== this.#turn) return;
    if ('refused' in backup) this.#refuse(backup.message);
    else this.#show(backup, planImport(backup, this.#history.log.events, site));
  }

  /** Adds what is planned. */
  async add(): Promise<void> {
    const events = this.#chosen();
    if (events === null) return;
    this.#progress(0);
    found<HTMLButtonElement>(this.#plan, '[data-do="add"]').disabled = true;
    try {
      const added = await merge(this.#history.log, events, (share) => this.#step(share));
      this.#close(words.added(added.length));
    } catch (error) {
      if (error instanceof Cancelled) this.#close(words.cancelled);
      else this.#refuse(words.notStored(String(Object(error).name), words.makeRoom));
    }
  }

  cancel(): void {
    this.#isCancelled = true;
    this.#close(words.nothingChanged);
  }

  #show(backup: Backup, plan: ImportPlan): void {
    this.#planned = plan;
    const { created, state, unreadable } = backup;
    const written = created === null ? null : dateInWords(created);
    this.#words(words.historyOf(plan.otherSite, written, STATES[state], plan.words));
    const list = found(this.#plan, '[data-unreadable]');
    list.hidden = unreadable.length === 0;
    const items = unreadable.slice(0, NAMED).map(({ line, reason }) => words.lineIs(line, reason));
    if (unreadable.length > NAMED) items.push(words.andMoreLines(unreadable.length - NAMED));
    list.replaceChildren(
      ...items.map((item) => Object.assign(document.createElement('li'), { textContent: item })),
    );
    this.#ask('[data-other-site]', plan.otherSite !== null);
    this.#ask('[data-clashing]', state !== 'whole' && plan.clashing.length > 0);
    this.#progress(null);
    this.#offer();
    this.#plan.focus();
  }

  /** What is to be added; null where it needs a yes first, or there is nothing. */
  #chosen(): LogEvent[] | null {
    const plan = this.#planned;
    if (plan === null) return null;
    const other = this.#box('[data-other-site]');
    const clashing = this.#box('[data-clashing]');
    if (plan.otherSite !== null && !other.checked) return null;
    const isAll = clashing.closest('p')?.hidden || clashing.checked;
    return isAll ? [...plan.add, ...plan.clashing] : plan.add;
  }

  #offer(): void {
    const plan = this.#planned;
    const button = found<HTMLButtonElement>(this.#plan, '[data-do="add"]');
    const most = plan ? plan.add.length + plan.clashing.length : 0;
    const events = this.#chosen();
    button.hidden = most === 0;
    button.disabled = events === null || events.length === 0;
    button.textContent = words.addEntries(events?.length ?? most);
    const cancel = found(this.#plan, '[data-do="cancel"]');
    cancel.textContent = most === 0 ? words.close : words.cancel;
  }

  #box(selector: string): HTMLInputElement {
    return found<HTMLInputElement>(this.#plan, `${selector} input`);
  }

  #ask(selector: string, isAsked: boolean): void {
    found(this.#plan, selector).hidden = !isAsked;
    this.#box(selector).checked = false;
  }

  #words(words: string): void {
    found(this.#plan, '[data-plan-words]').textContent = words;
  }

  #open(words: string): void {
    this.#planned = null;
    this.#isCancelled = false;
    this.#plan.hidden = false;
    found(this.#plan, '[data-unreadable]').hidden = true;
    this.#ask('[data-other-site]', false);
    this.#ask('[data-clashing]', false);
    this.#words(words);
    this.#offer();
    this.#progress(0);
  }

  #refuse(words: string): void {
    this.#open(words);
    this.#progress(null);
    this.#plan.focus();
  }

  #close(words: string): void {
    this.#planned = null;
    this.#plan.hidden = true;
    const file = found<HTMLInputElement>(this.#page, '#_file');
    file.value = '';
    file.focus();
    this.#say(words);
  }

  #progress(share: number | null): void {
    const bar = found<HTMLProgressElement>(this.#plan, 'progress');
    bar.hidden = share === null;
    bar.value = share ?? 0;
  }

  #step(share: number): void {
    if (this.#isCancelled) throw new Cancelled();
    this.#progress(share);
  }

  async #pause(share: number): Promise<void> {
    this.#step(share);
    await new Promise((resolve) => setTimeout(resolve));
    if (this.#isCancelled) throw new Cancelled();
  }
}
