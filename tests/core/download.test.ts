/** When it is time to take the history out of the browser. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY } from '../../src/core/day.ts';
import { downloadsIn } from '../../src/core/download.ts';
import { MONDAY, Writer } from '../support/study.ts';

function reviewed(count: number, log = new Writer()): Writer {
  for (let nth = 0; nth < count; nth += 1) log.review(`card-${nth}`, 3, MONDAY + nth);
  return log;
}

test('an empty history needs no download', () => {
  assert.deepEqual(downloadsIn([], MONDAY), { last: null, since: 0, isTime: false });
});

test('it is time after 50 reviews', () => {
  assert.deepEqual(downloadsIn(reviewed(49).events, MONDAY), { last: null, since: 49, isTime: false });
  assert.deepEqual(downloadsIn(reviewed(50).events, MONDAY), { last: null, since: 50, isTime: true });
});

test('it is time when a review has waited for more than seven days', () => {
  const { events } = reviewed(1);
  assert.equal(downloadsIn(events, MONDAY + 7 * DAY).isTime, false);
  assert.equal(downloadsIn(events, MONDAY + 7 * DAY + 1).isTime, true);
});

test('a download sets the count back, and without new reviews it is never time again', () => {
  const log = reviewed(50);
  log.remark(null, 'downloaded', 50, MONDAY + DAY);
  assert.deepEqual(downloadsIn(log.events, MONDAY + 365 * DAY), {
    last: MONDAY + DAY,
    since: 0,
    isTime: false,
  });
});

test('reviews that came from another device are in no file yet', () => {
  const log = reviewed(10);
  log.remark(null, 'downloaded', 10, MONDAY + DAY);
  const merged = [...reviewed(60, new Writer('b')).events, ...log.events];
  assert.deepEqual(downloadsIn(merged, MONDAY + DAY), { last: MONDAY + DAY, since: 60, isTime: true });
});

test('a download that says no number counts for nothing', () => {
  const log = reviewed(50);
  log.remark(null, 'downloaded', 'all', MONDAY + DAY);
  assert.deepEqual(downloadsIn(log.events, MONDAY + DAY), { last: MONDAY + DAY, since: 50, isTime: true });
});
