/** Files that others read while they are written again. */
import { mkdir, rename, rm } from 'node:fs/promises';

/**
 * Has `write` write a file beside `file`, and puts that in its place: at every moment `file` is whole, as it was or as it
 * is. Makes the folder where it is missing. Rejects with what `write` or the file system says; `file` is then as it was.
 */
export async function writeWhole(file: URL, write: (part: URL) => Promise<void>): Promise<void> {
  await mkdir(new URL('.', file), { recursive: true });
  const part = new URL(`${file.href}.${process.pid}`);
  try {
    await write(part);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
