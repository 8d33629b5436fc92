/** Where the end of a review leads. */
import * as words from '#words';
import { isWeak } from '../../core/queue.ts';
import { cardsWithin, type ReviewAddress, writeAddress } from '../../core/review-address.ts';
import type { Summary } from '../../core/summary.ts';
import { make } from '../make.ts';
import type { Ended } from './ending.ts';

/** So many are crammed at most. */
const CRAMMED = 20;
/** So many new ones are offered beyond those of the day. */
const MORE_NEW = 10;

/** The ways back into the sitting, to other reviews, and out of it. */
export function waysOn(ended: Ended, { aside }: Summary): HTMLElement {
  const { sitting, queue, address, base, history } = ended;
  const { left } = queue;
  const ways: HTMLElement[] = [];
  const lead = (text: string, to: string) => ways.push(make('a', { href: to }, text));
  const again = (text: string, change: Partial<ReviewAddress>) =>
    lead(text, location.pathname + writeAddress({ ...address, ...change }));
  const press = (text: string, command: string) =>
    ways.push(make('button', { type: 'button', 'data-do': command }, text));

  if (sitting.last !== null) {
    press(words.undo, 'undo');
    press(words.lookBack, 'back');
  }
  if (left.more > 0) again(words.moreOf(left.more), {});
  if (left.newCards > 0) again(words.newOnesWait(left.newCards, MORE_NEW), { state: 'new', most: MORE_NEW });
  if (left.related > 0) again(words.followUps(left.related), {});
  if (address.state !== 'weak' && isAnyWeak(ended)) again(words.theWeakOnes, { state: 'weak', most: null });
  if (!address.cram)
    again(words.cramSome(CRAMMED), { state: 'all', cram: true, shuffle: true, most: CRAMMED });
  // In a cram nothing of it is kept.
  const now = sitting.cram ? { bury: [], suspend: [] } : aside;
  const waiting = words.putAside(0, left.buried + now.bury.length, left.suspended + now.suspend.length);
  if (waiting !== '') lead(waiting, `${history.address}#_aside`);
  if (history.reminder) lead(history.reminder, history.address);
  lead(words.topics, base);
  return make('p', { class: 'words' }, ...ways.flatMap((way) => [way, ' ']));
}

function isAnyWeak({ desk, address }: Ended): boolean {
  const { decks, memories, now } = desk;
  for (const { id } of cardsWithin(decks, address)) {
    const memory = memories.of(id);
    if (memory && isWeak(memories, memory, now) && !memories.isSuspended(id) && !memories.isBuried(id, now))
      return true;
  }
  return false;
}
