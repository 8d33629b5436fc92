/** Everything that is not a toggle renders as the CommonMark specification says, before sanitising. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import spec from 'commonmark-spec';
import { expected, rendered } from '../support/standard.ts';

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
