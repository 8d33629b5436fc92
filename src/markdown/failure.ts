/** Why the file system refused, in words for a message that names the file itself. */

/** The reason without the call and the absolute path that Node appends: `EACCES: permission denied`. */
export function failure(reason: unknown): string {
  const message = reason instanceof Error ? reason.message : String(reason);
  return message.replace(/, \w+(?: '.*')?$/s, '');
}
