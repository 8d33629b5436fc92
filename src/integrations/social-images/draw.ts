/** Draws pictures: words to SVG by satori, SVG to PNG by resvg. Neither needs a browser. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import satori, { type Font } from 'satori';
import { design, HEIGHT, WIDTH } from './design.ts';
import { type Words, withoutPictographs } from './words.ts';

const require = createRequire(import.meta.url);

/** Scripts that Inter can write; each is a file of its own. */
const SCRIPTS = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'vietnamese',
] as const;
const WEIGHTS = [400, 600] as const;
const nameOf = (script: string): string => `Inter ${script}`;

let ready: Promise<Font[]> | undefined;

async function prepare(): Promise<Font[]> {
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return Promise.all(
    SCRIPTS.flatMap((script) =>
      WEIGHTS.map(async (weight) => ({
        name: nameOf(script),
        weight,
        style: 'normal' as const,
        data: await readFile(
          require.resolve(`@fontsource/inter/files/inter-${script}-${weight}-normal.woff`),
        ),
      })),
    ),
  );
}

/**
 * The picture with `words` as PNG. What no font can write is left out, never shown as boxes: then the other words
 * say what they can, and a picture without any is the sign of the site.
 */
export async function draw(words: Words): Promise<Uint8Array> {
  ready ??= prepare();
  const fonts = await ready;
  const svg = await svgOf(await writable(withoutPictographs(words), fonts), fonts, () => {});
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

/** The words that the fonts have every letter of. */
async function writable(words: Words, fonts: Font[]): Promise<Words> {
  const missing = new Set<string>();
  await svgOf(words, fonts, (letters) => missing.add(letters));
  if (missing.size === 0) return words;
  const kept = (text: string | null): string | null =>
    text === null || [...missing].some((letters) => text.includes(letters)) ? null : text;
  const [title, above] = [kept(words.title), kept(words.above)];
  // Better the name of the course than none.
  return title === null
    ? { title: above, above: null, below: words.below }
    : { title, above, below: words.below };
}

function svgOf(words: Words, fonts: Font[], isMissing: (letters: string) => void): Promise<string> {
  return satori(design(words, SCRIPTS.map(nameOf).join(', ')) as Parameters<typeof satori>[0], {
    width: WIDTH,
    height: HEIGHT,
    fonts,
    loadAdditionalAsset: (_, letters) => {
      isMissing(letters);
      return Promise.resolve([]);
    },
  });
}
