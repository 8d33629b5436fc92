/** A button on every block of code that copies it. */
import * as words from '#words';

/** Adds the buttons, from the template that the page brings along. */
export function offerCopying(note: HTMLElement): void {
  const template = note.querySelector<HTMLTemplateElement>('template[data-copy]');
  // Without a secure context there is no clipboard, and a button that cannot copy is none.
  if (!template || !navigator.clipboard) return;
  const status = note.querySelector('[role="status"]');

  for (const code of note.querySelectorAll('pre')) {
    const frame = template.content.cloneNode(true);
    if (!(frame instanceof DocumentFragment)) return;
    const button = frame.querySelector('button');
    const place = frame.firstElementChild;
    code.replaceWith(frame);
    place?.prepend(code);
    button?.addEventListener('click', () => copy(code, button, status));
  }
}

async function copy(code: Element, button: HTMLButtonElement, status: Element | null): Promise<void> {
  const said = await navigator.clipboard.writeText(code.textContent.trimEnd()).then(
    () => words.copied,
    () => words.notCopied,
  );
  button.textContent = said;
  if (status) status.textContent = said;
  setTimeout(() => {
    button.textContent = words.copy;
    if (status) status.textContent = '';
  }, 2000);
}
