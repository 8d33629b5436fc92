/**
 * Kills a browser 24 times while it writes, and counts what of at least 12,000 acknowledged reviews is missing.
 * Prints JSON; it takes some minutes. `node tests/bench/durability.ts 4 100` kills 4 times, after 100 reviews each.
 */
import { type Durability, killWhileWriting } from '../support/log-kill.ts';

/** Of reviews that were acknowledged before a kill, none may be missing. */
export function durability(kills = 24, reviews = 500): Promise<Durability> {
  return killWhileWriting(kills, reviews);
}

if (import.meta.main) {
  const [kills, reviews] = process.argv.slice(2).map(Number);
  console.log(JSON.stringify(await durability(kills, reviews), null, 2));
}
