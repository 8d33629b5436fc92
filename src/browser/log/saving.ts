/** What the log tells about itself; a page says it in its own words. */
import type { Reason } from './world.ts';

/** Where the events are. */
export type Saving =
  /** All in the database. */
  | { state: 'saved' }
  | { state: 'saving' }
  /** The database takes nothing, the second copy does: `pending` events of this page are there. Tried again. */
  | { state: 'copied'; reason: Reason; pending: number }
  /** Nothing takes anything: `pending` events of this page are in memory only. Tried again. */
  | { state: 'unsaved'; reason: Reason; pending: number };

/** How many events the database had lost, and how many of them the second copy gave back. */
export interface Recovery {
  lost: number;
  recovered: number;
}
