/**
 * The faces of cards outside the site: question, hint and answer as the page of their note has them.
 *
 * What belongs to the page goes: ids, numbers, follow-up questions, components. Links and images are made to lead
 * where the caller says, because nothing here knows where a card will be shown.
 */
import { componentMark } from '../core/components.ts';
import {
  escapeHtml,
  type HtmlElement,
  type HtmlNode,
  hasClass,
  isElement,
  parseHtml,
  unescapeHtml,
  writeHtml,
} from './html.ts';

/** HTML of one card. */
export interface CardFaces {
  question: string;
  /** Empty where there is none. */
  hint: string;
  answer: string;
}

/** Where links and images lead. */
export interface Ways {
  /** Address of a link of the page, absolute; null where there is none, and then its words stay. */
  link: (href: string) => string | null;
  /** Source of an image of the page; null where it cannot be shown, and then its description stays. */
  image: (src: string) => string | null;
}

/** The faces of every answered question in the HTML of a note, by the fragment of the question. */
export function facesOf(html: string, ways: Ways): Map<string, CardFaces> {
  const faces = new Map<string, CardFaces>();
  const visit = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (!isElement(node)) continue;
      const id = node.attributes.get('id');
      if (id !== undefined && hasClass(node, 'question') && node.attributes.get('data-state') === 'answered')
        faces.set(unescapeHtml(id), facesIn(node, ways));
      visit(node.children);
    }
  };
  visit(parseHtml(html));
  return faces;
}

const withClass = (of: HtmlElement | undefined, name: string): HtmlElement | undefined =>
  of?.children.filter(isElement).find((element) => hasClass(element, name));
const named = (of: HtmlElement | undefined, name: string): HtmlElement | undefined =>
  of?.children.filter(isElement).find((element) => element.name === name && !hasClass(element, 'hint'));

function facesIn(question: HtmlElement, ways: Ways): CardFaces {
  const toggle = question.name === 'details' ? question : named(question, 'details');
  const prompt = withClass(question, 'prompt') ?? withClass(named(toggle, 'summary'), 'prompt');
  const hints = question.children.filter(isElement).filter((element) => hasClass(element, 'hint'));
  const shown = (of: HtmlElement | undefined): string => writeHtml(cleaned(of?.children ?? [], ways)).trim();
  return {
    question: shown(prompt),
    hint: hints.map((hint) => shown(named(hint, 'div'))).join('\n'),
    answer: shown(withClass(toggle, 'answer')),
  };
}

function cleaned(nodes: readonly HtmlNode[], ways: Ways): HtmlNode[] {
  return nodes.flatMap((node): HtmlNode[] => {
    if (!isElement(node)) return [node];
    // A drawing refers to its own parts by their ids.
    if (node.name === 'svg') return [node];
    if (node.name === componentMark || hasClass(node, 'question', 'questions', 'group', 'number', 'moved'))
      return [];
    const children = cleaned(node.children, ways);
    const attributes = new Map(node.attributes);
    for (const name of ['id', 'tabindex']) attributes.delete(name);
    if (node.name === 'img') return [image(attributes, ways)];
    const href = attributes.get('href');
    if (node.name === 'a') {
      const to = href === undefined ? null : ways.link(unescapeHtml(href));
      if (to === null) return children;
      attributes.set('href', escapeHtml(to));
    }
    return [{ name: node.name, attributes, children }];
  });
}

function image(attributes: Map<string, string>, { image }: Ways): HtmlNode {
  const src = image(unescapeHtml(attributes.get('src') ?? ''));
  if (src === null) return attributes.get('alt') ?? '';
  attributes.set('src', escapeHtml(src));
  for (const name of ['loading', 'decoding', 'srcset']) attributes.delete(name);
  return { name: 'img', attributes, children: [] };
}
