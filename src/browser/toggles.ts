/** All toggles of a note at once, and back to how they were before. */
export class Toggles {
  readonly #note: HTMLElement;
  #before: Set<HTMLDetailsElement> | null = null;

  constructor(note: HTMLElement) {
    this.#note = note;
  }

  /** Opens or closes all. What was open before the first of several such steps is remembered. */
  all(open: boolean): void {
    const toggles = this.#find();
    this.#before ??= new Set(toggles.filter((toggle) => toggle.open));
    for (const toggle of toggles) toggle.open = open;
  }

  /** Opens what was open before, and nothing else. */
  restore(): void {
    const before = this.#before;
    if (!before) return;
    for (const toggle of this.#find()) toggle.open = before.has(toggle);
    this.#before = null;
  }

  /** The reader went on by hand: there is no before to go back to. */
  forget(): void {
    this.#before = null;
  }

  #find(): HTMLDetailsElement[] {
    return [...this.#note.querySelectorAll<HTMLDetailsElement>('.note details:not(.aid *)')];
  }
}
