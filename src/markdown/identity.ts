/** Fragments: every element that can be linked to has an id of its own. */
import type { Root } from 'hast';
import { headline } from '../core/prompt.ts';
import { mark, shortSlug } from './slug.ts';
import { visit } from './visit.ts';

/**
 * What the ledger says of the cards of a note, by their number in the order of the page: the fragment, and the card's
 * id where it does not follow from the address.
 */
export type Given = ReadonlyMap<number, { fragment: string; card: string | null }>;

/** The ids of one page. */
export class Ids {
  private readonly taken = new Set<string>();

  /** All ids given so far. */
  get all(): ReadonlySet<string> {
    return this.taken;
  }

  /** Keeps the fragments that cards always had: whatever else wants one of them gets another, or none. */
  reserve(given: Given): void {
    for (const { fragment } of given.values()) this.taken.add(fragment);
  }

  /** Claims the ids that stand in the tree; an id that stands twice stays with its first bearer. */
  claim(tree: Root): void {
    visit(tree, 'element', (node) => {
      const name = node.properties['name'];
      if (node.tagName === 'a' && typeof name === 'string') {
        node.properties['id'] ??= name;
        delete node.properties['name'];
      }
      const id = node.properties['id'];
      if (id === undefined) return;
      const bare = String(id).trim().replace(/\s+/g, '-');
      if (bare === '' || this.taken.has(bare)) delete node.properties['id'];
      else {
        node.properties['id'] = bare;
        this.taken.add(bare);
      }
    });
  }

  /**
   * An id for a question: the slug of its headline. Where that is taken, a mark of the whole stem tells
   * questions apart that differ only in code or options; equal stems are numbered.
   */
  forQuestion(prompt: string): string {
    const base = shortSlug(headline(prompt)) || 'question';
    if (this.free(base)) return base;
    const marked = `${base}-${mark(prompt)}`;
    if (prompt.includes('\n') && this.free(marked)) return marked;
    for (let n = 2; ; n++) if (this.free(`${base}-${n}`)) return `${base}-${n}`;
  }

  private free(id: string): boolean {
    if (this.taken.has(id)) return false;
    this.taken.add(id);
    return true;
  }
}
