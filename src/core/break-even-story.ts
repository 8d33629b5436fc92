/** The answer of the break-even aid in words, so that page and script say the same. */
import { counted, dollars, percent } from './amounts.ts';
import { breakEven, type Host, hostsFor, type Task, taskHour, tasksPerHost } from './break-even.ts';
import { type FargateRates, HOURS_A_MONTH } from './prices.ts';

/** What a reader compares. Shares are between 0 and 1. */
export interface Comparison {
  task: Task;
  host: Host;
  rates: Pick<FargateRates, 'vcpu' | 'gb'>;
  /** Tasks that run all month. */
  tasks: number;
  /** Share of the places on instances that tasks take on average. */
  filled: number;
  /** Fee of Managed Instances, as a share of the list price. */
  fee: number;
  /** Off the list price. */
  fargateDiscount: number;
  hostDiscount: number;
  /** What a month of looking after hosts of one's own costs. */
  care: number;
}

/** The three ways side by side. */
export interface Verdict {
  answer: string;
  details: string;
  /** Name, how many of what, dollars a month, cheaper than Fargate from this filling on. */
  rows: [name: string, units: string, month: string, from: string][];
}

/** The share that must be filled before instances pay off, in words. */
export function inWords(share: number): string {
  return share > 1 ? 'never' : percent(share);
}

/** Compares Fargate, Managed Instances and EC2 by price alone. */
export function compare(asked: Comparison): Verdict {
  const { task, host, tasks, filled } = asked;
  const places = tasksPerHost(task, host);
  if (places === 0) {
    return { answer: 'The task does not fit on this instance', details: 'Take a larger instance.', rows: [] };
  }
  const fargateHour = taskHour(task, asked.rates) * (1 - asked.fargateDiscount);
  const hosts = hostsFor(tasks, task, host, filled);
  const hostHour = host.price * (1 - asked.hostDiscount);
  // Discounts are for the instance; the fee is charged on top of it.
  const managedHour = hostHour + host.price * asked.fee;
  const ways = [
    { name: 'Fargate', units: counted(tasks, 'task'), cost: tasks * fargateHour * HOURS_A_MONTH, from: '–' },
    {
      name: 'Managed Instances',
      units: counted(hosts, 'instance'),
      cost: hosts * managedHour * HOURS_A_MONTH,
      from: inWords(breakEven(task, { ...host, price: managedHour }, fargateHour)),
    },
    {
      name: 'EC2',
      units: counted(hosts, 'instance'),
      cost: hosts * hostHour * HOURS_A_MONTH + asked.care,
      from: inWords(breakEven(task, { ...host, price: hostHour }, fargateHour)),
    },
  ];
  const [best] = [...ways].sort((a, b) => a.cost - b.cost);
  const short = host.vcpu / task.vcpu < (host.gb - (host.reserve ?? 0)) / task.gb ? 'vCPU' : 'memory';
  return {
    answer: best ? `${best.name}: ${dollars(best.cost)} a month` : '',
    details: `${counted(places, 'task')} ${places === 1 ? 'fits' : 'fit'} on an instance; ${short} runs out first. An hour of a task costs ${dollars(fargateHour, 5)} on Fargate.`,
    rows: ways.map(({ name, units, cost, from }) => [name, units, dollars(cost), from]),
  };
}
