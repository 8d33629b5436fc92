/**
 * From where on an instance of one's own is cheaper than Fargate.
 *
 * Arithmetic of ours over list prices: Fargate costs the same for every task; an instance costs the same
 * however full it is. Not counted: load balancer, NAT, IPv4 addresses, disks, logs, traffic.
 */
import type { FargateRates } from './prices.ts';

/** The size of a task. */
export interface Task {
  vcpu: number;
  gb: number;
}

/** An instance to put tasks on. */
export interface Host extends Task {
  /** Dollars an hour. */
  price: number;
  /** GB that system and agent keep for themselves. */
  reserve?: number;
}

/** What one task costs on Fargate for an hour. */
export function taskHour({ vcpu, gb }: Task, rates: Pick<FargateRates, 'vcpu' | 'gb'>): number {
  return vcpu * rates.vcpu + gb * rates.gb;
}

/** Tasks that fit on one instance: what runs out first decides. */
export function tasksPerHost(task: Task, host: Host): number {
  return Math.max(0, Math.floor(Math.min(host.vcpu / task.vcpu, (host.gb - (host.reserve ?? 0)) / task.gb)));
}

/**
 * The share of an instance's places that must be taken on average before it is cheaper than Fargate;
 * above 1 it never is. `fargate` is the price of a task-hour.
 */
export function breakEven(task: Task, host: Host, fargate: number): number {
  const places = tasksPerHost(task, host);
  return places === 0 ? Number.POSITIVE_INFINITY : host.price / (places * fargate);
}

/** Instances for so many tasks, when only a share of the places is ever taken. */
export function hostsFor(tasks: number, task: Task, host: Host, filled: number): number {
  const places = tasksPerHost(task, host) * filled;
  if (tasks === 0) return 0;
  return places > 0 ? Math.ceil(tasks / places - 1e-9) : Number.POSITIVE_INFINITY;
}
