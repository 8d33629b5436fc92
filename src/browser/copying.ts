/** Copying: blocks of code, questions and the whole note. Loaded at the first sign of a hand, or once a note with code has come to rest. */
import * as words from '#words';
import { copiesOf, type Serve } from './copying-markdown.ts';

/** How long a button says what came of it, in ms. */
const SAID = 2000;

/** Puts buttons on the code of `note`, and offers its Markdown. */
export function offerCopying(note: HTMLElement): void {
  // Without a secure context there is no clipboard, and a button that cannot copy is none.
  if (!navigator.clipboard) return;
  const status = note.querySelector('[role="status"]');
  const serve = (button: HTMLButtonElement, copy: () => Promise<string>): void => {
    const name = [...button.childNodes];
    button.addEventListener('click', async () => {
      const said = await copy();
      button.textContent = said;
      if (status) status.textContent = said;
      setTimeout(() => {
        button.replaceChildren(...name);
        if (status) status.textContent = '';
      }, SAID);
    });
  };
  copiesOfCode(note, serve);
  copiesOf(note, serve);
}

function copiesOfCode(note: HTMLElement, serve: Serve): void {
  const template = note.querySelector<HTMLTemplateElement>('template[data-copy]');
  if (!template) return;
  for (const code of note.querySelectorAll('pre')) {
    const frame = template.content.cloneNode(true);
    if (!(frame instanceof DocumentFragment)) return;
    const button = frame.querySelector('button');
    const place = frame.firstElementChild;
    code.replaceWith(frame);
    place?.prepend(code);
    if (button) {
      serve(button, () =>
        navigator.clipboard.writeText(code.textContent.trimEnd()).then(
          () => words.copied,
          () => words.notCopied,
        ),
      );
    }
  }
}
