/** One sitting: what comes next, what is kept, and that no card gets lost or asked twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Card } from '../../src/core/card.ts';
import { DAY } from '../../src/core/day.ts';
import type { Rating } from '../../src/core/event.ts';
import { Memories } from '../../src/core/memory.ts';
import {
  type Action,
  act,
  begin,
  type Effect,
  progressOf,
  type Sitting,
  shown,
} from '../../src/core/sitting.ts';
import { leechesAmong, summaryOf } from '../../src/core/summary.ts';
import { cardOf, MONDAY, Writer } from '../support/study.ts';

const minute = 60_000;
const at = (minutes: number) => ({ at: MONDAY + minutes * minute, tz: 60 });
const [a, b, c, p, q] = ['a', 'b', 'c', 'p', 'q'].map((id) => cardOf(id)) as [Card, Card, Card, Card, Card];

/** Goes through the actions, and keeps the effects. */
function play(sitting: Sitting, actions: readonly Action[]): { sitting: Sitting; effects: Effect[] } {
  const effects: Effect[] = [];
  let now = sitting;
  for (const action of actions) {
    const result = act(now, action);
    now = result.sitting;
    if (result.effect) effects.push(result.effect);
  }
  return { sitting: now, effects };
}

/** Opens the answer and rates: a miss comes back after ten minutes. */
function rate(rating: Rating, minutes: number, leadsTo: readonly Card[] = []): Action[] {
  const returns = rating === 1 ? 10 : 0;
  const rated: Action = {
    do: 'rate',
    rating,
    now: at(minutes),
    minutes: returns,
    leadsTo,
    ms: 900,
    rev: 'r1',
  };
  return [{ do: 'reveal' }, rated];
}

const table = (sitting: Sitting) => `${sitting.card?.id ?? 'none'} ${sitting.phase}`;

test('cards come in the order of the queue, each with its answer closed', () => {
  const first = begin([a, b], false);
  assert.equal(table(first), 'a prompt');
  assert.equal(table(play(first, [{ do: 'reveal' }]).sitting), 'a answer');
  assert.equal(table(play(first, rate(3, 0)).sitting), 'b prompt');
  assert.equal(table(play(first, [...rate(3, 0), ...rate(3, 1)]).sitting), 'none done');
});

test('a sitting without cards is done', () => {
  assert.equal(table(begin([], false)), 'none done');
  assert.deepEqual(progressOf(begin([], false)), { turn: 0, of: 0 });
});

test('a rating is kept with its time, its thinking time and the revision of the answer', () => {
  const { effects } = play(begin([a, b], false), [...rate(3, 0), ...rate(1, 1)]);
  const review = { t: 'review' as const, tz: 60, ms: 900, rev: 'r1' };
  assert.deepEqual(effects, [
    { turn: 0, append: { ...review, card: 'a', rating: 3, at: MONDAY } },
    { turn: 1, append: { ...review, card: 'b', rating: 1, at: MONDAY + minute } },
  ]);
});

test('a closed card is not rated', () => {
  const first = begin([a], false);
  const result = act(first, rate(3, 0)[1] as Action);
  assert.equal(result.sitting, first);
  assert.equal(result.effect, null);
});

test('what is skipped leaves no trace; what is buried or suspended leaves a remark', () => {
  const { sitting, effects } = play(begin([a, b, c], false), [
    { do: 'skip', now: at(0) },
    { do: 'bury', now: at(1), day: 20_780 },
    { do: 'suspend', now: at(2) },
  ]);
  assert.equal(table(sitting), 'none done');
  const remark = { t: 'note' as const, tz: 60 };
  assert.deepEqual(effects, [
    { turn: 1, append: { ...remark, card: 'b', name: 'bury', value: 20_780, at: MONDAY + minute } },
    { turn: 2, append: { ...remark, card: 'c', name: 'suspend', value: true, at: MONDAY + 2 * minute } },
  ]);
});

test('a missed card comes back after ten minutes, or at the end of the sitting', () => {
  const waiting = play(begin([a, b, c], false), [...rate(1, 0), ...rate(3, 5)]).sitting;
  assert.equal(table(waiting), 'c prompt');
  assert.equal(table(play(waiting, rate(3, 6)).sitting), 'a prompt');
  const ripe = play(begin([a, b, c], false), [...rate(1, 0), ...rate(3, 10)]).sitting;
  assert.equal(table(ripe), 'a prompt');
  assert.equal(table(play(ripe, rate(3, 11)).sitting), 'c prompt');
});

test('of several missed cards the one that waited longest comes first', () => {
  const { sitting } = play(begin([a, b], false), [...rate(1, 0), ...rate(1, 1), ...rate(1, 2)]);
  assert.equal(table(sitting), 'b prompt');
});

test('a miss leads to follow-ups at once, and to each only once', () => {
  const { sitting } = play(begin([p, b], false), rate(1, 0, [q, b]));
  assert.equal(table(sitting), 'q prompt');
  const again = play(sitting, [...rate(3, 1), ...rate(3, 2), ...rate(1, 3, [q])]).sitting;
  assert.equal(table(again), 'p prompt');
  assert.deepEqual(progressOf(again), { turn: 5, of: 5 });
  assert.equal(table(play(begin([p, b], false), rate(2, 0, [q])).sitting), 'b prompt');
});

test('it is told which of how many cards is asked, what is certain to come included', () => {
  const first = begin([a, b], false);
  assert.deepEqual(progressOf(first), { turn: 1, of: 2 });
  assert.deepEqual(progressOf(play(first, rate(1, 0)).sitting), { turn: 2, of: 3 });
  assert.deepEqual(progressOf(play(first, [...rate(3, 0), ...rate(3, 0)]).sitting), { turn: 2, of: 2 });
});

test('looking back shows the answers and ratings of turns before, and nothing can be rated there', () => {
  const third = play(begin([a, b, c], false), [...rate(3, 0), ...rate(4, 1)]).sitting;
  const back = play(third, [{ do: 'back' }]).sitting;
  assert.deepEqual(shown(back), { card: b, phase: 'answer', outcome: 4 });
  const first = play(back, [{ do: 'back' }, { do: 'back' }]).sitting;
  assert.deepEqual(shown(first), { card: a, phase: 'answer', outcome: 3 });
  assert.equal(play(first, rate(1, 2)).sitting, first);
  const here = play(first, [{ do: 'forward' }, { do: 'forward' }, { do: 'forward' }]).sitting;
  assert.deepEqual(here, third);
  assert.deepEqual(shown(here), { card: c, phase: 'prompt', outcome: null });
});

test('an undo brings the card back with its answer open, and takes back what was kept', () => {
  const opened = play(begin([a, b], false), [{ do: 'reveal' }]).sitting;
  const { sitting, effects } = play(opened, [rate(1, 0, [q])[1] as Action, { do: 'undo' }]);
  assert.equal(sitting, opened);
  assert.deepEqual(effects[1], { turn: 0, takeBack: true });
  assert.equal(act(sitting, { do: 'undo' }).sitting, sitting);
});

test('an undo of a skipped card takes nothing back', () => {
  const { effects } = play(begin([a], false), [{ do: 'skip', now: at(0) }, { do: 'undo' }]);
  assert.deepEqual(effects, []);
});

test('cram keeps nothing, and still brings back what was missed', () => {
  const { sitting, effects } = play(begin([a, b, c], true), [
    ...rate(1, 0),
    { do: 'suspend', now: at(1) },
    { do: 'undo' },
    ...rate(3, 1),
    ...rate(3, 2),
  ]);
  assert.equal(table(sitting), 'a prompt');
  assert.deepEqual(effects, []);
});

test('a summary counts ratings and groups what was missed by note', () => {
  const other = cardOf('o', { note: '/t/other/' });
  const { sitting } = play(begin([a, other, b, c], false), [
    ...rate(1, 0),
    ...rate(1, 1),
    ...rate(4, 2),
    { do: 'bury', now: at(3), day: 1 },
    ...rate(1, 4),
    { do: 'undo' },
    ...rate(3, 4),
  ]);
  assert.deepEqual(summaryOf(sitting), {
    cards: 3,
    ratings: { 1: 2, 2: 0, 3: 1, 4: 1 },
    aside: { later: [], bury: [c], suspend: [] },
    missed: [
      { note: '/t/n/', cards: [a] },
      { note: '/t/other/', cards: [other] },
    ],
  });
});

test('a card missed eight times after it had been learned is a leech', () => {
  const log = new Writer();
  for (const [card, misses] of [
    ['a', 7],
    ['b', 8],
    ['c', 9],
  ] as const) {
    for (let n = 0; n < misses; n += 1) {
      log.review(card, 3, MONDAY + 2 * n * DAY);
      log.review(card, 1, MONDAY + (2 * n + 1) * DAY);
    }
  }
  assert.deepEqual(leechesAmong([a, b, c, p], new Memories(log.events)), [
    { card: c, lapses: 9 },
    { card: b, lapses: 8 },
  ]);
});

const minutesOn = fc.nat({ max: 15 });
const cards = Array.from({ length: 12 }, (_, n) => cardOf(`${n}`));
/** The follow-ups of a card: the two cards after it, whether they are queued or not. */
const leads = (card: Card | null) => cards.slice(Number(card?.id ?? 99) + 1, Number(card?.id ?? 99) + 3);

const step = fc.record(
  {
    kind: fc.constantFrom(
      'reveal',
      'rate',
      'rate',
      'rate',
      'skip',
      'bury',
      'suspend',
      'undo',
      'back',
      'forward',
    ),
    rating: fc.constantFrom<Rating>(1, 2, 3, 4),
    wait: minutesOn,
  },
  { noNullPrototype: true },
);

function asAction({ kind, rating }: { kind: string; rating: Rating }, sitting: Sitting, now: number): Action {
  const when = { at: now, tz: 0 };
  switch (kind) {
    case 'rate':
      return {
        do: 'rate',
        rating,
        now: when,
        minutes: rating === 1 ? 10 : 0,
        leadsTo: leads(sitting.card),
        ms: 1,
        rev: '',
      };
    case 'bury':
      return { do: 'bury', now: when, day: 1 };
    case 'skip':
    case 'suspend':
      return { do: kind, now: when };
    default:
      return { do: kind as 'reveal' | 'undo' | 'back' | 'forward' };
  }
}

const queues = fc.subarray(cards, { minLength: 0 });

/** Every card of the sitting, where it is now: turned for good, on the table, or to come. */
function whereabouts(sitting: Sitting): Card[] {
  const gone = new Set<Card>();
  for (let turn = sitting.last; turn; turn = turn.before.last) gone.add(turn.card);
  const ahead = [
    ...sitting.queue.slice(sitting.place),
    ...sitting.detour,
    ...sitting.returning.map(({ card }) => card),
    ...(sitting.card ? [sitting.card] : []),
  ];
  assert.equal(new Set(ahead).size, ahead.length, 'a card is to come twice');
  return [...new Set([...gone, ...ahead])];
}

test('whatever the learner does, no card is lost or doubled, and every undo gives the sitting before', () => {
  fc.assert(
    fc.property(queues, fc.array(step, { maxLength: 60 }), (queue, steps) => {
      let sitting = begin(queue, false);
      let now = MONDAY;
      for (const { wait, ...rest } of steps) {
        now += wait * minute;
        const action = asAction(rest, sitting, now);
        const next = act(sitting, action).sitting;
        const isTurn = next.turns > sitting.turns;
        if (isTurn) assert.equal(act(next, { do: 'undo' }).sitting, sitting);
        sitting = next;
        const expected = [...new Set([...queue, ...sitting.joined])];
        assert.deepEqual(
          whereabouts(sitting)
            .map(({ id }) => id)
            .sort(),
          expected.map(({ id }) => id).sort(),
        );
      }
      while (sitting.turns > 0) sitting = act(sitting, { do: 'undo' }).sitting;
      assert.deepEqual({ ...sitting, phase: 'prompt' }, { ...begin(queue, false), phase: 'prompt' });
    }),
    { numRuns: 3000 },
  );
});

test('what was appended and not taken back is what the turns say, each once', () => {
  fc.assert(
    fc.property(queues, fc.array(step, { maxLength: 60 }), (queue, steps) => {
      let sitting = begin(queue, false);
      const kept = new Map<number, Effect>();
      for (const one of steps) {
        const { sitting: next, effect } = act(sitting, asAction(one, sitting, MONDAY));
        sitting = next;
        if (effect === null) continue;
        assert.equal(kept.has(effect.turn), 'takeBack' in effect);
        if ('append' in effect) kept.set(effect.turn, effect);
        else kept.delete(effect.turn);
      }
      const { ratings, aside } = summaryOf(sitting);
      const reviews = ratings[1] + ratings[2] + ratings[3] + ratings[4];
      assert.equal(kept.size, reviews + aside.bury.length + aside.suspend.length);
    }),
    { numRuns: 1000 },
  );
});

test('a sitting ends once the learner stops missing, each card to come being asked once', () => {
  fc.assert(
    fc.property(queues, fc.array(step, { maxLength: 40 }), minutesOn, (queue, steps, wait) => {
      let sitting = begin(queue, false);
      for (const one of steps) sitting = act(sitting, asAction(one, sitting, MONDAY)).sitting;
      while (sitting.back > 0) sitting = act(sitting, { do: 'forward' }).sitting;
      const { turn, of } = progressOf(sitting);
      const rounds = sitting.phase === 'done' ? 0 : of - turn + 1;
      for (let n = 0; n < rounds; n += 1) {
        assert.notEqual(sitting.phase, 'done');
        sitting = play(sitting, rate(3, n * wait)).sitting;
      }
      assert.equal(sitting.phase, 'done');
    }),
    { numRuns: 1000 },
  );
});
