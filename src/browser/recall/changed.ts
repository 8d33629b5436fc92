/** Answers that their author changed since the learner last recalled them. Loaded only where there is one. */
import * as words from '#words';
import { difference } from '../../core/difference.ts';
import type { History } from '../history.ts';
import { keptAnswer } from '../log/kept-answer.ts';
import { type CardOnPage, ownText } from './cards.ts';

/** Tells at the head of an answer that it is not the one that was `learned`, and offers to see the difference. */
export function tellChange(
  of: CardOnPage,
  learned: string,
  history: History,
  template: HTMLTemplateElement,
): void {
  of.element.style.setProperty('--changed', `'${words.changed}'`);
  of.answer.prepend(document.importNode(template.content, true));
  const notice = of.answer.firstElementChild;
  notice?.addEventListener('click', async ({ target }) => {
    const command = target instanceof HTMLElement ? target.closest('button')?.dataset['do'] : undefined;
    if (command === 'difference') showDifference(notice, of, await keptAnswer(history.log, of.card, learned));
    else if (command === 'seen' || command === 'soon') {
      of.summary.focus();
      await history.remark(of.card, command, of.rev);
    }
  });
}

function showDifference(notice: Element, of: CardOnPage, before: string | null): void {
  const into = notice.querySelector('.difference');
  if (before === null) {
    into?.replaceChildren(words.nothingToCompare);
    return;
  }
  const parts = difference(before, ownText(of.answer)).map((part) => {
    if (part.in === 'both') return part.text;
    const element = document.createElement(part.in === 'new' ? 'ins' : 'del');
    element.textContent = part.text;
    return element;
  });
  into?.replaceChildren(...parts);
}
