/** The desk: what is due, what is fading, and what to read next, in one line above a list of topics or notes. */
import * as words from '#words';
import type { Card } from '../core/card.ts';
import type { Memories, Now } from '../core/memory.ts';
import { type Standing, standOf } from '../core/standing.ts';
import { type History, now } from './history.ts';

/** A list of notes, with the cards of its deck. */
export interface Listed {
  list: HTMLElement;
  cards: readonly Card[];
}

/** Something in the lists that has cards: a topic, or a note. */
interface Place {
  /** Leads to it, and has its title. */
  link: HTMLAnchorElement;
  cards: readonly Card[];
}

/** Fills the desk, if the page has one. `reminder` says that it is time for a copy of the history. */
export function layDesk(lists: readonly Listed[], { memories }: History, reminder: string | null): void {
  const desk = document.querySelector<HTMLElement>('[data-desk]');
  if (!desk) return;
  const moment = now();
  const asked = lists.map(({ list, cards }) => ({
    list,
    cards: cards.filter(({ id }) => !isAside(memories, id, moment)),
  }));
  const count = ({ cards }: Pick<Place, 'cards'>, standing: Standing) =>
    cards.filter(({ id }) => standOf(memories, id, moment).standing === standing).length;

  const due = asked
    .flatMap(({ cards }) => cards.map(({ id }) => memories.of(id)))
    .filter((memory) => memory !== undefined && memories.isDue(memory, moment)).length;
  const notes = asked.flatMap(notesOf);
  const topics = asked.flatMap(topicOf);
  const fading = (topics.length > 1 ? topics : notes)
    .map((place) => ({ place, count: count(place, 'fading') }))
    .reduce<{ place: Place | null; count: number }>((most, next) => (next.count > most.count ? next : most), {
      place: null,
      count: 0,
    });
  const next = notes.find((place) => count(place, 'new') > 0);

  const way = linkTo(desk.dataset['desk'] ?? '', words.due(due));
  way.className = 'due';
  const parts: (Node | string)[][] = [due > 0 ? [way] : [words.nothingIsDue]];
  if (fading.place) parts.push([words.fadingMost, linkAs(fading.place)]);
  if (next) parts.push([words.nextToRead, linkAs(next)]);
  const copies = desk.dataset['history'];
  if (reminder && copies) parts.push([linkTo(copies, reminder)]);
  desk.replaceChildren(...parts.flatMap((part, n) => (n === 0 ? part : [' · ', ...part])));
}

const isAside = (memories: Memories, id: string, moment: Now): boolean =>
  memories.isSuspended(id) || memories.isBuried(id, moment);

function notesOf({ list, cards }: Listed): Place[] {
  return [...list.querySelectorAll<HTMLAnchorElement>('a[data-note]')].map((link) => ({
    link,
    cards: cards.filter(({ note }) => note === link.dataset['note']),
  }));
}

function topicOf({ list, cards }: Listed): Place[] {
  const link = list.querySelector<HTMLAnchorElement>('h2 > a');
  return link ? [{ link, cards }] : [];
}

function linkTo(address: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = text;
  return link;
}

function linkAs({ link }: Place): HTMLAnchorElement {
  const title = link.querySelector<HTMLElement>('.title > bdi') ?? link;
  const made = linkTo(link.href, title.textContent?.trim() ?? '');
  made.dir = title.dir || 'auto';
  const of = title.closest<HTMLElement>('[lang]');
  if (of) made.lang = of.lang;
  return made;
}
