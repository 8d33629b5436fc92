/** Toggles without a summary: the answer to a question above them, or words for a speaker. */
import type { RootContent } from 'mdast';
import { asks, isChoice, offersChoices, plainText, showsSomething } from './plain.ts';
import { findStem } from './stems.ts';

/** True for a stem that ends in a question, its code, pictures and choices aside. */
export function endsAsking(blocks: RootContent[]): boolean {
  const asking = blocks.findLastIndex((node) => plainText([node]).split('\n').some(asks));
  if (asking === -1) return offersChoices(plainText(blocks));
  const heading = blocks[asking]?.type === 'heading';
  return blocks.slice(asking + 1).every((node) => {
    const words = plainText([node]);
    if (node.type === 'code' || node.type === 'table' || words === '' || isChoice(words)) return true;
    // Points under a heading that asks are what a slide answers; under a question in words they are choices.
    return node.type === 'list' ? !heading : showsSomething([node]);
  });
}

/**
 * True where fewer than half of the toggles without a summary stand under a question: then those few only seem
 * to, and none of them is an answer.
 */
export function speaksAside(children: RootContent[], title: RootContent | null): boolean {
  let all = 0;
  let asking = 0;
  const visit = (siblings: RootContent[]): void => {
    siblings.forEach((node, at) => {
      if (node.type === 'toggle' && node.summary === null) {
        all++;
        const stem = findStem(siblings.slice(0, at), { title, owning: new Set(), repeated: new Set() });
        if (stem !== null && endsAsking(stem.blocks)) asking++;
      }
      if ('children' in node) visit(node.children as RootContent[]);
    });
  };
  visit(children);
  return asking * 2 < all;
}
