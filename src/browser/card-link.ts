/** A card as a link to its question on the page of its note. */
import type { Card } from '../core/card.ts';
import { headline } from '../core/prompt.ts';
import { make } from './make.ts';

/** The link, with the prompt for its words. */
export function linkToCard({ prompt, note, fragment }: Card): HTMLElement {
  const address = `${import.meta.env.BASE_URL}${encodeURI(note.slice(1))}#${encodeURIComponent(fragment)}`;
  return make('a', { href: address }, headline(prompt));
}
