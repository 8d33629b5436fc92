/**
 * `<study-print>`: notes ready for print, in the form that its reader chooses.
 *
 * The address keeps what is chosen: `?form=cards&paper=letter`, and `#1-bread/1-dough` for one note alone.
 * With answers, and with lines, it prints without this script too.
 */
import { fragmentOf } from '../permalinks.ts';
import { layAnswers } from './answers-at-end.ts';
import { aloneOn } from './asked.ts';
import { layCards } from './cards.ts';

/** Countries that print on Letter. */
const LETTER = /-(?:US|CA|MX|PH|CL|CO|CR|GT|PA|DO|NI|SV|VE|PR)\b/;

class StudyPrint extends HTMLElement {
  connectedCallback(): void {
    this.#choose(new URLSearchParams(location.search));
    this.addEventListener('change', () => this.#chosen());
    this.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('[data-do="print"]')) print();
    });
    // The browser shows the note of the address first.
    addEventListener('hashchange', () => this.#lay());
    this.#lay();
  }

  #choose(address: URLSearchParams): void {
    const paper = address.get('paper') ?? (LETTER.test(navigator.language) ? 'letter' : 'a4');
    for (const radio of this.querySelectorAll<HTMLInputElement>('[type="radio"]')) {
      const wanted = radio.name === 'paper' ? paper : address.get('form');
      if (radio.value === wanted) radio.checked = true;
    }
  }

  #chosen(): void {
    const address = new URLSearchParams({ form: this.#value('form'), paper: this.#value('paper') });
    history.replaceState(null, '', `?${address}${location.hash}`);
    this.#lay();
  }

  #value(name: string): string {
    return this.querySelector<HTMLInputElement>(`[name="${name}"]:checked`)?.value ?? '';
  }

  /** Lays out anew what CSS alone cannot, and says which notes are shown. */
  #lay(): void {
    const alone = aloneOn(this)?.id ?? '_all';
    for (const link of this.querySelectorAll<HTMLAnchorElement>('.scope > a')) {
      const isShown = fragmentOf(link) === alone;
      link.ariaCurrent = isShown ? 'true' : null;
    }
    for (const made of this.querySelectorAll('.keys, .sheets, .key')) made.remove();
    const form = this.#value('form');
    if (form === 'end') layAnswers(this);
    if (form === 'cards') this.#layCards();
  }

  #layCards(): void {
    layCards(this, this.#value('paper'));
    // A picture that has not come yet takes no room, and what is measured without it is cut off with it.
    const coming = [...this.querySelectorAll<HTMLImageElement>('.piece img')].filter(
      ({ complete }) => !complete,
    );
    if (coming.length > 0)
      Promise.allSettled(coming.map((picture) => picture.decode())).then(() => this.#lay());
  }
}

customElements.define('study-print', StudyPrint);
