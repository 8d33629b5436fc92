import { whenIdle } from './when-idle.ts';

type Toggle = HTMLDetailsElement;

/** As many answers fill a window, more or less, right below the buttons that open and close all. */
const WINDOWFUL = 3;

/** Runs a task now, or at some better moment. */
export type Later = (task: () => void) => void;

/** All toggles of a note at once, and back to how they were before. */
export class Toggles {
  readonly #note: HTMLElement;
  readonly #later: Later;
  #before: Set<Toggle> | null = null;

  /** The first toggle of `note` turns at once; when `later` says so, once that was painted, what fills a window; then all. */
  constructor(note: HTMLElement, later: Later = whenIdle) {
    this.#note = note;
    this.#later = later;
  }

  /** Opens or closes all. What was open before the first of several such steps is remembered. */
  all(open: boolean): void {
    const toggles = this.#find();
    this.#before ??= new Set(toggles.filter((toggle) => toggle.open));
    this.#set(toggles, () => open);
  }

  /** Opens what was open before, and nothing else. */
  restore(): void {
    const before = this.#before;
    if (before) this.#set(this.#find(), (toggle) => before.has(toggle));
    this.#before = null;
  }

  /** The reader went on by hand: there is no before to go back to. */
  forget(): void {
    this.#before = null;
  }

  #find(): Toggle[] {
    return [...this.#note.querySelectorAll<Toggle>('.note details:not(.aid *)')];
  }

  #set(toggles: Toggle[], isOpen: (toggle: Toggle) => boolean): void {
    const turn = (count = toggles.length) => {
      for (const toggle of toggles.splice(0, count)) toggle.open = isOpen(toggle);
    };
    turn(1);
    this.#later(() => {
      turn(WINDOWFUL - 1);
      this.#later(turn);
    });
  }
}
