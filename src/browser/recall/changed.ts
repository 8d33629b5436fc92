/** Answers that their author changed since the learner last recalled them. Loaded only where there is one. */
import * as words from '#words';
import { difference } from '../../core/difference.ts';
import type { History } from '../history.ts';
import { keptAnswer } from '../log/kept-answer.ts';
import { type CardOnPage, ownText } from './cards.ts';

/** What the learner may do about it. */
const COMMANDS = { difference: words.showDifference, soon: words.askAgainSoon, seen: words.haveSeenIt };

/**
 * Tells at the head of an answer that it is not the one that was `learned`, and offers to see the difference. `within`:
 * an element with the site's own words in this note, whose language and direction hold here.
 */
export function tellChange(
  of: CardOnPage,
  learned: string,
  history: History,
  within: HTMLElement | null | undefined,
): void {
  of.element.style.setProperty('--changed', `'${words.changed}'`);
  const notice = noticeIn(within?.lang ?? '', within?.dir ?? '');
  of.answer.prepend(notice);
  notice.addEventListener('click', async ({ target }) => {
    const command = target instanceof HTMLElement ? target.closest('button')?.dataset['do'] : undefined;
    if (command === 'difference') showDifference(notice, of, await keptAnswer(history.log, of.card, learned));
    else if (command === 'seen' || command === 'soon') {
      of.summary.focus();
      await history.remark(of.card, command, of.rev);
    }
  });
}

function noticeIn(lang: string, dir: string): HTMLElement {
  const notice = document.createElement('div');
  notice.className = 'changed';
  if (lang) notice.lang = lang;
  if (dir) notice.dir = dir;
  const told = document.createElement('p');
  told.textContent = words.hasChanged;
  const choices = document.createElement('p');
  choices.className = 'words';
  for (const [command, name] of Object.entries(COMMANDS)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['do'] = command;
    button.textContent = name;
    choices.append(button);
  }
  const shown = document.createElement('p');
  shown.className = 'difference';
  notice.append(told, choices, shown);
  return notice;
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
