/**
 * Marks of memory in lists of notes and of topics. A list names its deck (`data-deck`), its rows their note
 * (`data-note`) or the whole deck (`data-whole`). Above them stands what is due, what fades, and what to read next.
 * Without a history nothing is fetched.
 */
import * as words from '#words';
import { type Stand, standOf, strengthOf } from '../core/standing.ts';
import { decksAt } from './decks.ts';
import { type Listed, layDesk } from './desk.ts';
import { History, now } from './history.ts';
import { keepFileOf, reminderOf } from './reminder.ts';

async function markList(list: HTMLElement, { memories }: History): Promise<Listed> {
  const decks = await decksAt(list.dataset['deck'] ?? '');
  if (decks === null) throw new Error(`The deck at ${list.dataset['deck']} cannot be had.`);
  const cards = decks.flatMap((deck) => deck.cards);
  const moment = now();
  const stands = cards.map(({ id, note }) => ({ note, stand: standOf(memories, id, moment) }));
  for (const row of list.querySelectorAll<HTMLElement>('[data-note], [data-whole]')) {
    const of = row.dataset['note'];
    markRow(
      row,
      stands.filter(({ note }) => of === undefined || note === of).map(({ stand }) => stand),
    );
  }
  return { list, cards };
}

function markRow(row: HTMLElement, stands: readonly Stand[]): void {
  if (stands.every(({ standing }) => standing === 'new')) return;
  const strength = stands.reduce((sum, stand) => sum + strengthOf(stand), 0) / stands.length;
  row.style.setProperty(
    '--held',
    `color-mix(in oklab, var(--accent) ${Math.round(strength * 100)}%, var(--line))`,
  );
  const count = row.querySelector('.count');
  const held = stands.filter(({ standing }) => standing === 'held').length;
  if (count) count.textContent = words.held(held, stands.length);
}

/** Marks every list on the page, once there is something to mark. */
async function markCourse(): Promise<void> {
  const history = await History.open(import.meta.env.BASE_URL);
  const mark = async () => {
    if (history.memories.last() === null) return;
    const marked = await Promise.allSettled(
      [...document.querySelectorAll<HTMLElement>('[data-deck]')].map((list) => markList(list, history)),
    );
    // A list without marks is whole; offline, a deck may not be there.
    for (const each of marked) if (each.status === 'rejected') console.warn(String(each.reason));
    layDesk(
      marked.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : [])),
      history,
      await reminderOf(history),
    );
  };
  history.subscribe(mark);
  mark();
  keepFileOf(history);
}

markCourse();
