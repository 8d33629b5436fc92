/**
 * Has a browser lay answers out before it comes to it by itself. Only notes of many questions bring this along.
 *
 * That of a question that has the focus, which a pointer that is pressed gives it too: when the press ends, the answer only
 * has to be painted. And one that opens or closes at once, as after a pointer's click, where a key would have to wait for
 * the next frame.
 */
import { whenPainted } from './when-idle.ts';

addEventListener('focusin', ({ target }) => {
  whenPainted(() => layOut(target as Element));
});

addEventListener('click', ({ target, detail }) => {
  // No click of a pointer is the zeroth. A toggle turns only once all have heard of the click.
  if (detail === 0) setTimeout(() => layOut(target as Element));
});

/** Asking for the place of something makes a browser lay it out, also where it is hidden. */
function layOut(clicked: Element): void {
  clicked.closest('summary')?.nextElementSibling?.getBoundingClientRect();
}
