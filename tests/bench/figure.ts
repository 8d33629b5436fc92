/** What a part of the bench gives back. */

/** One number, and the most it may be where something was promised. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  most?: number;
}

export interface Measured {
  /** What the table shows. */
  figures: Figure[];
  /** What the figures were made from, for whoever wants to know more. */
  details?: unknown;
}

/** Whether what was promised is kept. */
export function isKept({ value, most }: Figure): boolean {
  return most === undefined || value <= most;
}

/** Figures as lines for people. */
export function tableOf(figures: readonly Figure[]): string {
  const names = Math.max(...figures.map(({ name }) => name.length));
  return figures
    .map((figure) => {
      const { name, value, unit, most } = figure;
      const promise = most === undefined ? '' : `  ${isKept(figure) ? 'kept' : 'MISSED'}: at most ${most}`;
      return `  ${name.padEnd(names)}  ${`${value}`.padStart(8)} ${unit}${promise}`;
    })
    .join('\n');
}

/** Rounded to so many digits behind the point. */
export function rounded(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value that `share` of the values, 0 to 1, do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
