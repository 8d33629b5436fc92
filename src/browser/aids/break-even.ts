/** `<break-even>`: compares a month on Fargate with one on instances. */
import { compare } from '../../core/break-even-story.ts';
import { fargateRates, type Instance, instances } from '../../core/prices.ts';
import { begin, faultIn, field, fillRows, numberIn, say } from './fields.ts';

class BreakEven extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement) this.#takePrices();
    });
    begin(this, () => this.#show());
  }

  #instance(): Instance | undefined {
    const { value } = field<HTMLSelectElement>(this, 'instance');
    return instances.types.find(({ type }) => type === value);
  }

  /** Another instance brings its own list price, and that of its processor on Fargate. */
  #takePrices(): void {
    const instance = this.#instance();
    if (!instance) return;
    field(this, 'price').valueAsNumber = instance.price;
    field(this, 'vcpu-price').valueAsNumber = fargateRates[instance.platform].vcpu;
    field(this, 'gb-price').valueAsNumber = fargateRates[instance.platform].gb;
    this.#show();
  }

  #show(): void {
    const fault = faultIn(this);
    const instance = this.#instance();
    if (fault !== null || !instance) {
      say(this, '.result strong', 'Something is missing.');
      say(this, '.result span', fault ?? '');
      return;
    }
    const share = (name: string) => numberIn(this, name) / 100;
    const { answer, details, rows } = compare({
      task: { vcpu: numberIn(this, 'vcpu'), gb: numberIn(this, 'gb') },
      host: {
        vcpu: instance.vcpu,
        gb: instance.gb,
        price: numberIn(this, 'price'),
        reserve: numberIn(this, 'reserve'),
      },
      rates: { vcpu: numberIn(this, 'vcpu-price'), gb: numberIn(this, 'gb-price') },
      tasks: numberIn(this, 'tasks'),
      filled: share('filled'),
      fee: share('fee'),
      fargateDiscount: share('fargate-discount'),
      hostDiscount: share('host-discount'),
      care: numberIn(this, 'work') * numberIn(this, 'wage'),
    });
    say(this, '.result strong', answer);
    say(this, '.result span', details);
    fillRows(this.querySelector('tbody'), rows, true);
  }
}

customElements.define('break-even', BreakEven);
