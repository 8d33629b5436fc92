/** Leaves out of the browser's scripts what bundlers and packages put in for others. A test holds what scripts may weigh. */
import { fileURLToPath } from 'node:url';

const PRELOADER = '\0vite/preload-helper.js';
const LATE = fileURLToPath(new URL('../browser/late-scripts.ts', import.meta.url));
/** What ts-fsrs brings that nobody here asks for, and what stands in its place. */
const SPARED: readonly [what: RegExp, instead: string][] = [
  // The methods that it adds to every date: `Date.prototype.format = function …;`.
  [/^Date\.prototype\.\w+ = function[\s\S]*?^\};$/gm, ''],
  // Intervals are not blurred, so they stay the whole numbers that they are, and it needs no random numbers.
  [/^ {2}apply_fuzz\(ivl, elapsed_days\) \{[\s\S]*?^ {2}\}\n/m, ''],
  [/\bthis\.apply_fuzz\(newInterval, elapsed_days\)/, 'newInterval'],
  // Parameters are 21, those of FSRS-6, never of FSRS 4 or 5, and there is one step of minutes after a miss.
  [
    /^const generatorParameters = [\s\S]*?^\};$/m,
    'const generatorParameters = (props) => ({ maximum_interval: default_maximum_interval, ...props });',
  ],
  [/^ {2}if \(Math\.max\(0, numRelearningSteps\) > 1\) \{[\s\S]*?^ {2}\}\n/m, ''],
  // Reviews of the same day always count.
  [/ && this\.param\.enable_short_term\) \{$/m, ') {'],
  [/^ {6}let \[w_17, w_18\][\s\S]*?^ {6}\}\n([^\n]*)w_17 \* w_18/m, '$1w[17] * w[18]'],
  // Nobody knows the share of recall or the decay beforehand.
  [/\btypeof r === "number" \? r : /, ''],
  [/\btypeof decayOrParams === "number" \? -decayOrParams : /, ''],
  // Ratings by number, so that their names can go.
  [/\bRating\.Again\b/g, '1'],
  [/\bRating\.Hard\b/g, '2'],
  [/\bRating\.Good\b/g, '3'],
  [/\bRating\.Easy\b/g, '4'],
  // Nor are they changed once they are given. A proxy that waits for that slows every step down.
  [/new Proxy\(\s*(this\.prepare_parameters\(params\)),\s*this\.params_handler_proxy\(\)\s*\)/, '$1'],
  [/^ {2}params_handler_proxy\(\) \{[\s\S]*?^ {2}\}\n/m, ''],
  [/^ {2}(?:[gs]et parameters|update_parameters)\(\w*\) \{[\s\S]*?^ {2}\}\n/gm, ''],
  // Complaints about ratings, days and memories that no event can bring: each was checked as it was read.
  [/^ {4}if \([^\n]*\) \{\n {6}throw new FSRSValidationError\([\s\S]*?\);\n {4}\}\n/gm, ''],
  [/^ {4}if \(g === 0\) \{[\s\S]*?^ {4}\}\n/m, ''],
  [/^ {2}_seed;\n/m, ''],
  [/^ {2}set seed\(\w*\) \{[\s\S]*?^ {2}\}\n/m, ''],
  [/^ {2}get interval_modifier\(\) \{[\s\S]*?^ {2}\}\n/m, ''],
  // Steps of minutes are always given.
  [/Array\.isArray\(props\?\.(\w+)\) \? props\.\1 : default_\1/g, 'props.$1'],
  [/(?<== )Object\.freeze\(/g, '/* @__PURE__ */ Object.freeze('],
];

/** The source of ts-fsrs without what is spared. What a page computes with it does not change; a test compares. */
export function leanSchedule(code: string): string {
  return SPARED.reduce((rest, [what, instead]) => rest.replace(what, instead), code);
}

/**
 * A Vite plugin. Should Vite or ts-fsrs change what it looks for, it does nothing.
 *
 * Scripts that are loaded late bring no styles along, and Vite's helper for those, with the list of all files that it
 * would name ahead, weighs as much as half of the script that reading a note takes. And nobody here wants another `Date.prototype`, nor what hangs on it.
 */
export function leanScripts() {
  return {
    name: 'lean-scripts',
    enforce: 'pre' as const,
    // Astro passes on what stands in its configuration of this only for the server.
    configEnvironment: (name: string) =>
      name === 'client' ? { build: { modulePreload: false as const } } : null,
    load: (id: string) => (id === PRELOADER ? `export { loadLate as __vitePreload } from '${LATE}';` : null),
    transform: (code: string, id: string) =>
      id.includes('/ts-fsrs/dist/') ? { code: leanSchedule(code), map: null } : null,
  };
}
