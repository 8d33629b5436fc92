/**
 * Copies a question, or the whole note, as its author wrote it.
 *
 * What is copied lies in files beside the page, and is asked for when a button is pressed.
 */

import * as words from '#words';

/** Serves a button: what its press came to is told for a while in place of its name. */
export type Serve = (button: HTMLButtonElement, copy: () => Promise<string>) => void;

/** Adds a button to the end of each answer that is open or gets opened, and one beside the link to the note's Markdown. */
export function copiesOf(note: HTMLElement, serve: Serve): void {
  const link = note.querySelector<HTMLAnchorElement>('a[type="text/markdown"]');
  if (!link) return;
  let questions: Promise<Record<string, string>> | undefined;
  const textOf = async (id: string): Promise<string> => {
    // A failure is not kept: the next press asks again.
    questions ??= get(link.href.replace(/\.md$/, '.questions.json')).then((answer) => answer.json());
    questions.catch(() => {
      questions = undefined;
    });
    const text = (await questions)[id];
    if (text === undefined) throw new Error(`No question ${id}`);
    return text;
  };
  const add = (place: Element, text: () => Promise<string>): void => {
    const button = document.createElement('button');
    button.type = 'button';
    const more = document.createElement('span');
    more.className = 'visually-hidden';
    more.textContent = words.asMarkdown;
    button.append(words.copy, more);
    place.append(' ', button);
    serve(button, () => put(text()));
  };
  const addToEndings = (within: Element): void => {
    for (const place of within.querySelectorAll('.ending > .words:has(> a):not(:has(> button))')) {
      const id = place.closest('.question')?.id;
      if (id !== undefined) add(place, () => textOf(id));
    }
  };

  const besideLink = document.createElement('span');
  besideLink.className = 'words';
  link.after(besideLink);
  add(besideLink, () => get(link.href).then((answer) => answer.text()));
  addToEndings(note);
  note.addEventListener('toggle', ({ target }) => addToEndings(target as Element), { capture: true });
}

async function get(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer;
}

/** Puts `text` on the clipboard. Gives what came of it, in words. */
async function put(text: Promise<string>): Promise<string> {
  try {
    // Safari lets a press write at once only; what is not there yet it takes as a promise.
    const blob = text.then((copy) => new Blob([copy], { type: 'text/plain' }));
    if ('ClipboardItem' in window)
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    else await navigator.clipboard.writeText(await text);
    return words.copied;
  } catch {
    return text.then(
      () => words.notCopied,
      () => words.markdownNotFetched,
    );
  }
}
