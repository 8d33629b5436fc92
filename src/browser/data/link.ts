/** A history in the fragment of a link: the text of a backup file, packed and written in 64 signs. */

/** Before the packed history in the fragment. */
const MARK = '#history=';
/** In characters. Browsers take more, but what people send links with cuts them off. */
const LONGEST = 30_000;
const STRIDE = 0x8000;

/** The link to the page at `address` that brings this text along; null where it would be too long to be sent. */
export async function linkOf(text: string, address: string): Promise<string | null> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += STRIDE)
    binary += String.fromCharCode(...bytes.subarray(at, at + STRIDE));
  const sent = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const link = `${address}${MARK}${sent}`;
  return link.length > LONGEST ? null : link;
}

/** Whether the fragment of an address brings a history along. */
export function bringsHistory(fragment: string): boolean {
  return fragment.startsWith(MARK);
}

/**
 * The bytes that a fragment brings along, still to be read with care: anybody can write a link.
 *
 * @throws {DOMException} if these are not 64 signs. The stream fails where what they say cannot be unpacked.
 */
export function bytesIn(fragment: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  const binary = atob(fragment.slice(MARK.length).replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
  return new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
}
