import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lackOf } from '../../src/core/room.ts';

test('what fits with room for the history lacks nothing', () => {
  assert.equal(lackOf(1_000_000, { quota: 20_000_000, usage: 2_000_000 }), 0);
  assert.equal(lackOf(1_000_000, { quota: 8_000_000, usage: 2_000_000 }), 0);
});

test('what would leave the history less than five megabytes lacks the difference', () => {
  assert.equal(lackOf(1_000_001, { quota: 8_000_000, usage: 2_000_000 }), 1);
  assert.equal(lackOf(3_000_000, { quota: 4_000_000, usage: 4_100_000 }), 8_100_000);
});

test('a browser that does not say how much room there is lets it be tried', () => {
  assert.equal(lackOf(1_000_000, {}), 0);
});
