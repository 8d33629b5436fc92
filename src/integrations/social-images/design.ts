/** What the picture of a page looks like: the colours of the site's tokens on paper, its sign, and words. */
import type { Words } from './words.ts';

/** Every network shows this shape. In pixels. */
export const WIDTH = 1200;
export const HEIGHT = 630;

const PAPER = '#fdfcf9';
const INK = '#1f211f';
const SOFT = '#62655f';
const LINE = '#e2dfd6';
const ACCENT = '#0b6b5d';
const MARGIN = 84;
const ROOM = WIDTH - 2 * MARGIN;

/** An element as satori takes it. */
export interface Drawn {
  type: string;
  props: Record<string, unknown>;
}

function box(style: Record<string, unknown>, children?: (Drawn | null)[] | string): Drawn {
  const shown = Array.isArray(children) ? children.filter((child) => child !== null) : children;
  return { type: 'div', props: { style: { display: 'flex', ...style }, children: shown } };
}

/** The sign of the site: a line, and what unfolds below it. */
function sign(size: number): Drawn {
  const line = { stroke: ACCENT, fill: 'none', 'stroke-width': 3.5, 'stroke-linecap': 'round' };
  return {
    type: 'svg',
    props: {
      width: size,
      height: size,
      viewBox: '0 0 32 32',
      children: [{ type: 'path', props: { ...line, 'stroke-linejoin': 'round', d: 'M4 7h24M8 15l8 8 8-8' } }],
    },
  };
}

/** Wide letters are this much of the size. */
const LETTER = 0.64;

/** In pixels. A title may fill four lines, and its longest word one. */
function sizeFor(title: string): number {
  const longest = Math.max(...title.split(/\s+/).map((word) => word.length));
  const steps = [
    [24, 104],
    [48, 84],
    [90, 68],
  ] as const;
  const size = steps.find(([length]) => title.length <= length)?.[1] ?? 54;
  return Math.max(40, Math.min(size, Math.floor(ROOM / (longest * LETTER))));
}

/** The picture with `words`. Where there is no title, sign and lines are all there is. */
export function design({ title, above, below }: Words, fontFamily: string): Drawn {
  const head = box({ height: 44, alignItems: 'center', gap: 22, fontSize: 32, color: SOFT }, [
    title ? sign(44) : null,
    above ? box({ display: 'block', lineClamp: 1, maxWidth: ROOM - 70 }, above) : null,
  ]);
  const words = title
    ? box(
        {
          display: 'block',
          width: ROOM,
          fontSize: sizeFor(title),
          fontWeight: 600,
          lineHeight: 1.14,
          letterSpacing: '-0.022em',
          lineClamp: 4,
          wordBreak: 'break-word',
          // Over more lines balance leaves half of the picture empty.
          ...(title.length <= 90 && { textWrap: 'balance' }),
        },
        title,
      )
    : sign(230);
  const foot = box({ flexDirection: 'column', width: ROOM }, [
    box({ width: ROOM, height: 2, background: LINE }),
    box({ width: 132, height: 6, marginTop: -4, borderRadius: 3, background: ACCENT }),
    box({ marginTop: 24, height: 40, fontSize: 32, color: SOFT }, below ?? ''),
  ]);
  return box(
    {
      width: WIDTH,
      height: HEIGHT,
      flexDirection: 'column',
      padding: `70px ${MARGIN}px 0`,
      background: PAPER,
      color: INK,
      fontFamily,
    },
    [head, box({ width: ROOM, height: 384, alignItems: 'center' }, [words]), foot],
  );
}
