/** Elements made by hand. */

export type Child = Node | string;
export type Attributes = Record<string, string | number>;

/** The element, with these attributes and children. */
export function furnished<T extends Element>(
  element: T,
  attributes: Attributes,
  children: readonly Child[],
): T {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** An element of HTML. */
export function make(tag: string, attributes: Attributes = {}, ...children: Child[]): HTMLElement {
  return furnished(document.createElement(tag), attributes, children);
}
