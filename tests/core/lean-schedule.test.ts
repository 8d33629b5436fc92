/** What pages get of ts-fsrs computes what the whole of it computes. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import fc from 'fast-check';
import * as whole from 'ts-fsrs';
import { leanSchedule } from '../../src/integrations/lean-scripts.ts';

const source = await readFile(new URL(import.meta.resolve('ts-fsrs')), 'utf8');
const code = leanSchedule(source);
const lean: typeof whole = await import(`data:text/javascript,${encodeURIComponent(code)}`);

test('each thing that is spared is still found in ts-fsrs', () => {
  for (const gone of [
    'Date.prototype',
    'alea(this._seed)',
    'apply_fuzz(newInterval',
    'props?.w',
    'enable_short_term) {',
    'w_17 * w_18',
    'Rating.Hard ===',
    'if (g === 0)',
    'typeof r === "number"',
    'typeof decayOrParams',
    '  _seed;',
    'numRelearningSteps) > 1',
    'new Proxy',
    'update_parameters',
    'Rating.Hard',
    'Array.isArray(props?.learning_steps)',
  ])
    assert.deepEqual([gone, source.includes(gone), code.includes(gone)], [gone, true, false]);
});

test('with any parameters every step and every prediction stays the same', () => {
  const bounds = whole.CLAMP_PARAMETERS(2);
  const parameters = fc.tuple(
    ...bounds.map(([min = 0, max = 1]) => fc.double({ min: min - 1, max: max + 1, noNaN: true })),
  );
  const reviews = fc.array(fc.tuple(fc.constantFrom(1, 2, 3, 4), fc.integer({ min: 0, max: 3000 })), {
    maxLength: 10,
  });
  const by = ({ FSRSAlgorithm }: typeof whole, w: number[], retention: number, list: [number, number][]) => {
    const fsrs = new FSRSAlgorithm({ w, request_retention: retention, relearning_steps: ['10m'] });
    let state: whole.FSRSState | null = null;
    return list.map(([rating, days]) => {
      state = fsrs.next_state(state, days, rating);
      return [state, fsrs.next_interval(state.stability, days), fsrs.forgetting_curve(days, state.stability)];
    });
  };
  fc.assert(
    fc.property(
      parameters,
      fc.double({ min: 0.7, max: 0.97, noNaN: true }),
      reviews,
      (w, retention, list) => {
        assert.deepEqual(by(lean, w, retention, list), by(whole, w, retention, list));
        assert.deepEqual(lean.clipParameters(w, 1), whole.clipParameters(w, 1));
      },
    ),
    { numRuns: 1000 },
  );
});
