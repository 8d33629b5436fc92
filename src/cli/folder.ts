/** Which notes a command is about. */

/**
 * The folder that was named with the command, or the site's: that of `NOTES_DIR`, or `content`. A variable that is there
 * and says nothing is as none, here as in a build.
 */
export function folderOf(named: string | undefined): string {
  return named ?? (process.env['NOTES_DIR'] || 'content');
}
