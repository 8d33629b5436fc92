/**
 * The content security policy that every page carries.
 *
 * Nothing runs but the site's own files and the inline scripts named by their
 * hash, and nothing is fetched from anywhere else. A page is safe even if a note
 * managed to smuggle in a script.
 */
import { createHash } from 'node:crypto';

/** The policy, for a page with these inline scripts. `searches`: it runs the search, a part of which is WebAssembly. */
export function policy(inlineScripts: string[], { searches = false } = {}): string {
  const hashes = inlineScripts.map(
    (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  // In dev, Vite puts styles and scripts of its own into the page and talks over a socket.
  // Other hosts stay out of reach there too.
  const dev = import.meta.env?.DEV === true;
  return [
    "default-src 'none'",
    `script-src 'self'${searches ? " 'wasm-unsafe-eval'" : ''} ${dev ? "'unsafe-inline'" : hashes.join(' ')}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
