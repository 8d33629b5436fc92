/** `<study-offline>`: what is kept here, and keeping all of it. Also what stands in for a page that is not kept. */
import * as words from '#words';
import { lackOf } from '../../core/room.ts';
import { found } from '../found.ts';
import { keptPaths } from '../kept-pages.ts';
import type { OfflineList } from './address.ts';
import {
  askWorker,
  bytesKept,
  courseList,
  giveRoomBack,
  hasWorker,
  keepCourse,
  keptBuild,
  missingOf,
} from './course.ts';
import { complaintOf, lackInWords, size } from './words.ts';

class StudyOffline extends HTMLElement {
  #list: OfflineList | null = null;
  #keeping: AbortController | null = null;

  async connectedCallback(): Promise<void> {
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
      if (button) this.#do(button.dataset['do'] ?? '');
    });
    this.#tellMissed();
    await giveRoomBack();
    await this.#showKept();
    this.#list = await courseList();
    await this.#showCourse();
    this.dataset['ready'] = '';
  }

  #do(command: string): Promise<void> | void {
    if (command === 'again') location.reload();
    if (command === 'keep') return this.#keep();
    if (command === 'cancel') this.#keeping?.abort();
    if (command === 'ask') this.#ask(true);
    if (command === 'leave') this.#ask(false);
    if (command === 'remove') return this.#remove();
  }

  /** Stands in for another page: says for which, and what to do. */
  #tellMissed(): void {
    const { pathname } = location;
    if (pathname === this.dataset['route']) return;
    const link = [...this.querySelectorAll<HTMLAnchorElement>('.notes a')].find(
      (each) => each.pathname === pathname,
    );
    const title = link?.querySelector('.title')?.textContent?.trim() ?? readable(pathname);
    document.title = `${title} · ${document.title}`;
    found(this, 'h1').textContent = words.pageNotKept;
    const name = Object.assign(document.createElement('bdi'), { textContent: title });
    found(this, '[data-lead]').replaceChildren(name, words.pageNotFetched);
    found(this, '[data-missed]').hidden = false;
    // What can be read comes first now.
    found(this, '[data-missed]').after(found(this, '[aria-labelledby="_kept"]'));
    addEventListener('online', () => this.#say(words.networkIsBack));
  }

  /** Shows the notes that are kept, and leaves out the others. */
  async #showKept(): Promise<void> {
    const kept = await keptPaths();
    const links = [...this.querySelectorAll<HTMLAnchorElement>('.notes a')];
    for (const link of links)
      found(this, `.notes li:has([data-note="${CSS.escape(link.dataset['note'] ?? '')}"])`).hidden =
        !kept.has(link.pathname);
    for (const topic of this.querySelectorAll<HTMLElement>('.topic'))
      topic.hidden = !topic.querySelector('li:not([hidden])');
    const count = links.filter(({ pathname }) => kept.has(pathname)).length;
    const { usage } = (await navigator.storage?.estimate?.()) ?? {};
    const all = usage === undefined ? '' : words.siteUses(size(usage));
    found(this, '[data-kept]').textContent =
      count === 0
        ? words.noNoteKeptYet
        : `${words.notesKept(count, links.length, size(await bytesKept()))}${all}`;
    this.#button('ask').hidden = count === 0;
  }

  /** Says what keeping the whole course takes, or that it is kept. */
  async #showCourse(said = ''): Promise<void> {
    found(this, '[data-course]').textContent = await this.#courseInWords();
    this.#say(said);
  }

  async #courseInWords(): Promise<string> {
    const button = this.#button('keep');
    button.hidden = true;
    const before = await keptBuild();
    if (!this.#list) {
      if (before !== null) return words.courseKept;
      if (navigator.onLine) return words.keepsNothing;
      return words.seenWithNetwork;
    }
    if (!(await hasWorker())) return words.browserKeepsNoPages;
    const { files, build } = this.#list;
    const missing = await missingOf(this.#list);
    const lacking = size(sum(missing));
    const here = size(sum(files) - sum(missing));
    if (missing.length === 0 && before === build) return words.courseKeptIn(here);
    button.hidden = false;
    button.textContent = before === null ? words.keepCourse : words.bringUpToDate;
    return before === null ? words.courseTakes(lacking, here) : words.courseIsNewer(lacking);
  }

  async #keep(): Promise<void> {
    if (!this.#list || this.#keeping) return;
    this.#keeping = new AbortController();
    const missing = await missingOf(this.#list);
    const bytes = sum(missing);
    const lack = lackOf(bytes, (await navigator.storage?.estimate?.()) ?? {});
    const said =
      lack > 0 ? lackInWords(bytes, lack) : await this.#fetchAll(missing, bytes, this.#keeping.signal);
    this.#keeping = null;
    await this.#showAll(said);
  }

  /** Shows everything anew, and puts the focus where it can go on. */
  async #showAll(said: string): Promise<void> {
    await this.#showKept();
    await this.#showCourse(said);
    this.#button(this.#button('keep').hidden ? 'ask' : 'keep').focus();
  }

  /** Keeps the files and shows how far it is. Resolves with what came of it. */
  async #fetchAll(missing: OfflineList['files'], bytes: number, signal: AbortSignal): Promise<string> {
    const bar = found<HTMLProgressElement>(this, 'progress');
    let done = 0;
    const show = () => {
      bar.value = bytes > 0 ? done / bytes : 1;
      found(this, '[data-room]').textContent = words.doneOf(size(done), size(bytes));
    };
    this.#working(true);
    show();
    try {
      await keepCourse(missing, signal, ([, size]) => {
        done += size;
        show();
      });
      return signal.aborted ? `${words.stopped} ${words.whatIsHereStays}` : words.allIsHere;
    } catch (error) {
      return complaintOf(error as Error, bytes - done);
    } finally {
      this.#working(false);
    }
  }

  async #remove(): Promise<void> {
    this.#ask(false);
    try {
      await askWorker(null);
      await this.#showAll(words.removed);
    } catch (error) {
      this.#say(words.notRemoved((error as Error).message));
    }
  }

  #ask(asked: boolean): void {
    const sure = found(this, '[data-sure]');
    sure.hidden = !asked;
    if (asked) sure.focus();
    else this.#button('ask').focus();
  }

  #working(isWorking: boolean): void {
    found(this, 'progress').hidden = !isWorking;
    this.#button('keep').hidden = isWorking;
    this.#button('cancel').hidden = !isWorking;
    found(this, '[data-room]').textContent = '';
    this.#say('');
    if (isWorking) this.#button('cancel').focus();
  }

  #button(command: string): HTMLElement {
    return found(this, `[data-do="${command}"]`);
  }

  #say(said: string): void {
    found(this, '[role="status"]').textContent = said;
  }
}

/** A path as people write it; as it is where it says nothing. */
function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function sum(files: OfflineList['files']): number {
  return files.reduce((bytes, file) => bytes + file[1], 0);
}

customElements.define('study-offline', StudyOffline);
