/** Tags that belong to nothing leave no trace, least of all an indentation. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf } from '../support/page-of.ts';

test('a stray summary at the start of a line does not turn the line into code', () => {
  assert.equal(
    pageOf('Before.\n\n<summary>Bring **flour**:</summary>\n\n- rye\n').trim(),
    '<p>Before.</p>\n<p>Bring <strong>flour</strong>:</p>\n<ul>\n<li>rye</li>\n</ul>',
  );
});

test('a stray end tag on the line of a toggle leaves the toggle in its place', () => {
  const html = pageOf('</details><details><summary>Who?</summary>\n\nMe.\n\n</details></details>\n');
  assert.match(html, /<summary data-number="1"><span class="prompt">Who\?<\/span><\/summary>/);
  assert.doesNotMatch(html, /&#x3C;/);
});
