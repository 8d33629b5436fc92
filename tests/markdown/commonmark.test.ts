/** Everything that is not a toggle renders as the CommonMark specification says, before sanitising. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import spec from 'commonmark-spec';
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
function rendered(markdown: string): string {
  const masked = mask(markdown);
  const { root } = parseNote(sourceOf(markdown, masked), readToggles(masked.text).toggles);
  return normalise(toHtmlTree(root, []));
}

function expected(value: string): string {
  return normalise({ type: 'root', children: [{ type: 'raw', value: value.trimEnd() }] });
}

/** Examples that GitHub's extensions read differently, on purpose: bare addresses become links. */
const EXTENDED = new Set([602, 606, 608, 611, 612]);

test('the specification has 652 examples', () => {
  assert.equal(spec.tests.length, 652);
});

for (const example of spec.tests) {
  const { number, section } = example;
  if (EXTENDED.has(number)) continue;
  test(`example ${number} (${section}) renders as the specification says`, () => {
    const markdown = example.markdown.replaceAll('→', '\t');
    assert.equal(rendered(markdown), expected(example.html.replaceAll('→', '\t')));
  });
}
