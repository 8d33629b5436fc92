/** Several toggles about one question: hints, its answer, and what is said about it besides. */
import type { RootContent } from 'mdast';
import { isPlaceholder } from './answers.ts';
import { type BindOptions, kindOf, summaryOf } from './container.ts';
import { fold, hasWord, Labels } from './labels.ts';
import { ownText } from './own-text.ts';
import type { ToggleNode } from './parse.ts';
import { plainText, showsSomething } from './plain.ts';
import { type QuestionNode, questionOf } from './question-node.ts';
import { holdsQuestion } from './stems.ts';

/** Whether there is an answer in a toggle. */
export function stateOf(toggle: ToggleNode, options: BindOptions): 'answered' | 'open' {
  const blank = ownText(toggle.children) === '' && plainText(toggle.children) === '';
  if (blank && !toggle.children.some(holdsQuestion) && !showsSomething(toggle.children)) return 'open';
  if (toggle.children.some(holdsQuestion)) return 'answered';
  return isPlaceholder(toggle.children, options.placeholders) ? 'open' : 'answered';
}

/** A question whose words stand above its toggle: a toggle right after that one is about the same question. */
export function isBoundAbove(question: QuestionNode): boolean {
  return question.from !== 'summary' && question.kind !== 'disclosure' && question.kind !== 'hint';
}

/** A second toggle in a row: a hint before its solution, or something more about the same question. */
export function share(
  question: QuestionNode,
  toggle: ToggleNode,
  label: RootContent[] | null,
  labelText: string | null,
  options: BindOptions,
): void {
  const first = question.labelText ?? '';
  const second = labelText ?? '';
  const bothHints = hasWord(first, 'hint') && hasWord(second, 'hint');
  const secondIsMore =
    (hasWord(second, 'hint') && !bothHints) ||
    (first === second && !bothHints) ||
    (!hasWord(first, 'hint') && (hasWord(first, 'answer') || hasWord(second, 'explanation')));
  if (secondIsMore) {
    question.answer.push(questionOf(toggle, 'disclosure', { label, labelText }));
    return;
  }
  const answer = question.toggle;
  if (answer === null) return;
  question.hints.push(
    questionOf(answer, 'hint', {
      label: question.label,
      labelText: question.labelText,
      answer: question.answer,
    }),
  );
  question.toggle = toggle;
  question.answer = toggle.children;
  question.label = label;
  question.labelText = labelText;
  question.line = toggle.line;
  question.column = toggle.column;
  question.kind = stateOf(toggle, options);
}

const isQuiet = (node: RootContent): boolean => node.type === 'html' && plainText([node]) === '';

/**
 * True for one of several toggles in a row that are told apart by their numbers alone ("Exercise 1", "Exercise 2")
 * and lead to no answer: their names are all they ask.
 */
export function isNumbered(toggle: ToggleNode, siblings: RootContent[], options: BindOptions): boolean {
  const { text } = summaryOf(toggle);
  if (text === null || !/\d/.test(text) || Labels.isVocabulary(text)) return false;
  const label = fold(text);
  const isOne = (node: RootContent): boolean =>
    node.type === 'toggle' && fold(summaryOf(node).text ?? '') === label;
  let from = siblings.indexOf(toggle);
  let to = from;
  const next = (at: number, step: number): number => {
    let other = at + step;
    for (let node = siblings[other]; node !== undefined && isQuiet(node); node = siblings[other])
      other += step;
    return other;
  };
  for (let at = next(from, -1); at >= 0 && isOne(siblings[at] as RootContent); at = next(at, -1)) from = at;
  for (let at = next(to, 1); at < siblings.length && isOne(siblings[at] as RootContent); at = next(at, 1))
    to = at;
  const after = siblings[next(to, 1)];
  const answered =
    after?.type === 'toggle' &&
    kindOf(after, options) !== 'question' &&
    Labels.isVocabulary(summaryOf(after).text ?? '');
  return from !== to && !answered;
}
