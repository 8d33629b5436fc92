/** Whether the browser promises not to throw the storage away when room gets scarce. */
import type { World } from './world.ts';

/** True if it promises; null where it does not say. */
export async function persisted(world: World = globalThis): Promise<boolean | null> {
  try {
    return (await world.navigator?.storage?.persisted?.()) ?? null;
  } catch {
    return null;
  }
}

/** Asks for the promise. Some browsers ask the learner, so do it when there is something to lose, after a gesture. */
export async function askToPersist(world: World): Promise<void> {
  try {
    await world.navigator?.storage?.persist?.();
  } catch {
    // A browser that does not answer has promised nothing; `persisted` tells.
  }
}
