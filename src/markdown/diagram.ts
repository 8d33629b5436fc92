/**
 * Mermaid fences as inline SVG, drawn when the note is read: no browser, no script, no request.
 *
 * The drawing library puts a style sheet, style attributes and a web font into its SVG. All of them are taken
 * out; what is left refers to custom properties, which the site's stylesheet sets for both themes.
 */

import { renderMermaidSVG } from 'beautiful-mermaid';
import type { Element, ElementContent, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import * as ownWords from '#words';
import { visit } from './visit.ts';

export interface Diagram {
  /** `<figure class="diagram">`. */
  figure: Element;
  /** False where the author wrote neither accTitle nor accDescr. */
  named: boolean;
}

const toTree = unified().use(rehypeRaw).freeze();
const SHAPES = new Set([
  'svg',
  'defs',
  'marker',
  'g',
  'rect',
  'text',
  'tspan',
  'line',
  'polyline',
  'polygon',
  'path',
  'circle',
  'ellipse',
  'title',
  'desc',
]);

/** Mermaid's own accessibility directives, and the source without them. */
function directives(source: string): { title: string; description: string; rest: string } {
  let title = '';
  let description = '';
  const rest = source
    .replace(/^[ \t]*accDescr[ \t]*\{([^}]*)\}[ \t]*$/m, (_all, words: string) => {
      description = words.replace(/\s+/g, ' ').trim();
      return '';
    })
    .replace(/^[ \t]*acc(Title|Descr)[ \t]*:[ \t]*(.*)$/gm, (_all, which: string, words: string) => {
      if (which === 'Title') title = words.trim();
      else description = words.trim();
      return '';
    });
  return { title, description, rest: rest.replace(/\n{2,}/g, '\n').trim() };
}

/** What a drawing says, from its own labels: the fallback where the author wrote no description. */
function labels(svg: Root): string {
  const words: string[] = [];
  visit(svg, 'element', (node) => {
    if (node.tagName !== 'text') return;
    const text = node.children
      .map((child) => ('value' in child ? child.value : ''))
      .join('')
      .trim();
    if (text !== '') words.push(text);
  });
  return words.join(', ');
}

function only(svg: Root, prefix: string): void {
  visit(svg, 'element', (node, index, parent) => {
    if (!SHAPES.has(node.tagName) && parent !== undefined && index !== undefined) {
      parent.children.splice(index, 1);
      return index;
    }
    for (const [name, value] of Object.entries(node.properties)) {
      if (
        name === 'style' ||
        /^on/i.test(name) ||
        /^data/i.test(name) ||
        name === 'href' ||
        name === 'xLinkHref'
      )
        delete node.properties[name];
      else if (name === 'id') node.properties['id'] = `${prefix}-${String(value)}`;
      else if (typeof value === 'string' && value.startsWith('url(#'))
        node.properties[name] = value.replace('url(#', `url(#${prefix}-`);
      else if (typeof value === 'string' && /^-?\d+\.\d{2,}$/.test(value))
        node.properties[name] = String(Math.round(Number(value) * 10) / 10);
    }
    return undefined;
  });
  visit(svg, 'text', (node, index, parent) => {
    if (node.value.trim() === '' && parent !== undefined && index !== undefined) {
      parent.children.splice(index, 1);
      return index;
    }
    return undefined;
  });
}

/**
 * Draws `source`. `prefix` makes the ids inside distinct on the page.
 *
 * @throws Error with the library's reason where the source cannot be drawn.
 */
export function drawDiagram(source: string, prefix: string): Diagram {
  const { title, description, rest } = directives(source);
  const value = renderMermaidSVG(rest, { bg: 'transparent', fg: 'currentColor' });
  const tree = toTree.runSync({ type: 'root', children: [{ type: 'raw', value }] }) as Root;
  only(tree, prefix);
  const svg = tree.children.find(
    (node): node is Element => node.type === 'element' && node.tagName === 'svg',
  );
  if (svg === undefined) throw new Error('it draws nothing');
  const name =
    [title, description].filter((words) => words !== '').join('. ') || ownWords.diagram(labels(tree));
  svg.properties['role'] = 'img';
  svg.properties['ariaLabel'] = name.replace(/\.\./g, '.');
  svg.properties['focusable'] = 'false';
  const caption: ElementContent[] =
    title === ''
      ? []
      : [
          {
            type: 'element',
            tagName: 'figcaption',
            properties: {},
            children: [{ type: 'text', value: title }],
          },
        ];
  return {
    figure: {
      type: 'element',
      tagName: 'figure',
      properties: { className: ['diagram'] },
      children: [svg, ...caption],
    },
    named: title !== '' || description !== '',
  };
}
