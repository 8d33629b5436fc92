/** Bytes of a file as text: UTF-8 or nothing, so that no word is garbled in silence. */

export interface Decoded {
  /** Without a byte-order mark, line ends `\n`, U+0000 replaced by U+FFFD. */
  text: string;
  controls: { line: number; what: string }[];
}

const BIDI = /[\u202a-\u202e\u2066-\u2069]/;

/** Decodes `bytes`; `fault` says in words why they are not UTF-8 and where. */
export function decode(bytes: Uint8Array): Decoded | { fault: string } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { fault: 'it is UTF-16' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { fault: firstFault(bytes) };
  }
  text = text.replace(/\r\n?/g, '\n');
  const controls: Decoded['controls'] = [];
  if (text.includes('\0') || BIDI.test(text)) {
    text.split('\n').forEach((line, n) => {
      if (line.includes('\0')) controls.push({ line: n + 1, what: 'the character U+0000' });
      const bidi = BIDI.exec(line)?.[0];
      if (bidi !== undefined)
        controls.push({
          line: n + 1,
          what: `the direction mark U+${bidi.charCodeAt(0).toString(16).toUpperCase()}`,
        });
    });
    text = text.replaceAll('\0', '\uFFFD');
  }
  return { text, controls };
}

function firstFault(bytes: Uint8Array): string {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const at = lenient.indexOf('\uFFFD');
  const before = lenient.slice(0, at);
  const line = before.split('\n').length;
  const offset = new TextEncoder().encode(before).length;
  return `line ${line}, byte ${offset + 1}`;
}
