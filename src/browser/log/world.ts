/**
 * What a log needs of the browser around it. Every part may be missing, and reading some of them may throw:
 * a browser that refuses storage does so by a `SecurityError` at the name itself.
 */
export type World = Partial<
  Pick<
    Window & typeof globalThis,
    | 'indexedDB'
    | 'caches'
    | 'localStorage'
    | 'navigator'
    | 'BroadcastChannel'
    | 'document'
    | 'addEventListener'
    | 'removeEventListener'
  >
>;

/** Why the database takes nothing at the moment. */
export type Reason =
  /** The browser has none. */
  | 'missing'
  /** The browser does not let the page have one. */
  | 'refused'
  /** There is no room left. */
  | 'full'
  /** It does not work, however often one tries. */
  | 'broken'
  /** A newer version of the site has made it into something that this code does not know. */
  | 'newer';

const REASONS: Record<string, Reason> = {
  NotSupportedError: 'missing',
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  QuotaExceededError: 'full',
  VersionError: 'newer',
};

/** The name of what was thrown, whatever it is. */
export function nameOf(error: unknown): string {
  return String(Object(error).name);
}

/** The reason behind an error of the database. */
export function reasonOf(error: unknown): Reason {
  return REASONS[nameOf(error)] ?? 'broken';
}
