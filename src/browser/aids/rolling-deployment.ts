/** `<rolling-deployment>`: steps through a rolling deployment with the reader's numbers. */
import { limitsOf, type RolloutStep } from '../../core/rolling-deployment.ts';
import { frameOf, SQUARE, squaresOf, tell } from '../../core/rollout-story.ts';
import { begin, faultIn, field, fillRows, numberIn, say } from './fields.ts';

const SVG = 'http://www.w3.org/2000/svg';

class RollingDeployment extends HTMLElement {
  connectedCallback(): void {
    begin(this, () => this.#show());
  }

  #show(): void {
    const fault = faultIn(this);
    if (fault !== null) {
      say(this, '.result strong', 'Something is missing.');
      say(this, '.result span', fault);
      return;
    }
    const rollout = {
      desired: numberIn(this, 'desired'),
      minimum: numberIn(this, 'minimum'),
      maximum: numberIn(this, 'maximum'),
    };
    const pace = { start: numberIn(this, 'start'), stop: numberIn(this, 'stop') };
    const { answer, details, steps, rows } = tell(rollout, pace, field(this, 'failing').checked);
    say(this, '.result strong', answer);
    say(this, '.result span', details);
    const body = this.querySelector('tbody');
    fillRows(body, rows, true);
    const { floor, cap } = limitsOf(rollout);
    for (const [n, row] of [...(body?.rows ?? [])].entries()) {
      const step = steps[n];
      if (step) row.insertCell().append(picture(step, floor, cap));
    }
  }
}

/** The tasks after a step. Sizes are attributes: the policy forbids styles. */
function picture(step: RolloutStep, floor: number, cap: number): SVGElement {
  const { inset, size } = SQUARE;
  const svg = shape('svg', { ...frameOf(cap), 'aria-hidden': 'true' });
  svg.append(
    ...squaresOf(step).map(({ x, kind }) =>
      shape('rect', { class: kind, x: x + inset, y: inset, width: size, height: size }),
    ),
    shape('path', { d: `M${floor} -0.2V1.2` }),
  );
  return svg;
}

function shape(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

customElements.define('rolling-deployment', RollingDeployment);
