/** The images that cards show, under names that Anki keeps in one folder for all decks. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attachment } from '../../core/note.ts';

/** The images of one note. */
export class Media {
  /** Name in Anki of each image that was asked for, and its path below the folder of notes. */
  readonly images = new Map<string, string>();
  readonly #root: string;
  readonly #attachments: readonly Attachment[];

  /** `root`: absolute path of the folder of notes. */
  constructor(root: string, attachments: readonly Attachment[]) {
    this.#root = root;
    this.#attachments = attachments;
  }

  /**
   * The name in Anki of the image at `url`, below the site's base, or null where the note has none there. The same
   * picture has one name wherever it stands, and a changed one a new name: Anki never replaces a file.
   *
   * @throws Error of Node where the file cannot be read any more.
   */
  name(url: string): string | null {
    const file = this.#attachments.find((attachment) => attachment.url === url);
    if (!file) return null;
    const name = imageName(this.#root, file.path);
    this.images.set(name, file.path);
    return name;
  }
}

/** The name in Anki of the image at `path` below the folder of notes at `root`, as it is now. */
export function imageName(root: string, path: string): string {
  const hash = createHash('sha256').update(readImage(root, path)).digest('hex');
  const extension = /\.[a-z0-9]{1,5}$/i.exec(path)?.[0].toLowerCase() ?? '';
  return `unfold-${hash.slice(0, 16)}${extension}`;
}

/** The bytes of an image at `path` below the folder of notes at `root`. */
export function readImage(root: string, path: string): Uint8Array {
  return readFileSync(join(root, path));
}
