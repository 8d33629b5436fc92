/** Sizes in words. */
import { number } from '../numbers.ts';

/** `12 kB`, `2.1 MB`, of bytes. */
export function size(bytes: number): string {
  if (bytes < 1e6) return `${number(Math.ceil(bytes / 1e3))} kB`;
  return `${number(bytes / 1e6, 1)} MB`;
}
