/** The answered questions of a page for print, as copies that can stand elsewhere on it. */
import { fragmentOf } from '../permalinks.ts';

/** An answered question. */
export interface Asked {
  /** 1-based, through all notes that are printed. */
  number: number;
  /** The element that holds the prompt on the page. */
  prompt: HTMLElement;
  /** What it follows up, stands in a group of, or is listed under; empty at the top. */
  context: string;
  /** Title of its note. */
  note: string;
  /** Copies of prompt and answer without follow-up questions; hints stand above the answer. */
  copies(): { prompt: HTMLElement; answer: HTMLElement };
}

/**
 * The note that the address names, which the page shows alone; null where it shows all. It is told from the address:
 * while the page comes, Chromium runs scripts before it knows what `:target` is.
 */
export function aloneOn(page: HTMLElement): HTMLElement | null {
  const id = fragmentOf(location);
  return id === null ? null : page.querySelector<HTMLElement>(`.piece[id="${CSS.escape(id)}"]`);
}

/** The answered questions of the notes that are shown, in the order of the page. */
export function askedOn(page: HTMLElement): Asked[] {
  const alone = aloneOn(page);
  const pieces = alone ? [alone] : [...page.querySelectorAll('.piece')];
  return pieces
    .flatMap((piece) => [...piece.querySelectorAll<HTMLElement>('.question[data-state="answered"]')])
    .map((question, place) => read(question, place + 1))
    .filter((asked) => asked !== null);
}

function read(question: HTMLElement, number: number): Asked | null {
  const prompt = promptOf(question);
  const answer = question.querySelector<HTMLElement>(
    ':scope > .answer, :scope > details:not(.hint) > .answer',
  );
  const piece = question.closest<HTMLElement>('.piece');
  if (!prompt || !answer || !piece) return null;
  return {
    number,
    prompt,
    context: contextOf(question),
    note: piece.querySelector('h2')?.textContent.trim() ?? '',
    copies: () => ({
      prompt: copyOf([prompt], piece, `${number}-q`),
      answer: copyOf([...question.querySelectorAll(':scope > .hint'), answer], piece, `${number}-a`),
    }),
  };
}

function promptOf(question: Element): HTMLElement | null {
  return question.querySelector<HTMLElement>(':scope > summary > .prompt, :scope > .prompt');
}

function contextOf(question: HTMLElement): string {
  const around = question.parentElement?.closest<HTMLElement>('.question, .group');
  const prompt = around && (promptOf(around) ?? around.querySelector<HTMLElement>(':scope > summary'));
  if (prompt) return wordsOf(prompt);
  const listed = question.closest('li.item')?.parentElement?.closest('li');
  return listed?.querySelector(':scope > p')?.textContent.trim() ?? '';
}

/** The words of a prompt, without what this page has put into it. */
export function wordsOf(prompt: HTMLElement): string {
  const copy = prompt.cloneNode(true) as HTMLElement;
  for (const key of copy.querySelectorAll('.key, .number')) key.remove();
  return copy.textContent.trim().replace(/\s+/g, ' ');
}

/** Copies in the language and direction of their note, with ids of their own. */
function copyOf(elements: Element[], piece: HTMLElement, suffix: string): HTMLElement {
  const copy = document.createElement('div');
  copy.className = 'note';
  copy.dir = 'auto';
  copy.lang = piece.lang;
  copy.append(...elements.map(blockOf));
  for (const follow of copy.querySelectorAll('.question, .group, .number, .key')) follow.remove();
  for (const left of copy.querySelectorAll('.questions, .questions li')) {
    if (left.textContent.trim() === '') left.remove();
  }
  rename(copy, suffix);
  return copy;
}

/** A copy of an element that is fit to stand as a block: a prompt is part of a line where it was. */
function blockOf(element: Element): Node {
  if (!element.matches('span')) return element.cloneNode(true);
  const block = document.createElement('p');
  block.className = element.className;
  block.append(...[...element.childNodes].map((node) => node.cloneNode(true)));
  return block;
}

/** Two elements must not share an id, and a drawing finds its arrows by it. */
function rename(copy: HTMLElement, suffix: string): void {
  const ids = new Set<string>();
  for (const element of copy.querySelectorAll('[id]')) {
    ids.add(element.id);
    element.id += `/${suffix}`;
  }
  for (const element of copy.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const [, id = ''] = /^url\(#(.*)\)$/.exec(value) ?? [];
      if (ids.has(id)) element.setAttribute(name, `url(#${id}/${suffix})`);
    }
  }
}
