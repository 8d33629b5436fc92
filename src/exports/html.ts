/**
 * The HTML of a note as a light tree, for exports that take parts out of it.
 *
 * It reads what the reader of notes wrote, and nothing else: sanitised, every element closed, every value in double
 * quotes. Text and values stay as they are written, so that nothing is escaped twice; a general parser takes
 * ten times as long, and every note is read for every export.
 */

/** An element. Values are as written, escaped; an attribute without a value has an empty one. */
export interface HtmlElement {
  name: string;
  attributes: Map<string, string>;
  children: HtmlNode[];
}

/** An element, or text as it is written. */
export type HtmlNode = HtmlElement | string;

const TAG = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|[^">])*)>/g;
const ATTRIBUTE = /([^\s=/]+)(?:="([^"]*)")?/g;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** The nodes of `html`. A closing tag that closes nothing is passed over. */
export function parseHtml(html: string): HtmlNode[] {
  const root: HtmlElement = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  let from = 0;
  const text = (to: number) => {
    if (to > from) open.at(-1)?.children.push(html.slice(from, to));
  };
  for (const tag of html.matchAll(TAG)) {
    text(tag.index);
    from = tag.index + tag[0].length;
    const [, slash, name, rest = ''] = tag;
    if (name === undefined) continue;
    if (slash === '/') {
      const place = open.findLastIndex((element) => element.name === name);
      if (place > 0) open.length = place;
      continue;
    }
    const element: HtmlElement = { name, attributes: new Map(), children: [] };
    for (const [, key = '', value = ''] of rest.matchAll(ATTRIBUTE)) element.attributes.set(key, value);
    open.at(-1)?.children.push(element);
    if (!VOID.test(name)) open.push(element);
  }
  text(html.length);
  return root.children;
}

/** `nodes` as HTML: what was read, where nothing was changed. */
export function writeHtml(nodes: readonly HtmlNode[]): string {
  let html = '';
  for (const node of nodes) {
    if (typeof node === 'string') {
      html += node;
      continue;
    }
    html += `<${node.name}`;
    for (const [key, value] of node.attributes)
      html += value === '' && key !== 'alt' ? ` ${key}` : ` ${key}="${value}"`;
    html += '>';
    if (!VOID.test(node.name)) html += `${writeHtml(node.children)}</${node.name}>`;
  }
  return html;
}

/** Whether an element has one of these classes. */
export function hasClass({ attributes }: HtmlElement, ...names: string[]): boolean {
  const classes = attributes.get('class')?.split(' ') ?? [];
  return names.some((name) => classes.includes(name));
}

/** Whether a node is an element, not text. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return typeof node !== 'string';
}

/** `text` as HTML shows it, in text and in values. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What a value that HTML escapes says: the inverse of what the reader of notes writes into attributes. */
export function unescapeHtml(value: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return value.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex: string, decimal: string, name: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? whole;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    },
  );
}
