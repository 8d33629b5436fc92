/**
 * The sizes of a Fargate task, and which of them fits.
 *
 * Sizes: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
 * Cost: https://aws.amazon.com/fargate/pricing/ – what is reserved counts, by the second; the disk up to
 * 20 GB is included.
 */
import type { FargateRates } from './prices.ts';

/** One row of the table: a number of vCPU with everything that goes with it. */
export interface FargateRow {
  /** CPU units as a task definition states them; 1,024 are one vCPU. */
  cpu: number;
  /** Values of memory in MiB, ascending. */
  memory: number[];
  windows: boolean;
}

/** One valid pair. */
export interface FargateSize {
  cpu: number;
  memory: number;
}

/** What a task needs at least. */
export interface Need {
  vcpu: number;
  gb: number;
  windows?: boolean;
}

/** Disk that a task has without paying for it, in GB. */
export const DISK_INCLUDED = 20;
/** The largest disk of a task, in GB. */
export const DISK_MOST = 200;

const GB = 1024;

function steps(from: number, to: number, step: number): number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, n) => (from + n * step) * GB);
}

/** Every size that there is, by vCPU. From 8 vCPU on, platform version 1.4.0 is needed. */
export const fargateRows: FargateRow[] = [
  { cpu: 256, memory: [512, GB, 2 * GB], windows: false },
  { cpu: 512, memory: steps(1, 4, 1), windows: false },
  { cpu: 1024, memory: steps(2, 8, 1), windows: true },
  { cpu: 2048, memory: steps(4, 16, 1), windows: true },
  { cpu: 4096, memory: steps(8, 30, 1), windows: true },
  { cpu: 8192, memory: steps(16, 60, 4), windows: false },
  { cpu: 16384, memory: steps(32, 120, 8), windows: false },
  { cpu: 32768, memory: [60 * GB, 120 * GB, 244 * GB], windows: false },
];

/** Every valid pair, by vCPU and then by memory. */
export const fargateSizes: FargateSize[] = fargateRows.flatMap(({ cpu, memory }) =>
  memory.map((value) => ({ cpu, memory: value })),
);

/** A size in vCPU and GB. */
export function inUnits({ cpu, memory }: FargateSize): { vcpu: number; gb: number } {
  return { vcpu: cpu / 1024, gb: memory / GB };
}

/** What an hour of one task costs: vCPU, memory, and the disk above what is included. */
export function costPerHour(size: FargateSize, rates: FargateRates, disk = DISK_INCLUDED): number {
  const { vcpu, gb } = inUnits(size);
  return vcpu * rates.vcpu + gb * rates.gb + Math.max(0, disk - DISK_INCLUDED) * rates.disk;
}

/** The sizes that hold what is needed, cheapest first. */
export function sizesFor(need: Need, rates: FargateRates): FargateSize[] {
  const rows = fargateRows.filter(({ windows }) => windows || need.windows !== true);
  const cpus = new Set(rows.map(({ cpu }) => cpu));
  return fargateSizes
    .filter((size) => {
      const { vcpu, gb } = inUnits(size);
      return cpus.has(size.cpu) && vcpu >= need.vcpu && gb >= need.gb;
    })
    .sort((a, b) => costPerHour(a, rates) - costPerHour(b, rates) || a.cpu - b.cpu);
}

/** Shares of a size that are paid and not needed, between 0 and 1. */
export function waste(size: FargateSize, need: Need): { vcpu: number; gb: number } {
  const { vcpu, gb } = inUnits(size);
  return { vcpu: (vcpu - need.vcpu) / vcpu, gb: (gb - need.gb) / gb };
}
