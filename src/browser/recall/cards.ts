/** The cards of a note's page: its answered questions, with what recall needs of their elements. */

export interface CardOnPage {
  /** The card's id in the history. */
  card: string;
  /** Revision of the answer as it stands on the page. */
  rev: string;
  element: HTMLElement;
  toggle: HTMLDetailsElement;
  summary: HTMLElement;
  answer: HTMLElement;
}

/** The cards within `note`, by their element, in the order of the page. `route` is the note's, without slashes at its ends. */
export function cardsOf(note: HTMLElement, route: string): Map<HTMLElement, CardOnPage> {
  const cards = new Map<HTMLElement, CardOnPage>();
  for (const element of note.querySelectorAll<HTMLElement>('.question[data-state="answered"]')) {
    const toggle =
      element instanceof HTMLDetailsElement
        ? element
        : element.querySelector<HTMLDetailsElement>(':scope > details:not(.hint)');
    const summary = toggle?.querySelector<HTMLElement>(':scope > summary');
    const answer = toggle?.querySelector<HTMLElement>(':scope > .answer');
    if (!toggle || !summary || !answer) continue;
    const card = element.dataset['card'] ?? `${route}#${element.id}`;
    cards.set(element, { card, rev: element.dataset['revision'] ?? '', element, toggle, summary, answer });
  }
  return cards;
}

/** The answer's own words, a line for each of its blocks: without follow-up questions and what the site put in. */
export function ownText(answer: HTMLElement): string {
  return [...answer.children]
    .filter((block) => !block.matches('.question, .questions, .group, .ending, .changed'))
    .map((block) => block.textContent.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .join('\n');
}
