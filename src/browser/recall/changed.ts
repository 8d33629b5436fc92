/** Answers that their author changed since the learner last recalled them. */
import type { History } from '../history.ts';
import { type CardOnPage, ownText } from './cards.ts';

/** Marks the answer of `of` where it is not the one that was learned, and offers to see the difference. */
export function markChanged(of: CardOnPage, history: History, template: HTMLTemplateElement): void {
  const memory = history.memories.of(of.card);
  const learned = memory?.rev ?? '';
  const isChanged = learned !== '' && of.rev !== '' && learned !== of.rev;
  const notice = of.answer.querySelector(':scope > .changed');
  of.element.toggleAttribute('data-changed', isChanged);
  if (!isChanged) notice?.remove();
  if (!isChanged || notice) return;
  of.answer.prepend(document.importNode(template.content, true));
  const place = of.answer.firstElementChild;
  place?.addEventListener('click', async ({ target }) => {
    const command = target instanceof HTMLElement ? target.closest('button')?.dataset['do'] : undefined;
    if (command === 'difference')
      await showDifference(place, of, await history.log.keptAnswer(of.card, learned));
    else if (command === 'seen' || command === 'soon') {
      of.summary.focus();
      await history.remark(of.card, command, of.rev);
    }
  });
}

async function showDifference(place: Element, of: CardOnPage, before: string | null): Promise<void> {
  const into = place.querySelector('.difference');
  if (!into) return;
  if (before === null) {
    into.textContent =
      'The answer you learned was read on another device or its copy is gone, so there is nothing to compare with.';
    return;
  }
  const { diffWordsWithSpace } = await import('diff');
  const parts = diffWordsWithSpace(before, ownText(of.answer)).map(({ value, added, removed }) => {
    if (!added && !removed) return value;
    const part = document.createElement(added ? 'ins' : 'del');
    part.textContent = value;
    return part;
  });
  into.replaceChildren(...parts);
}
