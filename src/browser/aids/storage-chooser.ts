/** `<storage-chooser>`: what is ticked of the data decides. */
import { chooseStorage, storageQuestions } from '../../core/storage-choice.ts';
import { begin, say, ticked } from './fields.ts';

class StorageChooser extends HTMLElement {
  connectedCallback(): void {
    begin(this, () => this.#show());
  }

  #show(): void {
    const yes = ticked(this);
    const needs = storageQuestions.map(({ id }) => id).filter((id) => yes.has(id));
    const { storage, because, trap } = chooseStorage(new Set(needs));
    say(this, '.result strong', storage.name);
    say(this, '[data-because]', because);
    say(this, '[data-trap]', trap ?? '');
    const warning = this.querySelector<HTMLElement>('[data-trap]');
    if (warning) warning.hidden = trap === null;
    for (const row of this.querySelectorAll<HTMLElement>('[data-storage]')) {
      if (row.dataset['storage'] === storage.id) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
  }
}

customElements.define('storage-chooser', StorageChooser);
