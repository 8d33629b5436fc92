/** Packed decks are the decks, in fewer bytes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Card, Deck } from '../../src/core/card.ts';
import { packed, unpacked } from '../../src/core/packed-decks.ts';

const word = fc.string({ minLength: 1, maxLength: 12 });
const card: fc.Arbitrary<Card> = fc
  .record({
    id: fc.option(word),
    prompt: fc.string(),
    context: fc.option(word),
    note: fc.constantFrom('/', '/tea/', '/tea/green/'),
    fragment: word,
    parent: fc.option(word),
    level: fc.constantFrom(null, 'recall' as const, 'apply' as const),
    exams: fc.array(word, { maxLength: 2 }),
  })
  .map(({ id, ...rest }) => ({ id: id ?? `${rest.note.slice(1, -1)}#${rest.fragment}`, ...rest }));
const decks: fc.Arbitrary<Deck[]> = fc.array(
  fc.record({ topic: word, title: fc.string(), cards: fc.array(card) }),
);

const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

test('any decks come back as they were packed', () => {
  fc.assert(fc.property(decks, (all) => assert.deepEqual(unpacked(asJson(packed(all))), asJson(all))));
});

test('a card that is nothing but a question takes no more than its fragment and its prompt', () => {
  const plain = { context: null, parent: null, level: null, exams: [] };
  const cards: Card[] = [
    { id: 'tea/green#how-hot', prompt: 'How hot?', note: '/tea/green/', fragment: 'how-hot', ...plain },
    { id: 'tea#why', prompt: 'Why?', note: '/tea/green/', fragment: 'why', ...plain, level: 'apply' },
  ];
  assert.deepEqual(packed([{ topic: '/tea/', title: 'Tea', cards }]), [
    {
      topic: '/tea/',
      title: 'Tea',
      notes: [
        [
          '/tea/green/',
          [
            ['how-hot', 'How hot?'],
            ['why', 'Why?', 'tea#why', 0, 0, 'apply'],
          ],
        ],
      ],
    },
  ]);
});
