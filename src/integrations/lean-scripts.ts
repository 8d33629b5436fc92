/** Leaves out of the browser's scripts what bundlers and packages put in for others. A test holds what scripts may weigh. */

const PRELOADER = '\0vite/preload-helper.js';
/** The methods that ts-fsrs adds to every date: `Date.prototype.format = function …;`. */
const DATE_METHODS = /^Date\.prototype\.\w+ = function[\s\S]*?^\};$/gm;
/** What ts-fsrs tells the console of parameters of its earlier versions, which nobody here has. */
const MESSAGES = /^ *console\.(?:debug|warn)\("\[FSRS[^"]*"\);$/gm;

/**
 * A Vite plugin. Should Vite or ts-fsrs change what it looks for, it does nothing.
 *
 * Scripts that are loaded late bring no styles along, and Vite's helper for those weighs as much as half of the
 * script that reading a note takes. And nobody here wants another `Date.prototype`, nor what hangs on it.
 */
export function leanScripts() {
  return {
    name: 'lean-scripts',
    enforce: 'pre' as const,
    load: (id: string) => (id === PRELOADER ? 'export const __vitePreload = (load) => load();' : null),
    transform: (code: string, id: string) =>
      id.includes('/ts-fsrs/dist/')
        ? { code: code.replace(DATE_METHODS, '').replace(MESSAGES, ''), map: null }
        : null,
  };
}
