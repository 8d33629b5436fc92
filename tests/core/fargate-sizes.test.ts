import assert from 'node:assert/strict';
import { test } from 'node:test';
import { costPerHour, fargateSizes, type Need, sizesFor, waste } from '../../src/core/fargate-sizes.ts';
import { fargateRates, HOURS_A_MONTH } from '../../src/core/prices.ts';

const rates = fargateRates.x86;

function cheapest(need: Need): [number, number] | null {
  const size = sizesFor(need, rates)[0];
  return size ? [size.cpu, size.memory] : null;
}

test('there are 77 valid pairs of CPU and memory', () => {
  assert.equal(fargateSizes.length, 77);
  assert.equal(new Set(fargateSizes.map(({ cpu, memory }) => `${cpu}/${memory}`)).size, 77);
});

const cases: [number, number, [number, number] | null][] = [
  [0.25, 0.5, [256, 512]],
  [0.3, 3, [512, 3072]],
  [1, 9, [2048, 9216]],
  [3, 31, [8192, 32768]],
  [4, 30, [4096, 30720]],
  [16, 121, [32768, 249856]],
  [17, 50, [32768, 61440]],
  [33, 1, null],
  [1, 245, null],
];
for (const [vcpu, gb, size] of cases) {
  test(`${vcpu} vCPU and ${gb} GB need ${size ? size.join('/') : 'more than Fargate has'}`, () => {
    assert.deepEqual(cheapest({ vcpu, gb }), size);
  });
}

test('a size costs its vCPU and GB, and the disk above 20 GB', () => {
  assert.equal(costPerHour({ cpu: 512, memory: 3072 }, rates).toFixed(5), '0.03358');
  const month = costPerHour({ cpu: 1024, memory: 2048 }, rates) * HOURS_A_MONTH;
  assert.equal(month.toFixed(2), '36.04');
  const more =
    costPerHour({ cpu: 256, memory: 512 }, rates, 120) - costPerHour({ cpu: 256, memory: 512 }, rates);
  assert.equal(more.toFixed(4), '0.0111');
});

test('Windows has 1 to 4 vCPU only', () => {
  assert.deepEqual(
    [...new Set(sizesFor({ vcpu: 0, gb: 0, windows: true }, fargateRates.windows).map(({ cpu }) => cpu))],
    [1024, 2048, 4096],
  );
});

test('what is paid and not needed', () => {
  assert.deepEqual(waste({ cpu: 8192, memory: 32768 }, { vcpu: 3, gb: 31 }), { vcpu: 0.625, gb: 0.03125 });
});
