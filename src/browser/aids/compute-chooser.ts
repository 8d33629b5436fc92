/** `<compute-chooser>`: the first question that is ticked decides. */
import { chooseCompute, computeQuestions } from '../../core/compute-choice.ts';
import { begin, say, ticked } from './fields.ts';

class ComputeChooser extends HTMLElement {
  connectedCallback(): void {
    begin(this, () => this.#show());
  }

  #show(): void {
    const yes = ticked(this);
    const { compute, because, otherwise, also } = chooseCompute(yes);
    say(this, '.result strong', compute);
    say(this, '.result span', because);
    say(this, '[data-otherwise]', otherwise);
    const rest = this.querySelector<HTMLElement>('[data-also]');
    if (rest) {
      rest.hidden = also.length === 0;
      const others = [...new Set(also.map((other) => other.compute))].join(' and ');
      say(this, '[data-also]', `Further ticks speak for ${others}, if the first can be settled otherwise.`);
    }
    const deciding = computeQuestions.find(({ id }) => yes.has(id))?.id ?? 'default';
    for (const item of this.querySelectorAll<HTMLElement>('[data-question]')) {
      if (item.dataset['question'] === deciding) item.setAttribute('aria-current', 'true');
      else item.removeAttribute('aria-current');
    }
  }
}

customElements.define('compute-chooser', ComputeChooser);
