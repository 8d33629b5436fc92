/** Tells headings that are part of a question from those that name a section. */
import type { Heading, RootContent } from 'mdast';
import { holdsQuestion } from './stems.ts';

/**
 * Headings of a container that belong to the one question under them. A heading over several questions
 * names a section; one over a single question is part of its stem if most headings of its rank are like that.
 */
export function owningHeadings(
  children: RootContent[],
  isLabel: (node: RootContent) => boolean,
  title: RootContent | null,
): Set<RootContent> {
  const runs = new Map<Heading, number>();
  let heading: Heading | null = null;
  children.forEach((node, n) => {
    if (node.type === 'heading') {
      heading = node;
      runs.set(node, 0);
    } else if (heading !== null && isLabel(node)) {
      const previous = children[n - 1];
      if (previous === undefined || !isLabel(previous)) runs.set(heading, (runs.get(heading) ?? 0) + 1);
    } else if (heading !== null && node.type !== 'toggle' && holdsQuestion(node)) {
      runs.set(heading, (runs.get(heading) ?? 0) + 100);
    }
  });
  const owning = new Set<RootContent>();
  for (const depth of [1, 2, 3, 4, 5, 6]) {
    const asked = [...runs].filter(([node, count]) => node.depth === depth && count > 0 && node !== title);
    const single = asked.filter(([, count]) => count === 1);
    if (asked.length > 0 && single.length >= 0.8 * asked.length)
      for (const [node] of single) owning.add(node);
  }
  return owning;
}
