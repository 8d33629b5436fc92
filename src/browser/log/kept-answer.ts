/** Answers as they were when they were reviewed. Apart from the log, because few pages ever ask for one. */
import { asked } from './connection.ts';
import { ANSWERS } from './database.ts';
import type { Log } from './log.ts';

/** The text of the card's answer at that revision; null where it was not kept. Never rejects. */
export async function keptAnswer({ store }: Log, card: string, rev: string): Promise<string | null> {
  try {
    const text = await store.database.run([ANSWERS], 'readonly', (stores) =>
      asked<unknown>(stores(ANSWERS).get(`${card} ${rev}`)),
    );
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}
