import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Comparison, compare } from '../../src/core/break-even-story.ts';
import { type Order, offersFor } from '../../src/core/fargate-offer.ts';
import { fargateRates, instances } from '../../src/core/prices.ts';
import { tell } from '../../src/core/rollout-story.ts';

const order: Order = { vcpu: 3, gb: 31, disk: 20, tasks: 1, hours: 730 };
const pace = { start: 60, stop: 330 };

test('the picker names the size, its price and the next two', () => {
  const { answer, cost, rows } = offersFor(order, fargateRates.x86);
  assert.equal(answer, '8 vCPU with 32 GB');
  assert.equal(cost, '$0.46608 an hour. 1 task for 730 hours: $340.24.');
  assert.deepEqual(
    rows.map(({ cells }) => cells),
    [
      ['8 / 32', '$0.46608', '$340.24', '63% / 3%'],
      ['8 / 36', '$0.48386', '$353.22', '63% / 14%'],
      ['8 / 40', '$0.50164', '$366.20', '63% / 23%'],
    ],
  );
});

test('the picker says when nothing fits', () => {
  const { answer, cost, rows } = offersFor({ ...order, vcpu: 33, gb: 1 }, fargateRates.x86);
  assert.equal(answer, 'No size fits');
  assert.equal(cost, 'The largest Linux task is smaller. Look at Managed Instances or EC2.');
  assert.deepEqual(rows, []);
});

test('a deployment is told with its limits, its steps and its time', () => {
  const story = tell({ desired: 4, minimum: 50, maximum: 200 }, pace);
  assert.equal(story.answer, 'It goes through in 2 steps, with 4 to 8 tasks');
  assert.equal(
    story.details,
    'Between 2 and 8 tasks may run. If each step waits for the one before, it takes 6 minutes 30 seconds.',
  );
  assert.deepEqual(story.rows, [
    ['Before', '4', '0', '4'],
    ['Start 4', '4', '4', '8'],
    ['Stop 4', '0', '4', '4'],
  ]);
});

test('a stuck deployment is told with the way out', () => {
  const story = tell({ desired: 1, minimum: 100, maximum: 150 }, pace);
  assert.equal(story.answer, 'Stuck: nothing can start, nothing can stop');
  assert.equal(
    story.details,
    'Between 1 and 1 task may run. That is exactly what runs already. Raise the maximum percent, or lower the minimum.',
  );
});

test('a gap is told', () => {
  assert.match(tell({ desired: 1, minimum: 0, maximum: 100 }, pace).details, /For a while none runs/);
});

test('failing tasks are told with the threshold of the circuit breaker and who still serves', () => {
  const story = tell({ desired: 10, minimum: 50, maximum: 100 }, pace, true);
  assert.equal(story.answer, 'The circuit breaker gives up after 5 failed tasks');
  assert.equal(story.details, 'Until then, and while it rolls back, 5 of 10 old tasks serve.');
  assert.deepEqual(story.rows, [
    ['Before', '10', '0', '10'],
    ['Stop 5', '5', '0', '5'],
    ['Start 5, and they fail', '5', '0', '5'],
  ]);
});

test('a long deployment is told in part', () => {
  const { rows } = tell({ desired: 60, minimum: 100, maximum: 102 }, pace);
  assert.equal(rows.length, 16);
  assert.match(rows[15]?.[0] ?? '', /^105 steps more, then stop 1$/);
});

const asked: Comparison = {
  task: { vcpu: 0.5, gb: 1 },
  host: instances.types[0] ?? { vcpu: 0, gb: 0, price: 0 },
  rates: fargateRates.x86,
  tasks: 20,
  filled: 0.7,
  fee: 0.121,
  fargateDiscount: 0,
  hostDiscount: 0,
  care: 0,
};

test('the comparison names the cheapest and when the others would be cheaper', () => {
  const { answer, details, rows } = compare(asked);
  assert.equal(answer, 'Fargate: $360.40 a month');
  assert.equal(
    details,
    '4 tasks fit on an instance; vCPU runs out first. An hour of a task costs $0.02469 on Fargate.',
  );
  assert.deepEqual(rows, [
    ['Fargate', '20 tasks', '$360.40', '–'],
    ['Managed Instances', '8 instances', '$628.48', 'never'],
    ['EC2', '8 instances', '$560.64', '97%'],
  ]);
});

test('discounts count on both sides, and care is added to EC2', () => {
  const { rows } = compare({ ...asked, filled: 1, hostDiscount: 0.5, care: 100 });
  assert.deepEqual(
    rows.map(([, , month]) => month),
    ['$360.40', '$217.60', '$275.20'],
  );
});

test('a task that is larger than the instance is told', () => {
  assert.equal(
    compare({ ...asked, task: { vcpu: 4, gb: 1 } }).answer,
    'The task does not fit on this instance',
  );
});
