/** Opens a question by its address, with everything it is folded into. */

/** The decoded fragment of an address on this page, or null. */
export function fragmentOf({ pathname, host, hash }: Location | HTMLAnchorElement): string | null {
  if (host !== location.host || pathname !== location.pathname || hash.length < 2) return null;
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/** Opens what the id names and all toggles around it. Returns it, if it is in the note. */
export function reveal(note: HTMLElement, id: string): HTMLElement | null {
  const target = document.getElementById(id);
  if (!target || !note.contains(target)) return null;

  const ownAnswer = target.querySelector<HTMLDetailsElement>(':scope.long > details:not(.hint, .question)');
  if (ownAnswer) ownAnswer.open = true;
  for (
    let toggle = target.closest('details');
    toggle;
    toggle = toggle.parentElement?.closest('details') ?? null
  ) {
    toggle.open = true;
  }
  return target;
}
