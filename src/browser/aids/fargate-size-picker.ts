/** `<fargate-size-picker>`: finds the cheapest size of a Fargate task that holds what is needed. */
import { offersFor } from '../../core/fargate-offer.ts';
import { fargateSizes, sizesFor } from '../../core/fargate-sizes.ts';
import { fargateRates, type Platform } from '../../core/prices.ts';
import { begin, faultIn, field, fillRows, numberIn, say } from './fields.ts';

class FargateSizePicker extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement) this.#takePrices();
    });
    begin(this, () => this.#show());
  }

  #platform(): Platform {
    const { value } = field<HTMLSelectElement>(this, 'platform');
    return value === 'arm' || value === 'windows' ? value : 'x86';
  }

  /** Another platform brings its own list prices. */
  #takePrices(): void {
    const rates = fargateRates[this.#platform()];
    field(this, 'vcpu-price').valueAsNumber = rates.vcpu;
    field(this, 'gb-price').valueAsNumber = rates.gb;
    field(this, 'disk-price').valueAsNumber = rates.disk;
    this.#show();
  }

  #show(): void {
    const fault = faultIn(this);
    if (fault !== null) {
      say(this, '.result strong', 'Something is missing.');
      say(this, '.result span', fault);
      return;
    }
    const rates = {
      vcpu: numberIn(this, 'vcpu-price'),
      gb: numberIn(this, 'gb-price'),
      disk: numberIn(this, 'disk-price'),
    };
    const order = {
      vcpu: numberIn(this, 'vcpu'),
      gb: numberIn(this, 'gb'),
      windows: this.#platform() === 'windows',
      disk: numberIn(this, 'disk'),
      tasks: numberIn(this, 'tasks'),
      hours: numberIn(this, 'hours'),
    };
    const { answer, cost, rows } = offersFor(order, rates);
    say(this, '.result strong', answer);
    say(this, '.result span', cost);
    fillRows(
      this.querySelector('[data-offers]'),
      rows.map(({ cells }) => cells),
    );
    const fitting = new Set(sizesFor(order, rates));
    for (const size of fargateSizes) {
      const place = this.querySelector(`[data-size="${size.cpu}/${size.memory}"]`);
      place?.classList.toggle('unfit', !fitting.has(size));
      if (size === rows[0]?.size) place?.setAttribute('aria-current', 'true');
      else place?.removeAttribute('aria-current');
    }
  }
}

customElements.define('fargate-size-picker', FargateSizePicker);
