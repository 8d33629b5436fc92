import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breakEven, hostsFor, taskHour, tasksPerHost } from '../../src/core/break-even.ts';
import { fargateRates, instances } from '../../src/core/prices.ts';

function instance(type: string) {
  const found = instances.types.find((each) => each.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found;
}

const sameShape: [string, number, number][] = [
  // instance: filled to this share, EC2 and Managed Instances (fee of 12.1 %) cost what Fargate does
  ['m6i.large', 82, 92],
  ['c6i.large', 86, 97],
  ['r6i.large', 83, 93],
  ['m7g.large', 88, 98],
  ['c6a.2xlarge', 77, 87],
];
for (const [type, ec2, managed] of sameShape) {
  test(`a task as large as ${type} breaks even at ${ec2} %, managed at ${managed} %`, () => {
    const host = instance(type);
    const fargate = taskHour(host, fargateRates[host.platform]);
    assert.equal(Math.round(breakEven(host, host, fargate) * 100), ec2);
    const dearer = { ...host, price: host.price * 1.121 };
    assert.equal(Math.round(breakEven(host, dearer, fargate) * 100), managed);
  });
}

test('shape matters more than price: four of 0.5/1 on m6i.large break even at 97 %', () => {
  const task = { vcpu: 0.5, gb: 1 };
  const host = instance('m6i.large');
  assert.equal(tasksPerHost(task, host), 4);
  assert.equal(Math.round(breakEven(task, host, taskHour(task, fargateRates.x86)) * 100), 97);
});

test('0.25/2 on c6i.large never does', () => {
  const task = { vcpu: 0.25, gb: 2 };
  const host = instance('c6i.large');
  assert.equal(tasksPerHost(task, host), 2);
  assert.ok(breakEven(task, host, taskHour(task, fargateRates.x86)) > 1);
});

test('memory that the host keeps is not there for tasks', () => {
  const host = { ...instance('m6i.large'), reserve: 1 };
  assert.equal(tasksPerHost({ vcpu: 0.25, gb: 2 }, host), 3);
  assert.equal(tasksPerHost({ vcpu: 2, gb: 8 }, host), 0);
  assert.equal(breakEven({ vcpu: 2, gb: 8 }, host, 1), Number.POSITIVE_INFINITY);
});

test('instances are counted whole', () => {
  const host = instance('m6i.large');
  const task = { vcpu: 0.5, gb: 1 };
  assert.equal(hostsFor(20, task, host, 1), 5);
  assert.equal(hostsFor(20, task, host, 0.7), 8);
  assert.equal(hostsFor(21, task, host, 1), 6);
  assert.equal(hostsFor(0, task, host, 1), 0);
});
