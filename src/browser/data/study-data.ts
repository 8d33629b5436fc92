/** `<study-data>`: the learner's history as their own, to take along, to bring back and to begin again. */
import * as words from '#words';
import { orphansOf } from '../../core/orphans.ts';
import { decksAt } from '../decks.ts';
import { found } from '../found.ts';
import { History } from '../history.ts';
import { lookForGone } from '../look-for-gone.ts';
import { storageInWords } from '../recall/words.ts';
import { backupOf, readBytes } from './backup-file.ts';
import { BeginAgain } from './begin-again.ts';
import { Download } from './download.ts';
import { askForPromise, tellKept, tellPromise } from './kept.ts';
import { bringsHistory, bytesIn, linkOf } from './link.ts';
import { PutAside } from './put-aside.ts';
import { Restore } from './restore.ts';

/** The fragment of the address if it brings a history along, which is not to stay in the list of visited pages. */
function broughtAlong(): string | null {
  const { hash, pathname, search } = location;
  if (!bringsHistory(hash)) return null;
  window.history.replaceState(null, '', pathname + search);
  return hash;
}

class StudyData extends HTMLElement {
  #history!: History;
  #download!: Download;
  #restore!: Restore;
  #again!: BeginAgain;

  connectedCallback(): void {
    // What is done before the history is open is done as soon as it is.
    const opening = this.#open();
    this.addEventListener('click', async ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
      await opening;
      if (button) this.#do(button.dataset['do'] ?? '');
    });
    const input = found<HTMLInputElement>(this, '#_file');
    input.addEventListener('change', async () => {
      const file = input.files?.[0];
      await opening;
      if (file) this.#restore.consider((pause) => readBytes(file.stream(), pause), file.size);
    });
  }

  async #open(): Promise<void> {
    const { hash } = location;
    const brought = broughtAlong();
    const [history, decks] = await Promise.all([
      History.open(import.meta.env.BASE_URL),
      decksAt(this.dataset['decks'] ?? ''),
    ]);
    const say = (words: string) => this.#say(words);
    this.#history = history;
    this.#download = new Download(this, history, say);
    this.#restore = new Restore(this, history, say);
    this.#again = new BeginAgain(this, history, decks ?? [], say);
    const aside = new PutAside(this, history, decks ?? [], say);
    const show = () => {
      const notice = found(this, '[data-storage]');
      notice.textContent = storageInWords(history.log.saving, history.log.recovery, notice);
      tellKept(this, history);
      this.#download.show();
      this.#again.show();
      aside.show();
      // Where the decks could not be fetched nobody knows what is gone.
      this.#tellGone(decks ? orphansOf(history.memories, decks) : []);
    };
    history.subscribe(show);
    show();
    if (decks) lookForGone(history, decks);
    if (brought) this.#take(brought);
    // A link may be followed on this page itself.
    addEventListener('hashchange', () => {
      const fragment = broughtAlong();
      if (fragment) this.#take(fragment);
    });
    await tellPromise(this);
    this.dataset['ready'] = '';
    // What the address names may have been hidden until now.
    if (hash === location.hash && hash !== '') location.replace(hash);
  }

  #take(fragment: string): void {
    this.#restore.consider(async (pause) => readBytes(bytesIn(fragment), pause), 0);
  }

  #do(command: string): Promise<void> | void {
    if (command === 'persist') return askForPromise(this).then((words) => this.#say(words));
    if (command === 'download') return this.#download.download();
    if (command === 'keep') return this.#download.choose();
    if (command === 'stop') return this.#download.stop();
    if (command === 'add') return this.#restore.add();
    if (command === 'cancel') return this.#restore.cancel();
    if (command === 'link') return this.#makeLink();
    if (command === 'copy') return this.#copyLink();
    if (command === 'ask') return this.#again.ask();
    if (command === 'reset') return this.#again.reset();
    if (command === 'keep-all') return this.#again.leave();
  }

  async #makeLink(): Promise<void> {
    const { events } = this.#history.log;
    const link = await linkOf(await backupOf(events), location.href.replace(/#.*$/s, ''));
    const place = found(this, '[data-link]');
    place.hidden = link === null;
    const input = found<HTMLInputElement>(place, 'input');
    input.value = link ?? '';
    found(this, '[data-link-words]').textContent =
      link === null ? words.tooManyForALink(events.length) : words.openOnOther(events.length);
    if (link !== null) input.select();
  }

  async #copyLink(): Promise<void> {
    const input = found<HTMLInputElement>(this, '#_link');
    try {
      await navigator.clipboard.writeText(input.value);
      this.#say(words.linkCopied);
    } catch {
      input.select();
      this.#say(words.linkNotCopied);
    }
  }

  #tellGone(orphans: ReturnType<typeof orphansOf>): void {
    const section = found(this, '[data-gone]');
    section.hidden = orphans.length === 0;
    found(section, 'ul').replaceChildren(
      ...orphans.map(({ card, reviews }) => {
        const item = document.createElement('li');
        const id = Object.assign(document.createElement('bdi'), { textContent: card });
        item.append(id, words.reviewsAfter(reviews));
        return item;
      }),
    );
  }

  #say(words: string): void {
    found(this, '[role="status"]').textContent = words;
  }
}

customElements.define('study-data', StudyData);
