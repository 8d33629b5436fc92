/**
 * Cuts a note of many questions into runs, so that a browser need not lay out or paint what is out of sight.
 *
 * A run for each question would be as simple, and does not help: with five hundred of them a browser takes longer to
 * find out which are in sight than it takes to paint those.
 */
import type { Element, ElementContent, Root } from 'hast';

/** Questions of a run, and runs that are put together once more, and again. */
const FOUR = 4;
/** Classes of what is made of four runs, and of four of those; the style sheet knows how high they are. */
const LARGER = ['run-16', 'run-64'];
/** Questions from which on a note is cut: fewer are laid out about as quickly whole. */
const MANY = 48;

/**
 * Puts the questions of a note's `tree`, with what stands between them, into elements of class `run`, four questions in
 * each, each full four of those into one of class `run-16`, and each full four of those into one of class `run-64`. A list
 * of questions stays whole. Leaves a note of few questions as it is.
 */
export function cutRuns(tree: Root): void {
  const blocks = tree.children as ElementContent[];
  const counts = blocks.map(questionsIn);
  if (counts.reduce((sum, count) => sum + count, 0) < MANY) return;
  const last = counts.findLastIndex((count) => count > 0);
  let from = counts.findIndex((count) => count > 0);
  const before = blocks.slice(0, from);
  const runs: Element[] = [];
  for (let to = from, questions = 0; to <= last; to += 1) {
    questions += counts[to] ?? 0;
    // A run ends with a question, which has no margin that would meet another: nothing moves by being in a run.
    if ((counts[to] === 0 || questions < FOUR) && to < last) continue;
    runs.push(wrapped('run', blocks.slice(from, to + 1)));
    from = to + 1;
    questions = 0;
  }
  tree.children = [...before, ...inFours(runs, LARGER), ...blocks.slice(last + 1)];
}

/** Runs that do not fill a four stay as they are: their height is then known too. */
function inFours(runs: Element[], [name, ...larger]: readonly string[]): Element[] {
  if (name === undefined) return runs;
  const full = runs.length - (runs.length % FOUR);
  const fours = Array.from({ length: full / FOUR }, (_, place) =>
    wrapped(name, runs.slice(place * FOUR, (place + 1) * FOUR)),
  );
  return [...inFours(fours, larger), ...runs.slice(full)];
}

function wrapped(name: string, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'div', properties: { className: [name] }, children };
}

/** How many questions a block of the page shows; what is in an answer does not count. */
function questionsIn(block: ElementContent): number {
  if (block.type !== 'element') return 0;
  const names = [block.properties['className']].flat();
  if (names.includes('questions')) return block.children.filter(({ type }) => type === 'element').length;
  return names.includes('question') || names.includes('group') ? 1 : 0;
}
