/**
 * `visit` of unist-util-visit, as far as the reader needs it: the nodes of a type, or all; `SKIP`, `EXIT` and an index.
 *
 * The library's own gives a function its name for every node, so that stack traces are good to read. That was a third
 * of the time that reading took.
 */
import type { Node, Parent } from 'unist';
import type { visit as reference } from 'unist-util-visit';

/** Given back by a visitor: what is in the node is not visited. */
export const SKIP = 'skip';

/** Given back by a visitor: nothing more is visited. */
export const EXIT = false;

type Visitor = (node: Node, index: number | undefined, parent: Parent | undefined) => unknown;

/** Calls a visitor for each node of a tree, parents before children. What it may give back is said in unist-util-visit. */
export const visit = ((tree: Node, ...given: [Visitor] | [string, Visitor]) => {
  const [type, visitor] = given.length === 1 ? [null, given[0]] : given;

  /** Gives back the index to go on with, null where nothing follows by itself, `EXIT` at the end. */
  const enter = (node: Node, index?: number, parent?: Parent): number | null | typeof EXIT => {
    const result = type === null || node.type === type ? visitor(node, index, parent) : null;
    if (result === EXIT) return EXIT;
    const { children } = node as Parent;
    if (children && result !== SKIP) {
      for (let at = 0; at > -1 && at < children.length; ) {
        const next = enter(children[at] as Node, at, node as Parent);
        if (next === EXIT) return EXIT;
        at = next ?? at + 1;
      }
    }
    return typeof result === 'number' ? result : null;
  };

  enter(tree);
}) as typeof reference;
