/**
 * The element of the page that `selector` means.
 *
 * @throws {Error} if there is none: the page and its script are not of one build.
 */
export function found<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): T {
  const element = root.querySelector<T>(selector);
  if (!element) throw new Error(`The page has no ${selector}. Reload it.`);
  return element;
}
