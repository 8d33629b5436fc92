/** What chance alone may do to a share. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likelyRange, verdictOf } from '../../src/core/chance.ts';

const rounded = (range: [number, number]) => range.map((share) => share.toFixed(4));

test('the range of a share is Wilson’s interval', () => {
  // The examples of Newcombe, "Two-sided confidence intervals for the single proportion" (1998), method 3.
  assert.deepEqual(rounded(likelyRange({ reviews: 263, recalled: 81 })), ['0.2553', '0.3662']);
  assert.deepEqual(rounded(likelyRange({ reviews: 148, recalled: 15 })), ['0.0624', '0.1605']);
  assert.deepEqual(rounded(likelyRange({ reviews: 20, recalled: 0 })), ['0.0000', '0.1611']);
  assert.deepEqual(rounded(likelyRange({ reviews: 29, recalled: 1 })), ['0.0061', '0.1718']);
});

test('without reviews any share is likely', () => {
  assert.deepEqual(likelyRange({ reviews: 0, recalled: 0 }), [0, 1]);
  assert.equal(verdictOf({ reviews: 0, recalled: 0, predicted: 0.9 }), 'close');
});

test('a difference that chance explains is none', () => {
  assert.equal(verdictOf({ reviews: 50, recalled: 42, predicted: 0.9 }), 'close');
  assert.equal(verdictOf({ reviews: 500, recalled: 420, predicted: 0.9 }), 'less');
  assert.equal(verdictOf({ reviews: 500, recalled: 480, predicted: 0.9 }), 'more');
});

test('two hundredths are close, however many reviews there are', () => {
  assert.equal(verdictOf({ reviews: 100_000, recalled: 88_100, predicted: 0.9 }), 'close');
  assert.equal(verdictOf({ reviews: 100_000, recalled: 87_900, predicted: 0.9 }), 'less');
});
