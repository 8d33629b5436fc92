/** What strangers write into a note reaches nobody's browser as code. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { pageOf } from '../support/page-of.ts';
import { payloads } from './payloads.ts';

const parser = unified().use(rehypeRaw);
const RUNS = new Set([
  'script',
  'iframe',
  'frame',
  'object',
  'embed',
  'form',
  'base',
  'meta',
  'link',
  'style',
  'template',
  'math',
  'button',
  'select',
  'textarea',
  'video',
  'audio',
  'applet',
  'xmp',
  'plaintext',
  'dialog',
]);

/** What in `html` could run, parsed as a browser would. */
function dangers(html: string): string[] {
  const found: string[] = [];
  visit(
    parser.runSync({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root,
    'element',
    (node) => {
      if (RUNS.has(node.tagName)) found.push(`<${node.tagName}>`);
      for (const [name, value] of Object.entries(node.properties)) {
        if (/^on/i.test(name) || ['style', 'srcDoc', 'formAction', 'background', 'ping'].includes(name))
          found.push(name);
        if (
          ['href', 'src', 'xLinkHref', 'action', 'data'].includes(name) &&
          !/^(?:https?:|mailto:|tel:|#|\/(?!\/)|$)/.test(String(value))
        ) {
          found.push(`${name}=${String(value)}`);
        }
      }
    },
  );
  return found;
}

test('there are at least 200 payloads, none of them twice', () => {
  assert.ok(payloads.length >= 200, String(payloads.length));
  assert.equal(new Set(payloads).size, payloads.length);
});

for (const payload of payloads) {
  test(`nothing of ${JSON.stringify(payload)} can run`, () => {
    assert.deepEqual(dangers(pageOf(`Before\n\n${payload}\n\nafter`)), []);
    assert.deepEqual(dangers(pageOf(`<details>\n<summary>Who?</summary>\n\n${payload}\n\n</details>\n`)), []);
    assert.deepEqual(
      dangers(pageOf(`<details><summary>Who ${payload.split('\n')[0]}?</summary>\n\nMe\n\n</details>\n`)),
      [],
    );
  });
}
