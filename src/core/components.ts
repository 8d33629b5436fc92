/**
 * Components that a note in MDX may show, and the marks that stand for them in its HTML.
 *
 * The reader leaves a mark where the note has a tag; a page puts the component there. Whatever else uses the
 * HTML of a note leaves the marks out.
 */

/** Every component that there is, by the name of its tag. */
export const componentNames = [
  'BreakEven',
  'ComputeChooser',
  'FargateSizePicker',
  'RollingDeployment',
  'StorageChooser',
] as const;

/** Name of a component that there is. */
export type ComponentName = (typeof componentNames)[number];

/** Element that stands for a component in the HTML of a note; its `value` is the component's name. */
export const componentMark = 'component-mark';

const MARK = new RegExp(`<${componentMark} value="(\\w+)"></${componentMark}>`);

/** True for the name of a component that there is. */
export function isComponent(name: string): name is ComponentName {
  return componentNames.some((known) => known === name);
}

/** The HTML of a note, cut at the marks: pieces of HTML, and components by name. */
export function splitAtComponents(html: string): (string | { component: ComponentName })[] {
  return html
    .split(MARK)
    .map((piece, place) => {
      if (place % 2 === 0) return piece;
      return isComponent(piece) ? { component: piece } : '';
    })
    .filter((piece) => piece !== '');
}

/** The HTML of a note without its components. */
export function withoutComponents(html: string): string {
  return splitAtComponents(html)
    .filter((piece) => typeof piece === 'string')
    .join('');
}
