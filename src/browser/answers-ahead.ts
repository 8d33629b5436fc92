/**
 * Lays out the answer of a question that has the focus, which a pointer that is pressed gives it too: when the press ends,
 * the answer only has to be painted. Only notes of many questions bring this along.
 */
import { whenPainted } from './when-idle.ts';

addEventListener('focusin', ({ target }) => {
  // Asking for the place of something that is hidden makes a browser lay it out.
  whenPainted(() => (target as Element).nextElementSibling?.getBoundingClientRect());
});
