/**
 * Notes come from strangers: only what a note needs to be read is let through, and what is taken out is told.
 */
import type { Element, Root } from 'hast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import { visit } from './visit.ts';

/** Something that was taken out of a note. */
export interface Removal {
  /** 1-based. */
  line: number;
  column: number;
  /** What it was: `<script>`, `onclick`, … */
  what: string;
}

const attributes = defaultSchema.attributes ?? {};

const schema: typeof defaultSchema = {
  ...defaultSchema,
  // Ids stay as authors wrote them: links lead to them. Nothing of ours is looked up by a global name.
  clobberPrefix: '',
  clobber: [],
  tagNames: [
    ...(defaultSchema.tagNames ?? []).filter((name) => !['details', 'summary', 'input'].includes(name)),
    'abbr',
    'cite',
    'data',
    'dfn',
    'figcaption',
    'figure',
    'input',
    'mark',
    'small',
    'time',
    'u',
    'wbr',
    'bdi',
    'bdo',
    'caption',
    'col',
    'colgroup',
    'question-slot',
  ],
  attributes: {
    ...attributes,
    '*': [
      ...(attributes['*'] ?? []).filter((name) => name !== 'name' && name !== 'style'),
      'id',
      'dir',
      'lang',
    ],
    a: [...(attributes['a'] ?? []), 'name'],
    data: ['value'],
    time: ['dateTime'],
    ol: [...(attributes['ol'] ?? []), 'start', 'reversed', 'type'],
    'question-slot': ['value'],
  },
  protocols: {
    ...defaultSchema.protocols,
    href: ['http', 'https', 'mailto', 'tel'],
    src: ['http', 'https'],
    cite: ['http', 'https'],
  },
  strip: ['script', 'style', 'template', 'noscript'],
};

const clean = rehypeSanitize(schema);

const ACTIVE = new Set([
  'script',
  'style',
  'iframe',
  'frame',
  'form',
  'base',
  'meta',
  'link',
  'object',
  'embed',
  'applet',
  'button',
  'textarea',
  'select',
  'svg',
  'math',
  'template',
  'noscript',
  'video',
  'audio',
]);

function place(node: Element): { line: number; column: number } {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

/** Returns a safe copy of `tree`; what it had to take out is appended to `removals`. */
export function sanitise(tree: Root, removals: Removal[]): Root {
  visit(tree, 'element', (node) => {
    if (ACTIVE.has(node.tagName)) removals.push({ ...place(node), what: `<${node.tagName}>` });
    if (node.tagName === 'input' && node.properties['type'] !== 'checkbox')
      removals.push({ ...place(node), what: '<input>' });
    for (const [name, value] of Object.entries(node.properties)) {
      if (/^on/i.test(name)) removals.push({ ...place(node), what: name.toLowerCase() });
      else if (name === 'style') removals.push({ ...place(node), what: 'style' });
      else if (name === 'href' || name === 'src') {
        const address = plainAddress(String(value));
        node.properties[name] = address;
        if (unsafe(address))
          removals.push({ ...place(node), what: `${name}="${String(value).slice(0, 40)}"` });
      }
    }
  });
  return clean(tree) as Root;
}

/** An address as browsers read it: without space around it, its scheme in small letters, a drive's letter as a path. */
function plainAddress(address: string): string {
  const trimmed = address.trim();
  if (/^[a-z]:(?:\\|%5c)/i.test(trimmed)) return `./${trimmed}`;
  return trimmed.replace(/^[a-z][a-z0-9+.-]*:/i, (scheme) => scheme.toLowerCase());
}

/** True for an address with a scheme that is not one of a document's. What is taken out is exactly this. */
function unsafe(address: string): boolean {
  const scheme = /^([^:/?#]*):/.exec(address)?.[1];
  return scheme !== undefined && !['http', 'https', 'mailto', 'tel'].includes(scheme);
}
