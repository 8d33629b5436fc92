/** Opening a history on a page that looks at all of it. */
import { History } from './history.ts';
import { Snapshots } from './log/snapshot.ts';

/** In ms, after which a page has better things behind it. */
const SETTLED = 2000;

/** Opens the history of the site at `base` as `History.open` does, and a long one quicker the next time. */
export async function openWhole(base: string): Promise<History> {
  const snapshots = new Snapshots();
  const history = await History.open(base, snapshots.read);
  setTimeout(() => snapshots.keepUp(history.log.store), SETTLED);
  return history;
}
