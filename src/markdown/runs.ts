/**
 * Cuts a note of many questions into runs, so that a browser need not lay out or paint what is out of sight.
 *
 * A run for each question would be as simple, and does not help: with five hundred of them a browser takes longer to
 * find out which are in sight than it takes to paint those.
 */
import type { Element, ElementContent, Root } from 'hast';

/** Questions of a run; the style sheet knows how high their rows are. */
const RUN = 4;
/** Runs that are put together once more; the style sheet knows of it too. */
const RUNS = 12;
/** Questions from which on a note is cut: fewer are laid out about as quickly whole. */
const MANY = 12 * RUN;

/**
 * Puts the questions of a note's `tree`, with what stands between them, into elements of class `run`, four questions in
 * each, and each full twelve of those into one of class `runs`. A list of questions stays whole. Leaves a note of few
 * questions as it is.
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
    if ((counts[to] === 0 || questions < RUN) && to < last) continue;
    runs.push(wrapped('run', blocks.slice(from, to + 1)));
    from = to + 1;
    questions = 0;
  }
  tree.children = [...before, ...inTwelves(runs), ...blocks.slice(last + 1)];
}

/** The runs that do not fill a twelve stay as they are: their height is then known too. */
function inTwelves(runs: Element[]): Element[] {
  const full = runs.length - (runs.length % RUNS);
  const twelves = Array.from({ length: full / RUNS }, (_, place) =>
    wrapped('runs', runs.slice(place * RUNS, (place + 1) * RUNS)),
  );
  return [...twelves, ...runs.slice(full)];
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
