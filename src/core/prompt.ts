/** The line of a prompt that says most, for lists, names and addresses. */

const ASKS = /[?？؟︖⁇]["'”’»)\]」』]*$/u;
const ADDRESS = /https?:\/\//;

/**
 * The first line that asks; else the first that neither introduces the next one with a colon nor
 * gives an address; else the first. A prompt has a line for each of its blocks.
 */
export function headline(prompt: string): string {
  const lines = prompt.split('\n');
  return (
    lines.find((line) => ASKS.test(line)) ??
    lines.find((line) => !/[:：]$/.test(line) && !ADDRESS.test(line)) ??
    lines[0] ??
    ''
  );
}
