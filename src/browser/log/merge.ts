/** Many events from elsewhere into the log at once: all of them, or none. */
import type { LogEvent } from '../../core/event.ts';
import { asked } from './connection.ts';
import { LOG, META, SNAPSHOT } from './database.ts';
import type { Log } from './log.ts';

/** Events from one step to the next. */
const STRIDE = 1000;

/**
 * Adds those of `events` that are not in the log yet, in one transaction; until it is done, nothing has changed. The
 * second copy of what is there is brought up to date first. Resolves with what was added.
 *
 * `step` hears of the share that is written, 0 to 1, every thousand events; what it throws ends the merge and takes
 * everything back. Rejects with that, or with what the browser says.
 */
export async function merge(
  { store }: Log,
  events: readonly LogEvent[],
  step?: (share: number) => void,
): Promise<LogEvent[]> {
  await store.copy();
  const added = await store.database.run([LOG, META], 'readwrite', async (stores) => {
    const log = stores(LOG);
    const there = new Set(await asked(log.getAllKeys()));
    const missing = events.filter(({ id }) => !there.has(id));
    for (const [n, event] of missing.entries()) {
      const adding = log.add(event);
      if (n % STRIDE !== STRIDE - 1) continue;
      // Waiting keeps the page alive, and the transaction open.
      await asked(adding);
      try {
        step?.((n + 1) / missing.length);
      } catch (error) {
        log.transaction.abort();
        throw error;
      }
    }
    await asked(stores(META).delete(SNAPSHOT));
    return missing;
  });
  store.heard(added);
  store.spread(added);
  return added;
}
