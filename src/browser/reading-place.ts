/** Marks in the contents beside a note what the reader has come to. */
import { fragmentOf } from './permalinks.ts';

// Everything above the upper third of the window counts as come to, however far above it is.
const COME_TO = { rootMargin: '999999px 0px -67% 0px' };

/** Keeps the mark where the reader is, from the moment on that the contents stand beside the note. */
export function markReadingPlace(note: HTMLElement): void {
  const contents = note.querySelector('.contents.beside');
  const waiting = new IntersectionObserver(([change]) => {
    if (!change?.isIntersecting) return;
    waiting.disconnect();
    follow(change.target);
  });
  if (contents) waiting.observe(contents);
}

function follow(contents: Element): void {
  const links = new Map<Element, Element>();
  for (const link of contents.querySelectorAll('a')) {
    const place = document.getElementById(fragmentOf(link) ?? '');
    if (place) links.set(place, link);
  }

  const comeTo = new Set<Element>();
  const observer = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) comeTo.add(target);
      else comeTo.delete(target);
    }
    const current = [...links.keys()].findLast((place) => comeTo.has(place));
    for (const [place, link] of links) link.ariaCurrent = place === current ? 'true' : null;
  }, COME_TO);
  for (const place of links.keys()) observer.observe(place);
}
