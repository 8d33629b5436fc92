/** The answer of the rolling-deployment simulator in words, so that page and script say the same. */
import { counted } from './amounts.ts';
import {
  breakerThreshold,
  extremes,
  leftWhileFailing,
  limitsOf,
  type Rollout,
  type RolloutStep,
  rollOut,
} from './rolling-deployment.ts';

/** How long things take, in seconds. */
export interface Pace {
  /** Until a new task is healthy. */
  start: number;
  /** Until an old task is drained and gone. */
  stop: number;
}

/** A deployment told. */
export interface Story {
  answer: string;
  details: string;
  steps: RolloutStep[];
  /** A row for each step: what happens, old tasks, new tasks, all. */
  rows: [what: string, old: string, fresh: string, all: string][];
}

/** Tells how a rolling deployment goes; `failing`: the new tasks never become healthy. */
export function tell(rollout: Rollout, pace: Pace, failing = false): Story {
  const { floor, cap, stuck } = limitsOf(rollout);
  const range = `Between ${floor} and ${counted(cap, 'task')} may run.`;
  const all = rollOut(rollout);
  if (stuck) {
    return {
      answer: 'Stuck: nothing can start, nothing can stop',
      details: `${range} That is exactly what runs already. Raise the maximum percent, or lower the minimum.`,
      ...shown(all),
    };
  }
  if (failing) {
    const left = leftWhileFailing(rollout);
    const start = all.findIndex(({ kind }) => kind === 'start');
    const steps = all.slice(0, start + 1).map((step, n) => (n === start ? { ...step, fresh: 0 } : step));
    return {
      answer: `The circuit breaker gives up after ${counted(breakerThreshold(rollout.desired), 'failed task')}`,
      details: `Until then, and while it rolls back, ${left} of ${counted(rollout.desired, 'old task')} ${left === 1 ? 'serves' : 'serve'}.`,
      ...shown(steps, ', and they fail'),
    };
  }
  const { fewest, most } = extremes(all);
  const gap = rollout.desired > 0 && fewest === 0 ? ' For a while none runs: requests fail.' : '';
  const seconds = all.reduce((sum, { kind }) => sum + (kind === 'before' ? 0 : pace[kind]), 0);
  return {
    answer: `It goes through in ${counted(all.length - 1, 'step')}, with ${fewest} to ${counted(most, 'task')}`,
    details: `${range}${gap} If each step waits for the one before, it takes ${duration(seconds)}.`,
    ...shown(all),
  };
}

/** Steps that are written out. The rest is like them. */
const SHOWN = 16;

function shown(all: RolloutStep[], failure = ''): Pick<Story, 'steps' | 'rows'> {
  const steps = all.length > SHOWN ? [...all.slice(0, SHOWN - 1), ...all.slice(-1)] : all;
  const left = all.length - steps.length;
  return {
    steps,
    rows: steps.map(({ kind, count, old, fresh }, n) => {
      const what = kind === 'before' ? 'Before' : `${kind === 'start' ? 'Start' : 'Stop'} ${count}`;
      const skipped = left > 0 && n === SHOWN - 1 ? `${counted(left, 'step')} more, then ` : '';
      return [
        skipped === '' ? what + (kind === 'start' ? failure : '') : skipped + what.toLowerCase(),
        String(old),
        String(fresh),
        String(old + fresh),
      ];
    }),
  };
}

/** A square of a step's picture, from the left: an old task, then the new ones. */
export interface Square {
  x: number;
  kind: 'old' | 'fresh';
}

/** Measures of the picture of a step, in squares: with room above and below for the line that marks the least. */
export const SQUARE = { inset: 0.14, size: 0.72, pixels: 20 };

/** The window of the picture and its size, for so many tasks at most. */
export function frameOf(cap: number): { viewBox: string; width: number; height: number } {
  const across = Math.max(cap, 1);
  return {
    viewBox: `0 -0.2 ${across} 1.4`,
    width: across * SQUARE.pixels,
    height: 1.4 * SQUARE.pixels,
  };
}

/** The tasks of a step as squares, a unit apart. */
export function squaresOf({ old, fresh }: RolloutStep): Square[] {
  return Array.from({ length: old + fresh }, (_, x) => ({ x, kind: x < old ? 'old' : 'fresh' }));
}

function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  if (minutes === 0) return counted(rest, 'second');
  return rest === 0 ? counted(minutes, 'minute') : `${counted(minutes, 'minute')} ${counted(rest, 'second')}`;
}
