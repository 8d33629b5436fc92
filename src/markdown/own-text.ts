/** What a toggle says itself, apart from the questions in it. */
import type { RootContent } from 'mdast';
import { plainText, showsSomething } from './plain.ts';
import { holdsQuestion } from './stems.ts';

/** Words of a toggle's own, questions inside and headings aside. */
export function ownText(children: RootContent[]): string {
  const own = children.filter(
    (node) => node.type !== 'heading' && !(node.type === 'html' && /^<h[1-6][\s>]/i.test(node.value)),
  );
  return own
    .map((node) => {
      if (node.type !== 'list' || !holdsQuestion(node))
        return plainText([node]) + (showsSomething([node]) ? '#' : '');
      return node.children
        .map((item) =>
          item.children.some(holdsQuestion) ? plainText(item.children.slice(1)) : plainText(item.children),
        )
        .join('');
    })
    .join('')
    .trim();
}

/** True where a question, not only a disclosure or a hint, stands among `children` or below. */
export function hasQuestions(children: RootContent[]): boolean {
  return children.some((node) => {
    if (node.type === 'question') return node.kind !== 'disclosure' && node.kind !== 'hint';
    return 'children' in node && hasQuestions(node.children as RootContent[]);
  });
}

/** True for a table of contents: hardly a word that is not a link. */
export function isLinkList(children: RootContent[]): boolean {
  let links = 0;
  let linked = '';
  const visit = (node: RootContent): void => {
    if (node.type === 'link' || node.type === 'linkReference') {
      links++;
      linked += plainText([node]);
    } else if ('children' in node) (node.children as RootContent[]).forEach(visit);
  };
  children.forEach(visit);
  const all = plainText(children).replace(/\s+/g, '');
  return links >= 3 && linked.replace(/\s+/g, '').length >= 0.8 * all.length;
}
