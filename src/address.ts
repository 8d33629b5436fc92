/** Where a site stands, as its builder says it. What would only come out wrong in every page is refused here. */

/** A path on a host, one part of it: what needs no escape in an address. */
const PART = /^[\w.~-]+$/;

/**
 * The address that a variable holds, or undefined where it says nothing. Throws what is no address, or one of another kind
 * than `kinds`: the error says what to write.
 */
export function addressIn(
  variable: string,
  text: string | undefined,
  kinds = /^[\w+.-]+:$/,
): URL | undefined {
  if (!text) return undefined;
  const address = URL.parse(text);
  if (!address?.host || !kinds.test(address.protocol)) {
    const [host = 'notes.example.org'] = /[\w.-]+\.[a-z]{2,}/i.exec(text) ?? [];
    throw new Error(
      `${variable} is “${text}”, which is no address. Write it whole, such as https://${host}.`,
    );
  }
  return address;
}

/**
 * The host that `SITE_URL` names, `https://example.org`, or undefined where it says nothing. A path on it is for
 * `BASE_PATH`: every link of the site begins with that, and none with a path of `SITE_URL`.
 */
export function hostIn(text: string | undefined): string | undefined {
  const address = addressIn('SITE_URL', text, /^https?:$/);
  if (address === undefined) return undefined;
  const { origin, pathname, search, hash } = address;
  if (pathname !== '/' || search !== '' || hash !== '')
    throw new Error(
      `SITE_URL is “${text}”, which has more than a host. Write SITE_URL=${origin} BASE_PATH=${pathname}`,
    );
  return origin;
}

/** The path that `BASE_PATH` names, with `/` at both ends; `/` where it says nothing. */
export function baseIn(text: string | undefined): string {
  const parts = (text ?? '').split('/').filter((part) => part !== '');
  const wrong = parts.find((part) => !PART.test(part) || /^\.+$/.test(part));
  if (wrong !== undefined)
    throw new Error(
      `BASE_PATH is “${text}”, which is no path: “${wrong}” cannot be part of one. Write letters, digits, - _ . ~ and slashes, such as /notes/. The host is for SITE_URL.`,
    );
  return parts.length === 0 ? '/' : `/${parts.join('/')}/`;
}
