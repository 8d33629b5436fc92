import { whenIdle } from './when-idle.ts';

type Toggle = HTMLDetailsElement;

const TOGGLES = '.note details:not(.aid *)';
/** As many answers fill a window, more or less, right below the buttons that open and close all. */
const WINDOWFUL = 3;

/** Runs a task now, or at some better moment; one after the other in the order they came. */
export type Later = (task: () => void) => void;

/** All toggles of a note at once, and back to how they were before. */
export class Toggles {
  readonly #note: HTMLElement;
  readonly #later: Later;
  #before: Set<Toggle> | null = null;
  #byHand = new Set<Toggle>();

  /** The first toggle of `note` turns at once; when `later` says so, once that was painted, what fills a window; then all. */
  constructor(note: HTMLElement, later: Later = whenIdle) {
    this.#note = note;
    this.#later = later;
  }

  /** Opens or closes all. What was open before the first of several such steps is remembered. */
  all(open: boolean): void {
    const isFirst = this.#before === null;
    this.#before ??= new Set();
    const before = this.#before;
    this.#each((toggle) => {
      if (isFirst && toggle.open) before.add(toggle);
      toggle.open = open;
    });
  }

  /** Opens what was open before, and nothing else. */
  restore(): void {
    const before = this.#before;
    this.#before = null;
    if (!before) return;
    this.#each((toggle) => {
      toggle.open = before.has(toggle);
    });
  }

  /** The reader went on with a toggle by hand: there is no before to go back to, and that toggle is left alone. */
  forget(toggle: Toggle): void {
    this.#before = null;
    this.#byHand.add(toggle);
  }

  /** To find the first is quick; to find them all, in a note of hundreds, is not. */
  #each(turn: (toggle: Toggle) => void): void {
    const first = this.#note.querySelector<Toggle>(TOGGLES);
    if (!first) return;
    const byHand = new Set<Toggle>();
    this.#byHand = byHand;
    const turnAll = (toggles: Toggle[]) => {
      for (const toggle of toggles) if (!byHand.has(toggle)) turn(toggle);
    };
    turnAll([first]);
    this.#later(() => {
      const [, ...others] = this.#note.querySelectorAll<Toggle>(TOGGLES);
      turnAll(others.splice(0, WINDOWFUL - 1));
      this.#later(() => turnAll(others));
    });
  }
}
