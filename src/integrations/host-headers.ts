/**
 * The headers that a host sends with the site, wherever it stands: `_headers` is written from here, and tests hold
 * deploy/ to the same.
 */

/**
 * The part of the policy that is the same for every page, with `frame-ancestors`, which a page cannot say of itself.
 * Both policies hold. Scripts and styles are the page's own to name: a header that named them would have to change
 * with every build, and would hold for images beside notes as well.
 */
const POLICY = [
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "media-src 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** For files that authors put beside their notes: an SVG opened by itself is a page, and may hold scripts. */
export const policyOfFiles = "script-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Name and value of every header of a page. */
export const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** `Cache-Control` of files whose name changes with their content. */
export const FOR_EVER = 'public, max-age=31536000, immutable';

/** Folders, below the base, that hold nothing but such files. */
export const hashedFolders = ['_astro/', 'pagefind/filter/', 'pagefind/fragment/', 'pagefind/index/'];
