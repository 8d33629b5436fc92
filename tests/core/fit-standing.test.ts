/** Parameters as a setting: a remark that holds until the next one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY } from '../../src/core/day.ts';
import { asEvent, type Remark } from '../../src/core/event.ts';
import { fitStanding } from '../../src/core/fit-standing.ts';
import { Memories } from '../../src/core/memory.ts';
import { recordOf } from '../../src/core/recalls.ts';
import { allowed, Schedule, USUAL } from '../../src/core/schedule.ts';
import { MONDAY, Writer } from '../support/study.ts';

const fast = USUAL.map((value, n) => (n < 4 ? value / 4 : value));

function studied(...values: Remark['value'][]) {
  const log = new Writer();
  log.review('x', 3, MONDAY);
  log.review('x', 3, MONDAY + 2 * DAY);
  for (const [n, value] of values.entries()) log.remark(null, 'parameters', value, MONDAY + (3 + n) * DAY);
  return log;
}

const parametersAfter = (...values: Remark['value'][]) =>
  new Memories(studied(...values).events).settings.parameters;

test('parameters hold for the whole history, also for what was before them', () => {
  const { events } = studied(fast.join(' '));
  const schedule = new Schedule(0.9, fast);
  const step = schedule.next(schedule.next(null, 3, 0), 3, 2);
  const memory = new Memories(events).of('x');
  assert.deepEqual([memory?.stability, memory?.difficulty], [step.stability, step.difficulty]);
  const [recall] = recordOf(events).recalls;
  assert.equal(recall?.predicted, schedule.retrievability(schedule.next(null, 3, 0).stability, 2));
});

test('an event carries them, and the next ones or none take their place', () => {
  const [, , remark] = studied(fast.join(' ')).events;
  assert.deepEqual(asEvent(JSON.parse(JSON.stringify(remark))), remark);
  assert.deepEqual(parametersAfter(fast.join(' ')), fast);
  assert.deepEqual(parametersAfter(fast.join(' '), null), USUAL);
  assert.deepEqual(parametersAfter(fast.join(' '), null, fast.join(' ')), fast);
});

test('what FSRS does not allow is passed over', () => {
  const wrong: Remark['value'][] = [
    '',
    'usual',
    true,
    0.5,
    fast.slice(1).join(' '),
    [...fast, 1].join(' '),
    fast.join(','),
    fast.map(() => 1e9).join(' '),
    fast.map((value, n) => (n === 7 ? -value : value)).join(' '),
    fast.map((value, n) => (n === 20 ? 'NaN' : value)).join(' '),
    fast.map((value, n) => (n === 8 ? 'Infinity' : value)).join(' '),
  ];
  for (const value of wrong) {
    assert.deepEqual([value, parametersAfter(value)], [value, USUAL]);
    assert.deepEqual([value, parametersAfter(fast.join(' '), value)], [value, fast]);
    assert.deepEqual(fitStanding(studied(fast.join(' '), value).events), {
      since: MONDAY + 3 * DAY,
      isUnreadable: true,
    });
  }
});

test('since when the schedule is fitted is told until it is taken back or undone', () => {
  const log = studied(fast.join(' '));
  assert.deepEqual(fitStanding(studied().events), { since: null, isUnreadable: false });
  assert.deepEqual(fitStanding(log.events), { since: MONDAY + 3 * DAY, isUnreadable: false });
  assert.deepEqual(fitStanding(studied(fast.join(' '), null).events), { since: null, isUnreadable: false });
  const last = log.events.at(-1);
  assert.ok(last);
  log.undo(last, MONDAY + 4 * DAY);
  assert.deepEqual(fitStanding(log.events), { since: null, isUnreadable: false });
});

test('the nearest parameters that FSRS allows are numbers', () => {
  assert.deepEqual(allowed(USUAL), [...USUAL]);
  assert.deepEqual(
    allowed(USUAL.map(() => Number.NaN)).filter((value) => !Number.isFinite(value)),
    [],
  );
});
