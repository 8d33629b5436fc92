/**
 * List prices that the aids begin with, in US dollars, for us-east-1. Readers change them on the page.
 *
 * Each has the day on which it was looked up. None is an offer: prices differ by Region and change. What a fact in
 * `content/facts.yaml` states too must be the same, which a test holds; it has the day of its own check there.
 */

/** A price list with the day and place it was taken from. */
export interface Dated {
  /** `2026-09-20` */
  asOf: string;
  source: string;
}

/** What an hour of Fargate costs. */
export interface FargateRates {
  /** For a vCPU. */
  vcpu: number;
  /** For a GB of memory. */
  gb: number;
  /** For a GB of disk above what is included. */
  disk: number;
}

/** A kind of Fargate task that has its own price. */
export type Platform = 'x86' | 'arm' | 'windows';

/**
 * Fargate, on demand. The price of a Windows vCPU includes the licence of $0.046. The vCPU on x86 was looked up
 * again on 20 September 2026, the rest in March.
 */
export const fargateRates: Dated & Record<Platform, FargateRates> = {
  asOf: '2026-03-31',
  source: 'https://aws.amazon.com/fargate/pricing/',
  x86: { vcpu: 0.04048, gb: 0.004445, disk: 0.000111 },
  arm: { vcpu: 0.03238, gb: 0.00356, disk: 0.000111 },
  windows: { vcpu: 0.09148, gb: 0.01005, disk: 0.000111 },
};

/** An EC2 instance type: what it has, and what an hour of it costs. */
export interface Instance {
  type: string;
  vcpu: number;
  gb: number;
  price: number;
  platform: 'x86' | 'arm';
}

/** EC2, on demand, Linux: one type of each shape. */
export const instances: Dated & { types: Instance[] } = {
  asOf: '2026-06-17',
  source: 'https://aws.amazon.com/ec2/pricing/on-demand/',
  types: [
    { type: 'm6i.large', vcpu: 2, gb: 8, price: 0.096, platform: 'x86' },
    { type: 'c6i.large', vcpu: 2, gb: 4, price: 0.085, platform: 'x86' },
    { type: 'r6i.large', vcpu: 2, gb: 16, price: 0.126, platform: 'x86' },
    { type: 'm7g.large', vcpu: 2, gb: 8, price: 0.0816, platform: 'arm' },
    { type: 'c6a.2xlarge', vcpu: 8, gb: 16, price: 0.306, platform: 'x86' },
  ],
};

/**
 * What Managed Instances add to the price of an instance, as a share of it: the one example that AWS gives,
 * $0.037 on a c6a.2xlarge of $0.306. Other types have other fees.
 */
export const managedFee: Dated & { share: number } = {
  asOf: '2026-09-20',
  source: 'https://aws.amazon.com/ecs/pricing/',
  share: 0.037 / 0.306,
};

/** Hours of a month, as AWS counts in its own examples. */
export const HOURS_A_MONTH = 730;
