/** Plain text of parts of the tree, for decisions. What a learner reads comes from the rendered page. */
import type { Nodes } from 'mdast';

const BLOCKS = new Set([
  'paragraph',
  'heading',
  'code',
  'list',
  'listItem',
  'blockquote',
  'table',
  'tableRow',
  'html',
]);

/** Words of a piece of HTML, tags and comments left out. */
export function wordsOfHtml(html: string): string {
  return html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').replace(/<\/?[a-zA-Z][^<>]*>/g, ' ');
}

/** Text of `nodes`, a line for each block. Toggles and questions inside are left out. */
export function plainText(nodes: readonly Nodes[]): string {
  return textIn(nodes)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
}

/** The same before its spaces are folded. */
function textIn(nodes: readonly Nodes[]): string {
  const parts: string[] = [];
  for (const node of nodes) {
    if (node.type === 'toggle' || node.type === 'question') continue;
    if (node.type === 'definition' || node.type === 'footnoteDefinition') continue;
    if (BLOCKS.has(node.type)) parts.push('\n');
    if (node.type === 'html') parts.push(wordsOfHtml(node.value));
    else if (node.type === 'break') parts.push('\n');
    else if ('value' in node) parts.push(node.value);
    else if (node.type === 'image' || node.type === 'imageReference') parts.push(node.alt ?? '');
    else if ('children' in node) parts.push(textIn(node.children).trim());
    if (BLOCKS.has(node.type)) parts.push('\n');
  }
  return parts.join('');
}

/** True where `nodes` hold something to see that is not text: an image, code, a table, a media element, a component. */
export function showsSomething(nodes: readonly Nodes[]): boolean {
  return nodes.some((node) => {
    if (
      node.type === 'image' ||
      node.type === 'imageReference' ||
      node.type === 'component' ||
      node.type === 'code' ||
      node.type === 'inlineCode'
    )
      return true;
    if (node.type === 'html')
      return /<(?:img|video|audio|iframe|picture|svg|embed|object)\b/i.test(node.value);
    if (node.type === 'toggle' || node.type === 'question') return false;
    return 'children' in node && showsSomething(node.children);
  });
}

const QUESTION_END = /[?？؟;︖⁇]["'”’»)\]」』*_`\s]*$/u;

/** True for text whose last sentence asks: a question mark of any script at the end. The Greek one is `;`. */
export function asks(text: string): boolean {
  const line = text.trim();
  if (line.endsWith(';')) return /[\u0370-\u03ff]/.test(line);
  return QUESTION_END.test(line) && !line.endsWith(';');
}

/** True for text that starts with the letter or number of a choice. */
export function isChoice(text: string): boolean {
  return /^\s*(?:[-*+] )?\(?[A-Ha-h1-9][).:、．]\s*\S/.test(text);
}

/** True for a multiple-choice stem: two or more lines that start with a letter or number of a choice. */
export function offersChoices(text: string): boolean {
  return text.split('\n').filter(isChoice).length >= 2;
}
