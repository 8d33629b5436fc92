/** Keys of the search: through what was found, and back. */

/**
 * Does what a key asks for while the focus is on `target`: the field of the search, or one of the `stops`, the links and
 * buttons below it. `empty` empties the search. Returns whether the key was for the search.
 */
export function move(
  key: string,
  target: Element,
  field: HTMLInputElement,
  stops: readonly HTMLElement[],
  empty: () => void,
): boolean {
  const place = stops.indexOf(target as HTMLElement);
  if (place === -1 && target !== field) return false;
  if (key === 'ArrowDown') stops[place + 1]?.focus();
  else if (key === 'ArrowUp' && place >= 0) (stops[place - 1] ?? field).focus();
  else if (key === 'Escape' && place >= 0) field.focus();
  else if (key === 'Escape' && field.value !== '') empty();
  else if (key === 'Escape') field.blur();
  else return false;
  return true;
}
