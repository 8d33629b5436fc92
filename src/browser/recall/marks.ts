/** Marks of memory: at each question, in the contents, and how many are held, above the note. */
import * as words from '#words';
import { type Stand, standOf, strengthOf } from '../../core/standing.ts';
import { type History, now } from '../history.ts';
import { fragmentOf } from '../permalinks.ts';
import type { CardOnPage } from './cards.ts';
import { standInWords } from './words.ts';

/** Draws a stand on `element`: a colour for the eye, and words in `place` for everyone else. */
export function mark(element: HTMLElement, place: HTMLElement, stand: Stand): void {
  const share = Math.round(strengthOf(stand) * 100);
  element.style.setProperty('--held', `color-mix(in oklab, var(--accent) ${share}%, var(--line))`);
  const said = place.querySelector(':scope > .stand') ?? place.appendChild(document.createElement('span'));
  said.className = 'stand';
  const text = standInWords(stand);
  said.textContent = text && ` (${text})`;
}

/** Draws the marks of all cards as they stand now. */
export function drawMarks(note: HTMLElement, cards: Iterable<CardOnPage>, { memories }: History): void {
  const moment = now();
  const stands = new Map<string, Stand>();
  for (const { card, element, summary } of cards) {
    const stand = standOf(memories, card, moment);
    stands.set(element.id, stand);
    mark(element, summary, stand);
  }
  for (const link of note.querySelectorAll<HTMLAnchorElement>('.contents .to-question')) {
    const stand = stands.get(fragmentOf(link) ?? '');
    if (stand) mark(link, link, stand);
  }
  const count = note.querySelector<HTMLElement>('[data-held]');
  const all = [...stands.values()];
  if (count && all.some(({ standing }) => standing !== 'new')) {
    count.textContent = words.held(all.filter(({ standing }) => standing === 'held').length, all.length);
  }
}
