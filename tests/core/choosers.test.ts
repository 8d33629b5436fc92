import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseCompute, computeDefault, computeQuestions } from '../../src/core/compute-choice.ts';
import { chooseStorage, type StorageNeed } from '../../src/core/storage-choice.ts';

for (const { id, compute } of computeQuestions) {
  test(`${id} alone leads to ${compute}`, () => {
    assert.equal(chooseCompute(new Set([id])).compute, compute);
  });
}

test('with nothing against it, Fargate', () => {
  const { compute, because, also } = chooseCompute(new Set());
  assert.deepEqual([compute, because, also], ['Fargate', computeDefault.because, []]);
});

test('the first yes decides, and what it leaves open is told', () => {
  const { compute, also } = chooseCompute(new Set(['interruptible', 'own-host', 'steady']));
  assert.equal(compute, 'EC2');
  assert.deepEqual(
    also.map(({ id }) => id),
    ['interruptible'],
  );
});

const cases: [string, StorageNeed[], string, RegExp | null][] = [
  ['uploads of six Fargate tasks', ['shared', 'task', 'zone', 'service'], 'EFS Regional', null],
  ['training data in S3', ['s3', 'shared'], 'S3 Files', /task role/],
  ['training data in S3, on EC2', ['s3', 'shared', 'ec2'], 'EFS Regional', null],
  ['a .NET share', ['windows', 'shared', 'task', 'ec2'], 'FSx for Windows', null],
  ['a .NET share on Fargate', ['windows', 'shared'], 'FSx for Windows', /Only tasks on EC2/],
  ['scratch of 50 GB', [], 'Task disk', null],
  ['scratch of 500 GB in a service', ['large', 'service'], 'EBS volume', /deleted with its task/],
  ['scratch of 500 GB of a job', ['large'], 'EBS volume', null],
  ['results of a standalone task', ['task'], 'EBS volume', /snapshot/],
  ['state of a service', ['task', 'service'], 'EFS Regional', null],
  ['state of a database in a service', ['task', 'service', 'large'], 'EFS Regional', /managed one/],
  ['thumbnails that can be made again', ['shared', 'task'], 'EFS One Zone', null],
];
for (const [what, needs, name, trap] of cases) {
  test(`${what}: ${name}`, () => {
    const choice = chooseStorage(new Set(needs));
    assert.equal(choice.storage.name, name);
    if (trap === null) assert.equal(choice.trap, null);
    else assert.match(choice.trap ?? '', trap);
  });
}
