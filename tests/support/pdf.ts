/**
 * The text of the PDFs that Chromium writes, so that tests can read back what was printed.
 *
 * It knows what Skia writes and no more: objects one after the other, streams deflated or plain, and fonts that
 * say which letters their glyphs stand for.
 */
import { inflateSync } from 'node:zlib';

/** One page. */
export interface PdfPage {
  /**
   * Its letters in the order in which they were painted, without white space: a space is nothing to paint, and
   * often is a move to the next letter. Letters that a font ties together stand apart.
   */
  letters: string;
  /** In points: A4 is 595 by 842, Letter 612 by 792. */
  width: number;
  height: number;
}

interface PdfObject {
  /** What stands before the stream, or the whole object. */
  head: string;
  /** Empty where there is none. */
  stream: string;
}

/** A font as far as reading goes. */
interface Font {
  /** Hexadecimal digits that stand for one glyph. */
  digits: number;
  letters: Map<number, string>;
}

/** Every page of a PDF; throws where the file holds what this reader does not know. */
export function readPdf(pdf: Buffer): PdfPage[] {
  const objects = objectsOf(pdf.toString('latin1'));
  const at = (number: string | undefined): PdfObject => {
    const found = objects.get(Number(number));
    if (!found) throw new Error(`The PDF refers to the object ${number}, which this reader did not find.`);
    return found;
  };
  const catalog = [...objects.values()].find(({ head }) => /\/Type \/Catalog\b/.test(head));
  const pages = (number: string | undefined): PdfObject[] => {
    const node = at(number);
    const kids = /\/Kids \[([^\]]*)\]/.exec(node.head)?.[1];
    return kids === undefined ? [node] : references(kids).flatMap(pages);
  };
  return pages(/\/Pages (\d+) 0 R/.exec(catalog?.head ?? '')?.[1]).map((page) => {
    const [, width = '0', height = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page.head) ?? [];
    const contents = references(/\/Contents (\[[^\]]*\]|\d+ 0 R)/.exec(page.head)?.[1] ?? '');
    const stream = contents.map((number) => at(number).stream).join('\n');
    return {
      letters: lettersIn(stream, page.head, at),
      width: Math.round(+width),
      height: Math.round(+height),
    };
  });
}

function references(text: string): string[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map(([, number = '']) => number);
}

function objectsOf(file: string): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const start = /(?:^|\n)(\d+) 0 obj\n/g;
  for (let match = start.exec(file); match; match = start.exec(file)) {
    const from = start.lastIndex;
    const end = file.indexOf('endobj', from);
    const begin = file.indexOf('stream\n', from);
    if (begin === -1 || begin > end) {
      objects.set(Number(match[1]), { head: file.slice(from, end), stream: '' });
      continue;
    }
    const head = file.slice(from, begin);
    const bytes = begin + 'stream\n'.length;
    const after = bytes + Number(/\/Length (\d+)/.exec(head)?.[1]);
    const data = file.slice(bytes, after);
    // A picture's bytes are no text, however they are packed.
    const isText = !/\/Subtype \/Image\b/.test(head);
    const isPacked = /\/Filter \/FlateDecode\b/.test(head);
    const stream = isText && isPacked ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1') : data;
    objects.set(Number(match[1]), { head, stream: isText ? stream : '' });
    start.lastIndex = after;
  }
  return objects;
}

/** Fonts, strings of glyphs, and forms that are painted. */
const PAINTED = /\/(\S+) [\d.-]+ Tf|<([\dA-Fa-f]*)>|\/(\S+) Do\b/g;

function lettersIn(stream: string, head: string, at: (number: string | undefined) => PdfObject): string {
  const resources = /\/Resources (\d+) 0 R/.exec(head);
  const named = resources ? at(resources[1]).head : head;
  const find = (name: string) => new RegExp(`/${name} (\\d+) 0 R`).exec(named)?.[1];
  const fonts = new Map<string, Font>();
  let font: Font | undefined;
  let letters = '';
  for (const [, fontName, glyphs, form] of stream.matchAll(PAINTED)) {
    if (fontName !== undefined) {
      font = fonts.get(fontName) ?? fontOf(at(find(fontName)), at);
      fonts.set(fontName, font);
    } else if (glyphs !== undefined && font) letters += lettersOf(glyphs, font);
    else if (form !== undefined) {
      const { head: inner, stream: painted } = at(find(form));
      if (/\/Subtype \/Form\b/.test(inner)) letters += lettersIn(painted, inner, at);
    }
  }
  return squeezed(letters);
}

/** Text as this reader gives it back. */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00AD\u200B]+/g, '');
}

function lettersOf(glyphs: string, { digits, letters }: Font): string {
  return (glyphs.match(new RegExp(`.{${digits}}`, 'g')) ?? [])
    .map((glyph) => {
      const found = letters.get(Number.parseInt(glyph, 16));
      if (found === undefined) throw new Error(`A font of the PDF does not say what its glyph ${glyph} is.`);
      return found;
    })
    .join('');
}

function fontOf({ head }: PdfObject, at: (number: string | undefined) => PdfObject): Font {
  const map = at(/\/ToUnicode (\d+) 0 R/.exec(head)?.[1]).stream;
  const letters = new Map<number, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, glyph = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) {
      letters.set(Number.parseInt(glyph, 16), unicode(to, 0));
    }
  }
  for (const [, block = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, low = '', high = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(low, 16);
      const last = Number.parseInt(high, 16);
      for (let glyph = first; glyph <= last; glyph += 1) letters.set(glyph, unicode(to, glyph - first));
    }
  }
  return { digits: /\/Subtype \/Type0\b/.test(head) ? 4 : 2, letters };
}

/** UTF-16 in hexadecimal, its last unit raised by `plus`. */
function unicode(hex: string, plus: number): string {
  const units = (hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
  return String.fromCharCode(
    ...units.map((unit, place) => (place === units.length - 1 ? unit + plus : unit)),
  );
}
