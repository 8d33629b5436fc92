/** The browser's promise not to throw the storage away when room gets scarce. */
import type { World } from './world.ts';

/** Asks for the promise. Some browsers ask the learner, so do it when there is something to lose, after a gesture. */
export async function askToPersist(world: World): Promise<void> {
  try {
    await world.navigator?.storage?.persist?.();
  } catch {
    // A browser that does not answer has promised nothing; `persisted` tells.
  }
}
