/** Numbers of questions where their author wrote none. */
import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import type { Question } from '../core/note.ts';
import { visit } from './visit.ts';

/** A number in the words themselves: `0.1 What …?`. */
const IN_WORDS = /^\d+[.)]\d*\s/;

/**
 * Numbers the top questions of a note's `tree`, unless its author numbered any: in a list, or in the words themselves. The
 * number stands in `data-number`. A style sheet could count, but not across runs: each of them would begin with one.
 * A question before which a number hangs, its author's or one of these, gets the class `numbered`.
 */
export function numberQuestions(tree: Root, questions: readonly Pick<Question, 'prompt'>[]): void {
  if (!questions.some(({ prompt }) => IN_WORDS.test(prompt)) && !hasNumber(tree)) giveNumbers(tree);
  visit(tree, 'element', (element) => {
    if (isOf(element, 'question') && element.children.some(showsNumber))
      element.properties['className'] = [element.properties['className'], 'numbered'].flat() as string[];
  });
}

function giveNumbers(tree: Root): void {
  const lists = childrenOf(tree, 'questions').flatMap((list) => childrenOf(list, 'item'));
  const top = new Set([tree, ...lists].flatMap((parent: Parents) => childrenOf(parent, 'question')));
  let number = 0;
  // In the order of the page.
  visit(tree, 'element', (element) => {
    const prompt = top.has(element) ? element.children.find(isPrompt) : undefined;
    if (prompt) prompt.properties['dataNumber'] = ++number;
  });
}

/** Whether it is what stands above the answer, and what the number stands before. */
function isPrompt(child: ElementContent): child is Element {
  return child.type === 'element' && (child.tagName === 'summary' || isOf(child, 'prompt'));
}

function showsNumber(child: ElementContent): boolean {
  return isPrompt(child) && ('dataNumber' in child.properties || childrenOf(child, 'number').length > 0);
}

function hasNumber(tree: Root): boolean {
  let found = false;
  visit(tree, 'element', (element) => {
    found ||= isOf(element, 'number');
    return !found;
  });
  return found;
}

function childrenOf(parent: Parents, className: string): Element[] {
  return (parent.children as Nodes[]).filter(
    (child): child is Element => child.type === 'element' && isOf(child, className),
  );
}

function isOf({ properties }: Element, className: string): boolean {
  return [properties['className']].flat().includes(className);
}
