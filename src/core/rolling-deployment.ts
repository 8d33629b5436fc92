/**
 * A rolling deployment, step by step.
 *
 * Limits and rounding: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 * Circuit breaker: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 * The real scheduler need not wait for a whole step before it begins the next; the limits hold all the same.
 */

/** What a service asks for. Percentages are of the desired count. */
export interface Rollout {
  desired: number;
  /** `minimumHealthyPercent` */
  minimum: number;
  /** `maximumPercent` */
  maximum: number;
}

/** What follows from a rollout. */
export interface Limits {
  /** Fewest tasks that must run and be healthy: rounded up. */
  floor: number;
  /** Most tasks that may run: rounded down. */
  cap: number;
  /** Tasks that can start before any stops. */
  startFirst: number;
  /** Tasks that can stop before any starts. */
  stopFirst: number;
  /** Nothing can start and nothing can stop. */
  stuck: boolean;
}

/** What happens in a step, and what there is after it. */
export interface RolloutStep {
  kind: 'before' | 'start' | 'stop';
  /** Tasks that start or stop in this step. */
  count: number;
  /** Old and new tasks that run and are healthy afterwards. */
  old: number;
  fresh: number;
}

/** The limits that the percentages set. */
export function limitsOf({ desired, minimum, maximum }: Rollout): Limits {
  // Percentages are whole numbers: multiplied first, the rounding meets no floating-point dust.
  const floor = Math.ceil((desired * minimum) / 100);
  const cap = Math.floor((desired * maximum) / 100);
  const startFirst = Math.max(0, cap - desired);
  const stopFirst = Math.max(0, desired - floor);
  return { floor, cap, startFirst, stopFirst, stuck: desired > 0 && startFirst === 0 && stopFirst === 0 };
}

/** Every step from the old tasks to the new ones; only the first where the deployment is stuck. */
export function rollOut(rollout: Rollout): RolloutStep[] {
  const { desired } = rollout;
  const { floor, cap, stuck } = limitsOf(rollout);
  const steps: RolloutStep[] = [{ kind: 'before', count: 0, old: desired, fresh: 0 }];
  let [old, fresh] = [desired, 0];
  while (!stuck && (old > 0 || fresh < desired)) {
    const starting = Math.min(cap - old - fresh, desired - fresh);
    if (starting > 0) {
      fresh += starting;
      steps.push({ kind: 'start', count: starting, old, fresh });
    }
    const stopping = Math.min(old, old + fresh - floor);
    if (stopping > 0) {
      old -= stopping;
      steps.push({ kind: 'stop', count: stopping, old, fresh });
    }
    if (starting <= 0 && stopping <= 0) break;
  }
  return steps;
}

/** Fewest healthy tasks and most running tasks on the way. */
export function extremes(steps: RolloutStep[]): { fewest: number; most: number } {
  const totals = steps.map(({ old, fresh }) => old + fresh);
  return { fewest: Math.min(...totals), most: Math.max(...totals) };
}

/** Tasks that must fail before the circuit breaker ends a deployment; 50 percent unless configured. */
export function breakerThreshold(desired: number, percent = 50): number {
  return Math.min(200, Math.max(3, Math.ceil((desired * percent) / 100)));
}

/** Old tasks that still serve while new ones keep failing: those that did not have to make room for them. */
export function leftWhileFailing(rollout: Rollout): number {
  const { startFirst, stopFirst } = limitsOf(rollout);
  return startFirst > 0 ? rollout.desired : rollout.desired - stopFirst;
}
