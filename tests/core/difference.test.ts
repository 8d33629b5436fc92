/** What changed in an answer, word by word. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { difference } from '../../src/core/difference.ts';

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'dd'), { maxLength: 30 })
  .map((words) => words.join(''));

test('a changed word stands between what stayed', () => {
  assert.deepEqual(difference('The first pour: a little water', 'The first pour: hot water'), [
    { text: 'The first pour:', in: 'both' },
    { text: ' a little', in: 'old' },
    { text: ' hot', in: 'new' },
    { text: ' water', in: 'both' },
  ]);
});

test('equal texts have no difference', () => {
  assert.deepEqual(difference('as it was', 'as it was'), [{ text: 'as it was', in: 'both' }]);
  assert.deepEqual(difference('', ''), []);
});

test('both texts can be read from their difference', () => {
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const parts = difference(older, newer);
      const read = (not: 'old' | 'new') =>
        parts
          .filter((part) => part.in !== not)
          .map((part) => part.text)
          .join('');
      assert.deepEqual([read('new'), read('old')], [older, newer]);
    }),
    { numRuns: 2000 },
  );
});

test('no more words change than must', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 8 }),
      fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 8 }),
      (older, newer) => {
        // Every word but the first has a space before it: words that differ in it alone are not the same.
        const parts = difference(` ${older.join(' ')}`.trimEnd(), ` ${newer.join(' ')}`.trimEnd());
        const kept = parts
          .filter((part) => part.in === 'both')
          .flatMap((part) => part.text.trim().split(/\s+/))
          .filter(Boolean);
        assert.equal(kept.length, longest(older, newer));
      },
    ),
    { numRuns: 500 },
  );
});

test('texts too long to compare are told as changed from end to end', () => {
  const long = 'word '.repeat(3000);
  assert.deepEqual(
    difference(`${long}old`, `${long}new`).map((part) => part.in),
    ['old', 'new'],
  );
});

/** Length of the longest common subsequence, straight from its definition. */
function longest([a, ...as]: string[], [b, ...bs]: string[]): number {
  if (a === undefined || b === undefined) return 0;
  if (a === b) return 1 + longest(as, bs);
  return Math.max(longest(as, [b, ...bs]), longest([a, ...as], bs));
}
