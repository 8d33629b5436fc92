/** Sizes and complaints in words. */
import { number } from '../numbers.ts';

/** `12 kB`, `2.1 MB`, of bytes. */
export function size(bytes: number): string {
  if (bytes < 1e6) return `${number(Math.ceil(bytes / 1e3))} kB`;
  return `${number(bytes / 1e6, 1)} MB`;
}

/** In bytes: room that the course leaves to the history, which must never want for any. */
const RESERVE = 5e6;

/**
 * How many bytes are missing to keep `wanted` more and leave the history its room; 0 where it all fits, and where
 * the browser does not say.
 */
export function lackOf(wanted: number, { quota, usage }: StorageEstimate): number {
  if (quota === undefined || usage === undefined) return 0;
  return Math.max(0, wanted + RESERVE - (quota - usage));
}
