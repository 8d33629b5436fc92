/** Copies of the history outside the browser: one now, or a file that is kept up to date. */
import * as words from '#words';
import { DOWNLOADED, downloadsIn, reviewCount } from '../../core/download.ts';
import { found } from '../found.ts';
import type { History } from '../history.ts';
import { allow, canKeep, chooseFile, forgetFile, isAllowed, keptFile, startKeeping } from '../kept-file.ts';
import { dateInWords } from '../numbers.ts';
import { backupOf, fileName } from './backup-file.ts';

export class Download {
  readonly #page: HTMLElement;
  readonly #history: History;
  readonly #say: (words: string) => void;
  /** Whether a file has all there is, so that no other copy is missed. */
  #isKept = false;

  /** `say` tells the learner what came of it. */
  constructor(page: HTMLElement, history: History, say: (words: string) => void) {
    this.#page = page;
    this.#history = history;
    this.#say = say;
    this.show();
    this.#keep();
  }

  /** Says when the last copy was taken and what came since. */
  show(): void {
    const { last, since, isTime } = downloadsIn(this.#history.log.events, Date.now());
    const place = found(this.#page, '[data-downloads]');
    place.hidden = this.#isKept;
    place.classList.toggle('pressing', isTime);
    place.textContent = last === null ? words.noCopyYet(since) : words.lastCopy(dateInWords(last), since);
  }

  /** Gives the learner the file. */
  async download(): Promise<void> {
    const { log } = this.#history;
    // Written first, so that the file knows of itself: whoever brings it back has a copy.
    await this.#history.remark(null, DOWNLOADED, reviewCount(log.events));
    const { events } = log;
    const address = URL.createObjectURL(new Blob([await backupOf(events)], { type: 'application/jsonl' }));
    Object.assign(document.createElement('a'), { href: address, download: fileName() }).click();
    // The browser may still be asking where to put it.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    this.#say(words.entriesIn(events.length, fileName()));
  }

  /** Lets the learner choose a file that is kept up to date, or allow it once more. */
  async choose(): Promise<void> {
    const known = await keptFile();
    if (known && !(await isAllowed(known))) await allow(known);
    else if (!known) await chooseFile(fileName());
    await this.#keep();
  }

  /** Keeps no file up to date any longer. */
  async stop(): Promise<void> {
    await forgetFile();
    location.reload();
  }

  async #keep(): Promise<void> {
    const file = await keptFile();
    const button = found(this.#page, '[data-do="keep"]');
    const allowed = file !== null && (await isAllowed(file));
    button.hidden = !canKeep() || allowed;
    button.textContent = file ? words.goOnKeeping(file.name) : words.keepAFile;
    found(this.#page, '[data-do="stop"]').hidden = file === null;
    if (file) await startKeeping(this.#history, (written) => this.#tell(file.name, written));
  }

  #tell(name: string, written: number | Error): void {
    this.#isKept = typeof written === 'number';
    this.show();
    found(this.#page, '[data-file]').textContent =
      typeof written === 'number'
        ? words.isUpToDate(name, written)
        : words.isNotUpToDate(name, written.message);
  }
}
