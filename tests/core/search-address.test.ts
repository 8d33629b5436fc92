/** What a search asks for, as people and links write it into an address. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readSearch, writeSearch } from '../../src/core/search-address.ts';

const topics = [
  { route: '/', title: 'Start' },
  { route: '/3-ecs/', title: 'ECS' },
  { route: '/é/', title: 'É' },
];

test('an address says what is looked for, in which topic and level', () => {
  assert.deepEqual(readSearch('?q=ebs+volume&topic=3-ECS&level=Apply', topics), {
    address: { query: 'ebs volume', topic: '/3-ecs/', level: 'apply' },
    complaints: [],
  });
});

test('an empty address asks for nothing', () => {
  assert.deepEqual(readSearch('', topics), {
    address: { query: '', topic: null, level: null },
    complaints: [],
  });
  assert.equal(writeSearch({ query: ' ', topic: null, level: null }), '');
});

test('what cannot be followed is said, and the rest holds', () => {
  assert.deepEqual(readSearch('?q=x&topic=%3Cscript%3E&level=hard', topics), {
    address: { query: 'x', topic: null, level: null },
    complaints: [
      'There is no topic “<script>”. All topics are looked through.',
      'There is no level “hard”. There are: recall, understand, apply. All levels are looked through.',
    ],
  });
});

test('a query of 8 kB is cut, and says so', () => {
  const { address, complaints } = readSearch(`?q=${'ab '.repeat(2700)}`, topics);
  assert.equal(address.query.length, 200);
  assert.deepEqual(complaints, ['Only the first 200 characters are looked for; there were 8100.']);
});

test('what is written reads as what it was', () => {
  assert.equal(
    writeSearch({ query: 'a&b', topic: '/3-ecs/', level: 'recall' }),
    '?q=a%26b&topic=3-ecs&level=recall',
  );
  fc.assert(
    fc.property(
      fc.record({
        query: fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
          .filter((text) => text.trim() !== ''),
        topic: fc.constantFrom(null, '/', '/3-ecs/', '/é/'),
        level: fc.constantFrom(null, 'recall' as const, 'apply' as const),
      }),
      (address) =>
        assert.deepEqual(readSearch(writeSearch(address), topics), {
          address: { ...address },
          complaints: [],
        }),
    ),
  );
});

test('no address is too bad to be read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (search) => {
      readSearch(search, topics);
    }),
  );
});
