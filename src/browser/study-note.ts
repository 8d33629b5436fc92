/**
 * `<study-note>`: a note that opens, closes, links and copies.
 *
 * Everything in it can be read and opened without this script. No opening done
 * here counts as an attempt to recall: only a reader's own click or key on a
 * summary does.
 */
import { fragmentOf, reveal } from './permalinks.ts';
import { markReadingPlace } from './reading-place.ts';
import { Toggles } from './toggles.ts';
import { whenIdle } from './when-idle.ts';

class StudyNote extends HTMLElement {
  readonly #toggles = new Toggles(this);
  #copying: Promise<void> | undefined;

  connectedCallback(): void {
    this.addEventListener('click', (event) => this.#clicked(event));
    this.addEventListener('toggle', (event) => this.#toggled(event), { capture: true });
    addEventListener('hashchange', () => this.#revealAddressed());
    this.#openInPrint();
    markReadingPlace(this);
    this.#revealAddressed();
    for (const sign of ['pointerover', 'focusin']) this.addEventListener(sign, () => this.#offerCopying());
    whenIdle(() => {
      import('./recall/note-recall.ts').then((recall) => recall.startRecall(this));
      if (this.querySelector('pre')) this.#offerCopying();
    });
  }

  /** At the first sign of a hand, or for the sake of code: nobody copies before. */
  #offerCopying(): void {
    this.#copying ??= import('./copying.ts').then((copying) => copying.offerCopying(this));
  }

  #clicked({ target, isTrusted }: Event): void {
    if (!(target instanceof Element)) return;
    const command = target.closest<HTMLButtonElement>('.bar [data-do]')?.dataset['do'];
    if (command) {
      if (command === 'restore') this.#toggles.restore();
      else this.#toggles.all(command === 'open');
    }
    const toggle = target.closest('summary')?.parentElement;
    if (toggle instanceof HTMLDetailsElement) {
      this.#toggles.forget(toggle);
      // The reader's own click, or key, on a closed summary: an attempt to recall. Recall asks how it went.
      if (!toggle.open && isTrusted) toggle.dataset['attempt'] = '';
    }
    // What was asked for shows first.
    whenIdle(() => this.#offerRestoring());
    // Opening before the browser follows the link lets it scroll to the right place,
    // also on a second click, when the address does not change.
    const link = target.closest('a');
    const id = link && fragmentOf(link);
    if (id) reveal(this, id);
  }

  /** What style sheets cannot open in older browsers, and only as long as it is printed. */
  #openInPrint(): void {
    if (CSS.supports('selector(::details-content)')) return;
    const toggles = new Toggles(this, (turn) => turn());
    addEventListener('beforeprint', () => toggles.all(true));
    addEventListener('afterprint', () => toggles.restore());
  }

  #offerRestoring(): void {
    const button = this.querySelector<HTMLButtonElement>('[data-do="restore"]');
    if (!button) return;
    const { isKept } = this.#toggles;
    // The focus must not fall off the page with the button it stands on.
    if (!isKept && button === document.activeElement) {
      this.querySelector<HTMLButtonElement>('[data-do="open"]')?.focus();
    }
    button.hidden = !isKept;
  }

  #toggled({ target }: Event): void {
    if (!(target instanceof HTMLDetailsElement)) return;
    if (target.open) this.#addEnding(target);
    else delete target.dataset['attempt'];
  }

  /** What ends an answer, before its follow-up questions. */
  #addEnding(toggle: HTMLElement): void {
    const question = toggle.closest('.question');
    const answer = toggle.querySelector(':scope > .answer');
    const template = this.querySelector<HTMLTemplateElement>('[data-ending]');
    if (!question || !answer || !template || answer.querySelector(':scope > .ending')) return;
    const ending = document.importNode(template.content, true);
    ending.querySelector('a')?.setAttribute('href', `#${encodeURIComponent(question.id)}`);
    const followUp = answer.querySelector(':scope > :is(.question, .questions, .group)');
    answer.insertBefore(ending, followUp);
  }

  #revealAddressed(): void {
    const id = fragmentOf(location);
    if (id) reveal(this, id)?.scrollIntoView();
  }
}

customElements.define('study-note', StudyNote);
