/** HTML before sanitising, in one spelling, so that it can be compared with a specification's. */
import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { sourceOf } from '../../src/markdown/level.ts';
import { mask } from '../../src/markdown/mask.ts';
import { parseNote } from '../../src/markdown/parse.ts';
import { toHtmlTree } from '../../src/markdown/render.ts';
import { readToggles } from '../../src/markdown/toggles.ts';

const html = unified().use(rehypeStringify, { allowDangerousHtml: true });
const raw = unified().use(rehypeRaw);

/** HTML in one spelling: parsed as a browser would, white space between blocks left out. */
function normalise(tree: Root): string {
  const parsed = raw.runSync(tree) as Root;
  visit(parsed, 'element', (node) => {
    // GitHub's form of a task list and a table differs from the specification's in attributes only.
    if (node.properties['className'] !== undefined && node.tagName !== 'code')
      delete node.properties['className'];
  });
  return (
    html
      .stringify(parsed)
      .replace(/\s*\n\s*/g, '\n')
      .replace(
        /\n?(<\/?(?:p|li|ul|ol|blockquote|h[1-6]|hr|pre|div|table|thead|tbody|tr|td|th)\b[^>]*>)\n?/g,
        '$1',
      )
      // A line break right after these tags is no content, by HTML's own rule.
      .replace(/(<pre[^>]*>(?:<code[^>]*>)?|<textarea>)\n/g, '$1')
      .replace(/\n<\/style>/g, '</style>')
      .trim()
  );
}

/** What the reader makes of `markdown` before anything is taken out. */
export function rendered(markdown: string): string {
  const masked = mask(markdown);
  const { root } = parseNote(sourceOf(markdown, masked), readToggles(masked.text).toggles);
  return normalise(toHtmlTree(root, []));
}

/** A specification's HTML in the same spelling. */
export function expected(value: string): string {
  return normalise({ type: 'root', children: [{ type: 'raw', value: value.trimEnd() }] });
}
