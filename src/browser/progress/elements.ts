/** What the parts of the page are drawn with, and the parts themselves. */
import { type Attributes, type Child, furnished, make } from '../make.ts';

/** An element of SVG. */
export function draw(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  return furnished(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
}

/** Words of which the part between two `|` is strong. */
export function emphasised(said: string): Child[] {
  return said.split('|').map((piece, n) => (n % 2 === 1 ? make('strong', {}, piece) : piece));
}

/** Where along a drawing's width or height a share of it, 0 to 1, lies. */
export const at = (share: number): string => `${(share * 100).toFixed(3)}%`;

/** A part of the page: words, a chart, and the chart as a table. */
export class Part {
  readonly #root: Element;

  /** The part of `page` that is called `name`. */
  constructor(page: Element, name: string) {
    this.#root = this.#found(page, `[data-part="${name}"]`);
  }

  say(...words: Child[]): void {
    this.#found(this.#root, '[data-words]').replaceChildren(...words);
  }

  /** Shows the chart, and the table with these cells; the first cell of a row names it. Without rows neither is shown. */
  show(chart: readonly Child[], rows: readonly (readonly Child[])[]): void {
    const place = this.#found<HTMLElement>(this.#root, '[data-chart]');
    const table = this.#found<HTMLElement>(this.#root, 'details');
    place.hidden = rows.length === 0;
    table.hidden = rows.length === 0;
    place.replaceChildren(...chart);
    this.#found(table, 'tbody').replaceChildren(
      ...rows.map(([name = '', ...cells]) =>
        make('tr', {}, make('th', { scope: 'row' }, name), ...cells.map((cell) => make('td', {}, cell))),
      ),
    );
  }

  #found<T extends Element>(within: Element, selector: string): T {
    const part = within.querySelector<T>(selector);
    if (!part) throw new Error(`The page of progress has no ${selector}.`);
    return part;
  }
}
