/** Ticks on an answer's list: what one recalled of it suggests the rating. */
import * as words from '#words';
import type { Rating } from '../../core/event.ts';

/** Puts a tick before each item of the answer's lists, unless there is only one. `changed` hears of every tick. */
export function offerTicks(answer: HTMLElement, changed: (suggested: Rating) => void): void {
  const items = [...answer.querySelectorAll<HTMLLIElement>(':scope > :is(ul, ol):not(.questions) > li')];
  if (items.length < 2 || items.some((item) => item.querySelector('input'))) return;
  const ticks = items.map((item) => {
    const tick = document.createElement('input');
    tick.type = 'checkbox';
    tick.setAttribute('aria-label', words.recalledOf(item.textContent.trim().slice(0, 60)));
    item.prepend(tick);
    item.classList.add('ticked');
    return tick;
  });
  answer.addEventListener('change', () => {
    const share = ticks.filter((tick) => tick.checked).length / ticks.length;
    changed(share === 1 ? 3 : partly(share));
  });
}

const partly = (share: number): Rating => (share >= 0.5 ? 2 : 1);

/** Takes the ticks away again. */
export function removeTicks(answer: HTMLElement): void {
  for (const item of answer.querySelectorAll('.ticked')) {
    item.classList.remove('ticked');
    item.querySelector('input')?.remove();
  }
}
