/** The answer of the size picker in words, so that page and script say the same. */
import { counted, dollars, percent } from './amounts.ts';
import { costPerHour, type FargateSize, inUnits, type Need, sizesFor, waste } from './fargate-sizes.ts';
import type { FargateRates } from './prices.ts';

/** What a reader asks the picker. */
export interface Order extends Need {
  /** GB of disk. */
  disk: number;
  tasks: number;
  hours: number;
}

/** A size that fits, as a row of the table: size, an hour of one task, all hours of all tasks, what is unused of vCPU and memory. */
export interface Offer {
  size: FargateSize;
  cells: [size: string, hour: string, total: string, unused: string];
}

/** The answer: the size, what it costs, and the cheapest sizes. */
export interface Offers {
  answer: string;
  cost: string;
  rows: Offer[];
}

/** A size in words: `8 vCPU with 32 GB`. */
export function sizeInWords(size: FargateSize): string {
  const { vcpu, gb } = inUnits(size);
  return `${vcpu} vCPU with ${gb} GB`;
}

/** The three cheapest sizes for an order. */
export function offersFor(order: Order, rates: FargateRates): Offers {
  const rows = sizesFor(order, rates)
    .slice(0, 3)
    .map((size): Offer => {
      const hour = costPerHour(size, rates, order.disk);
      const unused = waste(size, order);
      return {
        size,
        cells: [
          `${inUnits(size).vcpu} / ${inUnits(size).gb}`,
          dollars(hour, 5),
          dollars(hour * order.tasks * order.hours),
          `${percent(unused.vcpu)} / ${percent(unused.gb)}`,
        ],
      };
    });
  const best = rows[0];
  if (!best) {
    const kind = order.windows ? 'Windows' : 'Linux';
    return {
      answer: 'No size fits',
      cost: `The largest ${kind} task is smaller. Look at Managed Instances or EC2.`,
      rows,
    };
  }
  const [, hour, total] = best.cells;
  const all = `${counted(order.tasks, 'task')} for ${counted(order.hours, 'hour')}`;
  return { answer: sizeInWords(best.size), cost: `${hour} an hour. ${all}: ${total}.`, rows };
}
