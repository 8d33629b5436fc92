/** Whether the browser promises not to throw the storage away when room gets scarce. Apart from asking for it, because few pages tell. */
import type { World } from './world.ts';

/** True if it promises; null where it does not say. */
export async function persisted(world: World = globalThis): Promise<boolean | null> {
  try {
    return (await world.navigator?.storage?.persisted?.()) ?? null;
  } catch {
    return null;
  }
}
