/** What a toggle says itself, apart from the questions in it. */
import type { RootContent } from 'mdast';
import { plainText, showsSomething, wordsOfHtml } from './plain.ts';
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

/** The links below `children`: how many, their words, and whether all lead to places in the notes. */
function linksIn(children: RootContent[]): { count: number; words: string; inner: boolean } {
  const found = { count: 0, words: '', inner: true };
  const add = (words: string, url: string): void => {
    found.count++;
    found.words += words;
    found.inner &&= !/^[a-z][a-z\d+.-]*:|^\/\//i.test(url);
  };
  const visit = (node: RootContent): void => {
    if (node.type === 'link') add(plainText([node]), node.url);
    else if (node.type === 'linkReference') add(plainText([node]), '');
    else if (node.type === 'html') {
      for (const [, url = '', words = ''] of node.value.matchAll(ANCHOR)) add(wordsOfHtml(words), url);
    } else if ('children' in node) (node.children as RootContent[]).forEach(visit);
  };
  children.forEach(visit);
  return found;
}

const ANCHOR = /<a\s[^<>]*?href\s*=\s*["']?([^"'\s<>]*)[^<>]*>([\s\S]*?)<\/a>/gi;

/** True for a table of contents: hardly a word that is not a link. */
export function isLinkList(children: RootContent[]): boolean {
  const { count, words } = linksIn(children);
  const all = plainText(children).replace(/\s+/g, '');
  return count >= 3 && words.replace(/\s+/g, '').length >= 0.8 * all.length;
}

/** True for a table of contents whose links all stay within the notes: no answer looks like that. */
export function isContents(children: RootContent[]): boolean {
  return isLinkList(children) && linksIn(children).inner;
}
