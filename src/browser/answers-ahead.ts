/**
 * Has a browser lay out ahead what is hidden and likely to be asked for. Only notes of many questions bring this along.
 *
 * The answer of a question that is pressed or has the focus: when the press ends, it only has to be painted. And, while
 * nothing else is to do, all that is hidden near the window. What a browser has never laid out, it makes anew each time the
 * colours change, and lays out the page around it, so that a pointer or the focus on the button of the theme asks for it again.
 */
import { whenPainted } from './when-idle.ts';

for (const sign of ['pointerdown', 'focusin']) {
  addEventListener(sign, ({ target }) => whenPainted(() => layOutAnswer(target as Element)));
}

for (const sign of ['pointerover', 'focusin']) {
  document.querySelector('theme-switch')?.addEventListener(sign, () => layOutHidden());
}

addEventListener('click', ({ target, detail }) => {
  // No click of a pointer is the zeroth. A toggle turns only once all have heard of the click.
  if (detail === 0) setTimeout(() => layOutAnswer(target as Element));
});

layOutHidden();

function layOutAnswer(pressed: Element): void {
  layOut(pressed.closest('summary')?.nextElementSibling);
}

/** All that is near the window, piece by piece. */
function layOutHidden(pieces = hiddenIn(document.body)): void {
  if (!('requestIdleCallback' in window)) return;
  requestIdleCallback((idle) => {
    while (idle.timeRemaining() > 0) {
      const { value, done } = pieces.next();
      if (done) return;
      layOut(value);
    }
    layOutHidden(pieces);
  });
}

/** What is hidden, in the order of the page, of each part that is not: what is within that is too. */
function* hiddenIn(parent: Element): Generator<Element> {
  for (const child of parent.children) {
    if (child.checkVisibility({ contentVisibilityAuto: true })) yield* hiddenIn(child);
    else {
      yield child;
      // Hidden only for being far from the window, and with all that stand beside it.
      if (child.checkVisibility()) return;
    }
  }
}

/** Asking for the place of something makes a browser lay it out, also where it is hidden. */
function layOut(hidden: Element | null | undefined): void {
  hidden?.getBoundingClientRect();
}
