/**
 * The content security policy that every page carries.
 *
 * Nothing runs but the site's own files and what is inline and named by its
 * hash, and nothing is fetched from anywhere else. A page is safe even if a note
 * managed to smuggle in a script.
 */
import { createHash } from 'node:crypto';

/** What stands in a page itself. */
interface Inline {
  scripts?: string[];
  styles?: string[];
}

/** The policy, for a page with these inline. `searches`: it runs the search, a part of which is WebAssembly. */
export function policy({ scripts = [], styles = [] }: Inline, { searches = false } = {}): string {
  // In dev, Vite puts styles and scripts of its own into the page and talks over a socket.
  // Other hosts stay out of reach there too.
  const dev = import.meta.env?.DEV === true;
  const named = (texts: string[]) => (dev ? "'unsafe-inline'" : texts.map(hashOf).join(' '));
  return [
    "default-src 'none'",
    `script-src 'self'${searches ? " 'wasm-unsafe-eval'" : ''} ${named(scripts)}`,
    `style-src 'self' ${named(styles)}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
