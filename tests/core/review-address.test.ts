/** What a review asks for, as people and links write it into an address. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Card, Deck } from '../../src/core/card.ts';
import {
  EVERYTHING_DUE,
  type ReviewAddress,
  readAddress,
  serves,
  writeAddress,
} from '../../src/core/review-address.ts';

const card = (id: string, exams: string[] = []): Card => ({
  id,
  prompt: '',
  context: null,
  note: '/3-ecs/tasks/',
  fragment: id,
  parent: null,
  level: null,
  exams,
});

const decks: Deck[] = [
  { topic: '/', title: 'Start', cards: [card('a')] },
  { topic: '/3-ecs/', title: 'ECS', cards: [card('b', ['SAA-C03 3.1', 'DVA-C02 1']), card('c')] },
  { topic: '/é/', title: 'É', cards: [] },
];

const read = (search: string) => readAddress(search, decks);

test('an address without a query asks for everything that is due', () => {
  assert.deepEqual(read(''), { address: EVERYTHING_DUE, complaints: [] });
  assert.equal(writeAddress(EVERYTHING_DUE), '');
});

test('every part of an address is read', () => {
  assert.deepEqual(read('?topic=3-ecs&state=weak&level=apply&exam=SAA-C03+3.1&n=10&shuffle=1&cram=1'), {
    address: {
      topic: '/3-ecs/',
      state: 'weak',
      level: 'apply',
      exam: 'SAA-C03 3.1',
      most: 10,
      shuffle: true,
      cram: true,
    },
    complaints: [],
  });
});

test('case, slashes and the form of accents in an address make no difference', () => {
  assert.equal(read('?topic=/3-ECS/').address.topic, '/3-ecs/');
  assert.equal(read('?topic=e%CC%81').address.topic, '/é/');
  assert.equal(read('?topic=/').address.topic, '/');
  assert.equal(read('?state=Weak').address.state, 'weak');
  assert.deepEqual(read('?shuffle&cram=0').address, { ...EVERYTHING_DUE, shuffle: true });
});

test('an exam is asked for by its task, or by what its tasks begin with', () => {
  assert.ok(serves(card('', ['SAA-C03 3.1']), 'SAA-C03'));
  assert.ok(serves(card('', ['SAA-C03 3.1']), 'saa-c03 3'));
  assert.ok(!serves(card('', ['SAA-C03 3.1']), 'SAA-C0'));
  assert.ok(!serves(card(''), 'SAA-C03'));
});

test('what cannot be followed is said in words with what there is, and the rest holds', () => {
  const { address, complaints } = read('?topic=4-eks&state=du&level=hard&exam=CKA&n=-3&shuffle=yes&cram=1');
  assert.deepEqual(address, { ...EVERYTHING_DUE, cram: true });
  assert.deepEqual(complaints, [
    { part: 'topic', message: 'There is no topic “4-eks”. There are: /, 3-ecs, é.' },
    { part: 'exam', message: 'No card serves the exam “CKA”. There are: DVA-C02 1, SAA-C03 3.1.' },
    { part: 'n', message: '“n” is “-3”. Write how many cards you want, a whole number from 1 to 999.' },
    { part: 'state', message: 'There is no state “du”. There are: due, new, weak, missed, all.' },
    { part: 'level', message: 'There is no level “hard”. There are: recall, understand, apply.' },
    { part: 'shuffle', message: '“shuffle” is “yes”. Write shuffle=1 for yes, or leave it out.' },
  ]);
});

test('a part that stands twice with two values counts once', () => {
  const { address, complaints } = read('?state=new&state=weak&n=5&n=5');
  assert.deepEqual(address, { ...EVERYTHING_DUE, state: 'new', most: 5 });
  assert.deepEqual(complaints, [
    { part: 'state', message: '“state” stands in the address more than once. The first counts: “new”.' },
  ]);
});

test('hostile and malformed queries ask for everything that is due', () => {
  for (const query of [
    '?q=<script>alert(1)</script>',
    '?%E0%A4%A',
    '?&&==&',
    '?__proto__=1',
    `?q=${'x'.repeat(8192)}`,
  ])
    assert.deepEqual(read(query), { address: EVERYTHING_DUE, complaints: [] }, query);
  const { complaints } = read(`?topic=${'<b>'.repeat(3000)}`);
  assert.deepEqual(
    complaints.map(({ message }) => message),
    [`There is no topic “${'<b>'.repeat(20)}…”. There are: /, 3-ecs, é.`],
  );
});

test('a long list of topics is cut', () => {
  const many = Array.from({ length: 40 }, (_, n) => ({ topic: `/${n}/`, title: '', cards: [] }));
  assert.equal(
    readAddress('?topic=x', many).complaints[0]?.message,
    'There is no topic “x”. There are: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 28 more.',
  );
  assert.equal(readAddress('?topic=x', []).complaints[0]?.message, 'There is no topic “x”. There is none.');
});

test('only what differs from the usual stands in a written address', () => {
  assert.equal(writeAddress({ topic: '/3-ecs/', state: 'weak', most: 10 }), '?topic=3-ecs&state=weak&n=10');
  assert.equal(writeAddress({ topic: '/a/b/', exam: 'SAA-C03 3.1' }), '?topic=a/b&exam=SAA-C03+3.1');
  assert.equal(writeAddress({ topic: '/' }), '?topic=/');
});

test('what is written is read as it was, and any query is read without failing', () => {
  const address: fc.Arbitrary<ReviewAddress> = fc.record(
    {
      topic: fc.constantFrom(null, '/', '/3-ecs/', '/é/'),
      state: fc.constantFrom('due', 'new', 'weak', 'missed', 'all'),
      level: fc.constantFrom(null, 'recall', 'understand', 'apply'),
      exam: fc.constantFrom(null, 'SAA-C03', 'SAA-C03 3.1'),
      most: fc.option(fc.integer({ min: 1, max: 999 })),
      shuffle: fc.boolean(),
      cram: fc.boolean(),
    },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(address, (asked) => {
      assert.deepEqual(read(writeAddress(asked)), { address: asked, complaints: [] });
    }),
    { numRuns: 1000 },
  );
  const parts = fc.constantFrom('topic=', 'state=', 'n=', 'exam=', 'cram=', '&', '%', '?', '3-ecs', '\ud800');
  const query = fc.array(fc.oneof(parts, fc.string({ unit: 'binary' }))).map((texts) => texts.join(''));
  fc.assert(
    fc.property(query, (search) => {
      const { address: asked } = read(search);
      assert.deepEqual(read(writeAddress(asked)).address, asked);
    }),
    { numRuns: 2000 },
  );
});
