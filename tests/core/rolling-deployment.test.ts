import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  breakerThreshold,
  extremes,
  leftWhileFailing,
  limitsOf,
  rollOut,
} from '../../src/core/rolling-deployment.ts';

const rollout = (desired: number, minimum: number, maximum: number) => ({ desired, minimum, maximum });

const limits: [number, number, number, number, number, boolean][] = [
  // desired, minimum, maximum: floor, cap, stuck
  [4, 50, 200, 2, 8, false],
  [2, 75, 200, 2, 4, false],
  [3, 100, 125, 3, 3, true],
  [1, 100, 150, 1, 1, true],
  [1, 50, 100, 1, 1, true],
  [1, 0, 100, 0, 1, false],
  [10, 90, 110, 9, 11, false],
  [1, 100, 200, 1, 2, false],
];
for (const [desired, minimum, maximum, floor, cap, stuck] of limits) {
  test(`${desired} tasks at ${minimum}/${maximum}: from ${floor} to ${cap}${stuck ? ', stuck' : ''}`, () => {
    const found = limitsOf(rollout(desired, minimum, maximum));
    assert.deepEqual([found.floor, found.cap, found.stuck], [floor, cap, stuck]);
  });
}

test('on a full cluster, 50/100 stops two, starts two, twice', () => {
  assert.deepEqual(
    rollOut(rollout(4, 50, 100)).map(({ kind, count, old, fresh }) => [kind, count, old, fresh]),
    [
      ['before', 0, 4, 0],
      ['stop', 2, 2, 0],
      ['start', 2, 2, 2],
      ['stop', 2, 0, 2],
      ['start', 2, 0, 4],
    ],
  );
});

test('the defaults start everything, then stop everything', () => {
  assert.deepEqual(
    rollOut(rollout(4, 100, 200)).map(({ kind, count }) => [kind, count]),
    [
      ['before', 0],
      ['start', 4],
      ['stop', 4],
    ],
  );
});

test('one task at 0/100 leaves a gap in which none runs', () => {
  assert.equal(extremes(rollOut(rollout(1, 0, 100))).fewest, 0);
});

test('a stuck deployment takes no step', () => {
  assert.equal(rollOut(rollout(3, 100, 125)).length, 1);
});

test('no deployment ever leaves its limits, and each that can begin ends', () => {
  for (let desired = 0; desired <= 12; desired++) {
    for (let minimum = 0; minimum <= 100; minimum += 5) {
      for (let maximum = 100; maximum <= 250; maximum += 10) {
        const asked = rollout(desired, minimum, maximum);
        const { floor, cap, stuck } = limitsOf(asked);
        const steps = rollOut(asked);
        const { fewest, most } = extremes(steps);
        assert.ok(fewest >= Math.min(floor, desired) && most <= cap, JSON.stringify(asked));
        const last = steps.at(-1);
        if (!stuck) assert.deepEqual([last?.old, last?.fresh], [0, desired], JSON.stringify(asked));
      }
    }
  }
});

test('the circuit breaker waits for half of the tasks, at least 3 and at most 200', () => {
  assert.deepEqual(
    [1, 10, 25, 400, 800].map((desired) => breakerThreshold(desired)),
    [3, 5, 13, 200, 200],
  );
  assert.equal(breakerThreshold(100, 10), 10);
});

test('while new tasks fail, the old ones that had not to make room still serve', () => {
  assert.equal(leftWhileFailing(rollout(4, 100, 200)), 4);
  assert.equal(leftWhileFailing(rollout(4, 50, 200)), 4);
  assert.equal(leftWhileFailing(rollout(4, 50, 100)), 2);
  assert.equal(leftWhileFailing(rollout(3, 100, 125)), 3);
});
