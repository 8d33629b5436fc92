/**
 * `<study-note>`: a note that opens, closes, links and copies.
 *
 * Everything in it can be read and opened without this script. No opening done
 * here counts as an attempt to recall: only a reader's own click or key on a
 * summary does.
 */
import { offerCopying } from './copying.ts';
import { fragmentOf, reveal } from './permalinks.ts';
import { markReadingPlace } from './reading-place.ts';
import { Toggles } from './toggles.ts';

class StudyNote extends HTMLElement {
  readonly #toggles = new Toggles(this);

  connectedCallback(): void {
    this.addEventListener('click', (event) => this.#clicked(event));
    this.addEventListener('toggle', (event) => this.#toggled(event), { capture: true });
    addEventListener('hashchange', () => this.#revealAddressed());
    offerCopying(this);
    markReadingPlace(this);
    this.#revealAddressed();
  }

  #clicked({ target }: Event): void {
    if (!(target instanceof Element)) return;
    const command = target.closest<HTMLButtonElement>('button[data-do]')?.dataset['do'];
    if (command === 'print') print();
    else if (command) this.#bulk(command);
    else if (target.closest('summary')) this.#forgetBefore();
    // Opening before the browser follows the link lets it scroll to the right place,
    // also on a second click, when the address does not change.
    const link = target.closest('a');
    const id = link && fragmentOf(link);
    if (id) reveal(this, id);
  }

  #bulk(command: string): void {
    if (command === 'restore') {
      this.#toggles.restore();
      this.#offerRestoring(false);
      return;
    }
    this.#toggles.all(command === 'open');
    this.#offerRestoring(true);
  }

  #forgetBefore(): void {
    this.#toggles.forget();
    this.#offerRestoring(false);
  }

  #offerRestoring(offered: boolean): void {
    const button = this.querySelector<HTMLButtonElement>('button[data-do="restore"]');
    if (!button) return;
    // The focus must not fall off the page with the button it stands on.
    if (!offered && button === document.activeElement) {
      this.querySelector<HTMLButtonElement>('button[data-do="open"]')?.focus();
    }
    button.hidden = !offered;
  }

  #toggled({ target }: Event): void {
    if (!(target instanceof HTMLDetailsElement) || !target.open) return;
    const question = target.closest<HTMLElement>('.question');
    const answer = target.querySelector<HTMLElement>(':scope > .answer');
    if (question && answer) this.#addWords(question, answer);
  }

  /** The quiet row that ends an answer. */
  #addWords(question: HTMLElement, answer: HTMLElement): void {
    if (answer.querySelector(':scope > .words')) return;
    const template = this.querySelector<HTMLTemplateElement>('template[data-words]');
    const words = template?.content.cloneNode(true);
    if (!(words instanceof DocumentFragment)) return;
    words.querySelector('a')?.setAttribute('href', `#${encodeURIComponent(question.id)}`);
    const followUp = answer.querySelector(':scope > :is(.question, .questions, .group)');
    answer.insertBefore(words, followUp);
  }

  #revealAddressed(): void {
    const id = fragmentOf(location);
    if (id) reveal(this, id)?.scrollIntoView();
  }
}

customElements.define('study-note', StudyNote);
