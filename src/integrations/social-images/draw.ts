/** Draws pictures: words to SVG by satori, SVG to PNG by resvg. Neither needs a browser. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import satori, { type Font } from 'satori';
import { design, HEIGHT, WIDTH } from './design.ts';
import { type Words, writable } from './words.ts';

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

/** Letters that no font has, as far as anybody asked. Satori tells of each but once in a while. */
const missing = new Set<string>();

/**
 * The picture with `words` as PNG; what no font can write is left out.
 *
 * @throws Error that names the words which could not be drawn.
 */
export async function draw(words: Words): Promise<Uint8Array> {
  ready ??= prepare();
  const fonts = await ready;
  try {
    return await drawWith(fonts, words);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `The picture for “${words.title}”, which other sites show beside a link, could not be drawn: ${reason}. Reword the title, and please report it with these words; without SITE_URL the site is built without pictures.`,
      { cause },
    );
  }
}

async function drawWith(fonts: Font[], words: Words): Promise<Uint8Array> {
  const known = missing.size;
  let svg = await svgOf(writable(words, missing), fonts);
  if (missing.size > known) svg = await svgOf(writable(words, missing), fonts);
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

function svgOf(words: Words, fonts: Font[]): Promise<string> {
  return satori(design(words, SCRIPTS.map(nameOf).join(', ')) as Parameters<typeof satori>[0], {
    width: WIDTH,
    height: HEIGHT,
    fonts,
    loadAdditionalAsset: (_, letters) => {
      for (const letter of letters) if (letter.trim() !== '') missing.add(letter);
      return Promise.resolve([]);
    },
  });
}
