import { whenIdle } from './when-idle.ts';

type Toggle = HTMLDetailsElement;

const TOGGLES = '.note details:not(.aid *)';

/** Runs a task now, or at some better moment; one after the other in the order they came. */
export type Later = (task: () => void) => void;

/** All toggles of a note at once, and back to how they were before. */
export class Toggles {
  readonly #note: HTMLElement;
  readonly #later: Later;
  /** Which were open before the last steps; null, where the reader has turned one by hand since. */
  #before = new Map<Toggle, boolean | null>();
  /** Whether that can still be gone back to. */
  isKept = false;

  /** The first toggle of `note` turns at once, all others when `later` says so, once that was painted. */
  constructor(note: HTMLElement, later: Later = whenIdle) {
    this.#note = note;
    this.#later = later;
  }

  /** Opens or closes all. What was open before the first of several such steps is remembered. */
  all(open: boolean): void {
    if (!this.isKept) this.#before = new Map();
    this.isKept = true;
    const before = this.#before;
    this.#each((toggle) => {
      if (!before.has(toggle)) before.set(toggle, toggle.open);
      if (before.get(toggle) !== null) toggle.open = open;
    });
  }

  /** Turns every toggle back to how it was before those steps. */
  restore(): void {
    this.isKept = false;
    const before = this.#before;
    this.#each((toggle) => {
      toggle.open = before.get(toggle) ?? toggle.open;
    });
  }

  /** The reader went on with a toggle by hand: it is left alone, and there is no before to go back to. */
  forget(toggle: Toggle): void {
    this.#before.set(toggle, null);
    this.isKept = false;
  }

  /** To find the first is quick; to find them all, in a note of hundreds, is not. */
  #each(turn: (toggle: Toggle) => void): void {
    const first = this.#note.querySelector<Toggle>(TOGGLES);
    if (first) turn(first);
    this.#later(() => {
      for (const toggle of this.#note.querySelectorAll<Toggle>(TOGGLES)) turn(toggle);
    });
  }
}
