/** Room for what is kept in a browser. */

/** In bytes: room that the course leaves to the history, which must never want for any. */
const RESERVE = 5e6;

/**
 * How many bytes are missing to keep `wanted` more and leave the history its room; 0 where it all fits, and where
 * the browser does not say.
 */
export function lackOf(wanted: number, { quota, usage }: { quota?: number; usage?: number }): number {
  if (quota === undefined || usage === undefined) return 0;
  return Math.max(0, wanted + RESERVE - (quota - usage));
}
