/** `<study-offline>`: what is kept here, and keeping all of it. Also what stands in for a page that is not kept. */
import { lackOf } from '../../core/room.ts';
import { found } from '../found.ts';
import { counted } from '../numbers.ts';
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
  ownCache,
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
    const title = link?.querySelector('.title')?.textContent?.trim() ?? pathname;
    document.title = `${title} · ${document.title}`;
    found(this, 'h1').textContent = 'This page is not kept here';
    const name = Object.assign(document.createElement('bdi'), { textContent: title });
    found(this, '[data-lead]').replaceChildren(
      name,
      ' could not be fetched: there is no network, or the server does not answer. Your history is safe, and these notes can be read:',
    );
    found(this, '[data-missed]').hidden = false;
    // What can be read comes first now.
    found(this, '[data-missed]').after(found(this, '[aria-labelledby="_kept"]'));
    addEventListener('online', () => this.#say('The network is back. Try again.'));
  }

  /** Shows the notes that are kept, and leaves out the others. */
  async #showKept(): Promise<void> {
    const cache = await ownCache();
    const kept = new Set((await cache?.keys())?.map(({ url }) => new URL(url).pathname));
    const links = [...this.querySelectorAll<HTMLAnchorElement>('.notes a')];
    for (const link of links)
      found(this, `.notes li:has([data-note="${CSS.escape(link.dataset['note'] ?? '')}"])`).hidden =
        !kept.has(link.pathname);
    for (const topic of this.querySelectorAll<HTMLElement>('.topic'))
      topic.hidden = !topic.querySelector('li:not([hidden])');
    const count = links.filter(({ pathname }) => kept.has(pathname)).length;
    const { usage } = (await navigator.storage?.estimate?.()) ?? {};
    const all =
      usage === undefined ? '' : ` With your history, this site uses ${size(usage)} of this device.`;
    found(this, '[data-kept]').textContent =
      count === 0
        ? 'No note yet. What you read from now on is kept.'
        : `${count === links.length ? 'All' : `${count} of`} ${counted(links.length, 'note')}, ${size(await bytesKept())} with all that belongs to them.${all}`;
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
      if (before !== null) return 'The whole course is kept here.';
      if (navigator.onLine) return 'This site keeps nothing for reading offline.';
      return 'What it takes can be seen once there is a network.';
    }
    if (!(await hasWorker()))
      return 'This browser keeps no pages for this site. Nothing is lost by it: with a network everything works.';
    const { files, build } = this.#list;
    const missing = await missingOf(this.#list);
    const lacking = size(sum(missing));
    const here = size(sum(files) - sum(missing));
    if (missing.length === 0 && before === build)
      return `The whole course is kept here: ${here}. A visit with a network brings it up to date.`;
    button.hidden = false;
    button.textContent = before === null ? 'Keep this course offline' : 'Bring it up to date';
    return before === null
      ? `Every note with its pictures, the review, progress and search: ${lacking} more than the ${here} that are here.`
      : `There is a newer version of the course: ${lacking} of it are not here yet.`;
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
      found(this, '[data-room]').textContent = `${size(done)} of ${size(bytes)}`;
    };
    this.#working(true);
    show();
    try {
      await keepCourse(missing, signal, ([, size]) => {
        done += size;
        show();
      });
      return signal.aborted ? 'Stopped. What is here stays, and can be read.' : 'All of it is here now.';
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
      await this.#showAll('Removed. Your history is as it was.');
    } catch (error) {
      this.#say(`It could not be removed: ${(error as Error).message}. Reload this page and try again.`);
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

  #say(words: string): void {
    found(this, '[role="status"]').textContent = words;
  }
}

function sum(files: OfflineList['files']): number {
  return files.reduce((bytes, file) => bytes + file[1], 0);
}

customElements.define('study-offline', StudyOffline);
