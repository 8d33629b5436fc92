/** Keys of the search: through what was found, and back. */

/**
 * Does what a key asks for while the focus is on `target`: the field of the search, one of the `stops`, the links and
 * buttons below it, or an answer among them that was uncovered. `empty` empties the search. Returns whether the key was
 * for the search.
 */
export function move(
  key: string,
  target: Element,
  field: HTMLInputElement,
  stops: readonly HTMLElement[],
  empty: () => void,
): boolean {
  const isBelow = target.closest('[data-found], [data-more]') !== null;
  if (!isBelow && target !== field) return false;
  if (key === 'ArrowDown') stops.find((stop) => isBefore(target, stop))?.focus();
  else if (key === 'ArrowUp' && isBelow) (stops.findLast((stop) => isBefore(stop, target)) ?? field).focus();
  else if (key === 'Escape' && isBelow) field.focus();
  else if (key === 'Escape' && field.value !== '') empty();
  else if (key === 'Escape') field.blur();
  else return false;
  return true;
}

function isBefore(one: Element, other: Element): boolean {
  return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
