/** The images that cards show, under names that Anki keeps in one folder for all decks. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Attachment } from '../../core/note.ts';

/** Collects images as cards ask for them. */
export class Media {
  /** The bytes by name, in the order they were asked for. */
  readonly files = new Map<string, Uint8Array>();
  readonly #root: string;
  readonly #names = new Map<string, string>();

  /** `root`: absolute path of the folder of notes. */
  constructor(root: string) {
    this.#root = root;
  }

  /**
   * The name in Anki of the image at `url`, below the site's base, or null where `attachments` have none there. The
   * same picture has one name wherever it stands, and a changed one a new name: Anki never replaces a file.
   *
   * @throws Error of Node where the file cannot be read any more.
   */
  name(url: string, attachments: readonly Attachment[]): string | null {
    const file = attachments.find((attachment) => attachment.url === url);
    if (!file) return null;
    const known = this.#names.get(file.path);
    if (known !== undefined) return known;
    const bytes = readFileSync(join(this.#root, file.path));
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    const extension = /\.[a-z0-9]{1,5}$/i.exec(file.path)?.[0].toLowerCase() ?? '';
    const name = `unfold-${hash}${extension}`;
    this.#names.set(file.path, name);
    this.files.set(name, bytes);
    return name;
  }
}
