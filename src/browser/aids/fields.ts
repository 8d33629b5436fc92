/** What the aids have in common: fields to read, places to write to. */

/** Shows the controls, which only a script can serve, and calls `show` now and whenever one of them changes. */
export function begin(aid: HTMLElement, show: () => void): void {
  for (const control of aid.querySelectorAll<HTMLElement>('[data-control]')) control.hidden = false;
  aid.addEventListener('input', show);
  // A browser that comes back to the page may have kept what the reader had entered.
  show();
}

/** The field of a name. */
export function field<T extends HTMLInputElement | HTMLSelectElement = HTMLInputElement>(
  aid: HTMLElement,
  name: string,
): T {
  const found = aid.querySelector<T>(`[name="${name}"]`);
  if (!found) throw new Error(`<${aid.localName}> has no field “${name}”.`);
  return found;
}

/** The number in a field. */
export function numberIn(aid: HTMLElement, name: string): number {
  return field(aid, name).valueAsNumber;
}

/** What is wrong with the first field that cannot be read, in the browser's own words; null if all can. */
export function faultIn(aid: HTMLElement): string | null {
  let fault: string | null = null;
  for (const input of aid.querySelectorAll('input')) {
    const wrong = !input.validity.valid;
    if (wrong) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    const label = input.labels?.[0]?.textContent.trim().replace(/\s+/g, ' ') ?? input.name;
    if (wrong) fault ??= `${label}: ${input.validationMessage}`;
  }
  return fault;
}

/** Writes into every place of a name, leaving alone what already says so: a live region must not repeat itself. */
export function say(aid: HTMLElement, selector: string, text: string): void {
  for (const place of aid.querySelectorAll(selector)) {
    if (place.textContent !== text) place.textContent = text;
  }
}

/** Fills the body of a table, a row for each list of cells; `headed`: the first cell names its row. */
export function fillRows(body: Element | null, rows: readonly (readonly string[])[], headed = false): void {
  body?.replaceChildren(
    ...rows.map((cells) => {
      const row = document.createElement('tr');
      row.append(
        ...cells.map((text, column) => {
          const cell = document.createElement(headed && column === 0 ? 'th' : 'td');
          if (headed && column === 0) cell.setAttribute('scope', 'row');
          cell.textContent = text;
          return cell;
        }),
      );
      return row;
    }),
  );
}

/** Names of the boxes that are ticked. */
export function ticked(aid: HTMLElement): Set<string> {
  const boxes = aid.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:checked');
  return new Set([...boxes].map(({ name }) => name));
}
