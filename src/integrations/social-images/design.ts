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

/** A title may fill four lines, whatever its length. */
function sizeFor(title: string): number {
  if (title.length <= 24) return 104;
  if (title.length <= 48) return 84;
  if (title.length <= 90) return 68;
  return 54;
}

/** The picture with `words`. Where there is no title, sign and lines are all there is. */
export function design({ title, above, below }: Words, fontFamily: string): Drawn {
  const head = box({ alignItems: 'center', gap: 22, fontSize: 32, color: SOFT }, [
    sign(44),
    above ? box({ display: 'block', lineClamp: 1, maxWidth: 900 }, above) : null,
  ]);
  const size = sizeFor(title ?? '');
  const middle = title
    ? box(
        {
          display: 'block',
          fontSize: size,
          fontWeight: 600,
          lineHeight: 1.14,
          letterSpacing: '-0.022em',
          lineClamp: 4,
          textWrap: 'balance',
        },
        title,
      )
    : sign(230);
  const foot = box({ flexDirection: 'column' }, [
    box({ width: '100%', height: 2, background: LINE }),
    box({ width: 132, height: 6, marginTop: -4, borderRadius: 3, background: ACCENT }),
    box({ marginTop: 28, height: 40, fontSize: 32, color: SOFT }, below ?? ''),
  ]);
  return box(
    {
      width: WIDTH,
      height: HEIGHT,
      flexDirection: 'column',
      justifyContent: 'space-between',
      padding: `${MARGIN - 14}px ${MARGIN}px ${MARGIN - 22}px`,
      background: PAPER,
      color: INK,
      fontFamily,
    },
    [head, box({ alignItems: 'center', flexGrow: 1, padding: '30px 0' }, [middle]), foot],
  );
}
