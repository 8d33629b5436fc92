/** What a flow needs of a browser, whichever engine is in it. */

/** Keys that are no letters, as WebDriver writes them. */
export const keys = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  ArrowDown: '\uE015',
} as const;

/** The name of a key, or the letter on it. */
export type Key = keyof typeof keys | (string & {});

/** What can be handed to a page and back. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** A browser with one window. What it does in a page it does as a hand does: events are trusted. */
export interface Driver {
  /** For people: which browser this is, and its version. */
  readonly version: string;
  /** What pages complained about: errors nobody caught, and what their policy refused. Null for a deaf driver. */
  readonly complaints: string[] | null;
  /** Goes to an address, and resolves once its page has come. */
  open(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page. It knows nothing of what stands around it here. */
  run<A extends Json[], T>(work: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  /** Clicks at a point of what is in view. */
  click(x: number, y: number): Promise<void>;
  /** Presses keys, one after the other. */
  press(...pressed: Key[]): Promise<void>;
  /** Makes what is in view so large, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** What is in view, as PNG. */
  screenshot(): Promise<Buffer>;
  /** The page on paper, as PDF. */
  print(): Promise<Buffer>;
  /** Ends the browser as its owner would. */
  close(): Promise<void>;
}

/** Where a browser runs. */
export interface Place {
  /** Its home, and where it keeps what lasts. */
  folder: string;
  /** The X display for its window. */
  display: Display;
  /** The address of the proxy that stands between it and the network. */
  proxy: { host: string; port: number };
}

/** As much of a display as a driver needs. */
export interface Display {
  /** What a program needs in its environment to show a window. */
  readonly env: Record<string, string>;
  /** Gives the focus to the window whose title has these words, which no window manager does here; waits for the window. */
  focus(title: string): Promise<void>;
  /** Presses keys in the window whose title has these words, as `xdotool key` names them. */
  press(title: string, ...names: string[]): Promise<void>;
}

/** One engine, in the browser that Debian has it in. */
export interface Engine {
  /** As one names it on the command line. */
  name: 'chromium' | 'firefox' | 'webkit';
  /** Why its driver cannot come back after an end of the browser with what the browser had; absent where it can. */
  forgets?: string;
  /** Hosts of its maker that the browser asks for whatever its pages do. The wall holds it back. */
  itself?: RegExp;
  start(place: Place): Promise<Driver>;
}

/** Source of an expression that runs `work` in a page. */
export function expressionOf(work: (...args: never[]) => unknown, args: readonly Json[]): string {
  return `(${work})(...${JSON.stringify(args)})`;
}
