import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Memories } from '../../src/core/memory.ts';
import { orphansOf } from '../../src/core/orphans.ts';
import { cardOf, deckOf, MONDAY, Writer } from '../support/study.ts';

test('cards that no deck has are listed in the order of their ids, with their reviews', () => {
  const log = new Writer();
  for (const [n, card] of ['z', 'here', 'a', 'z'].entries()) log.review(card, 3, MONDAY + n);
  assert.deepEqual(orphansOf(new Memories(log.events), [deckOf([cardOf('here')]), deckOf([])]), [
    { card: 'a', reviews: 1 },
    { card: 'z', reviews: 2 },
  ]);
});

test('a card that was never reviewed is no orphan, and one whose review was taken back is none', () => {
  const log = new Writer();
  log.undo(log.review('gone', 3, MONDAY), MONDAY + 1);
  assert.deepEqual(orphansOf(new Memories(log.events), []), []);
});
