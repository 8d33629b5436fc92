/** Single keys of the review and of the search. They act outside fields, and can be switched off (WCAG 2.1.4). */
const SWITCH = 'unfold:keys';

/** Whether single keys act. */
export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(SWITCH) !== 'off';
  } catch {
    return true;
  }
}

/** Switches single keys on or off, in this browser. */
export function switchKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(SWITCH);
    else localStorage.setItem(SWITCH, 'off');
  } catch {
    // A browser that stores nothing forgets it with the page.
  }
}

/** Whether the review does something at this key. */
export function isKeyOfReview(key: string): boolean {
  return /^(?:[ 1-4usjk?]|Enter)$/.test(key);
}

/** The key of an event if it may act, else null. */
export function keyOf(event: KeyboardEvent): string | null {
  const { target, key } = event;
  if (!areKeysOn() || event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement))
    return null;
  if (target.matches('input:not(.ticked > *), textarea, select, [contenteditable]')) return null;
  // A button or link that has the focus does what Space and Enter do to it.
  if ((key === ' ' || key === 'Enter') && target.closest('button, a, summary, input')) return null;
  return key;
}
