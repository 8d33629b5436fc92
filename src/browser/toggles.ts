import { whenIdle } from './when-idle.ts';

type Toggle = HTMLDetailsElement;

/** What stands right below the buttons that open and close all: as many answers fill a window. */
const WINDOWFUL = 3;

/** Runs a task now, or at some better moment. */
export type Later = (task: () => void) => void;

/** All toggles of a note at once, and back to how they were before. */
export class Toggles {
  readonly #note: HTMLElement;
  readonly #later: Later;
  #before: Set<Toggle> | null = null;

  /** The first toggles of `note` turn at once, the others when `later` says so, once those were painted. */
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
    const turn = (toggle: Toggle) => {
      toggle.open = isOpen(toggle);
    };
    toggles.splice(0, WINDOWFUL).forEach(turn);
    this.#later(() => toggles.forEach(turn));
  }
}
