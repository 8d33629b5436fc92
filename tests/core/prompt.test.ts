import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headline } from '../../src/core/prompt.ts';

test('the headline of a prompt is the first line that asks', () => {
  assert.equal(headline("Puzzle 3\nWhat's the output?\nfoo();"), "What's the output?");
  assert.equal(headline('第 1 题\n输出是什么？'), '输出是什么？');
});

test('without such a line it is the first that is neither an introduction nor an address', () => {
  assert.equal(headline('Doc: https://example.org/\nQuestions:\nCreate a pod.\nCheck it.'), 'Create a pod.');
});

test('a prompt of one line is its own headline', () => {
  assert.equal(headline('Pros:'), 'Pros:');
  assert.equal(headline(''), '');
});
