/** Marks of memory: at each question, in the contents, and how many are held, above the note. */
import * as words from '#words';
import { standOf, strengthOf } from '../../core/standing.ts';
import { type History, now } from '../history.ts';
import type { CardOnPage } from './cards.ts';
import { standInWords } from './words.ts';

/** What shows a stand: an element by its colour for the eye, and `place` by words for everyone else. */
type Shown = [element: HTMLElement, place: HTMLElement];

/**
 * Finds the marks of a note, and gives back what draws all of them as they stand now. Of hundreds of cards a rating changes
 * one, and only what has changed is written.
 */
export function marksOf(note: HTMLElement, cards: Iterable<CardOnPage>): (history: History) => void {
  const places = new Map<string, Shown[]>();
  const drawn = new Map<string, string>();
  const shown = new Map<string, Shown[]>();
  for (const { card, element, summary } of cards) {
    const own: Shown[] = [[element, summary]];
    places.set(card, own);
    shown.set(`#${encodeURIComponent(element.id)}`, own);
  }
  for (const link of note.querySelectorAll<HTMLAnchorElement>('.contents .to-question')) {
    shown.get(link.hash)?.push([link, link]);
  }
  const count = note.querySelector('[data-held]');
  return ({ memories }) => {
    const moment = now();
    let held = 0;
    let reviewed = 0;
    for (const [card, own] of places) {
      const stand = standOf(memories, card, moment);
      if (stand.standing === 'held') held += 1;
      if (stand.standing !== 'new') reviewed += 1;
      const share = Math.round(strengthOf(stand) * 100);
      const said = standInWords(stand);
      // A card without a review is as the page shows it.
      if ((drawn.get(card) ?? '0') === said + share) continue;
      drawn.set(card, said + share);
      for (const place of own) mark(...place, share, said);
    }
    if (count && reviewed > 0) count.textContent = words.held(held, places.size);
  };
}

function mark(element: HTMLElement, place: HTMLElement, share: number, said: string): void {
  element.style.setProperty('--held', `color-mix(in oklab, var(--accent) ${share}%, var(--line))`);
  const stand = place.querySelector(':scope > .stand') ?? place.appendChild(document.createElement('span'));
  stand.className = 'stand visually-hidden';
  stand.textContent = said && ` (${said})`;
}
