/** All drawings in rows, each above its name, as they print. */
import { cloneVNode, h } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { DRAWING_NAMES, DRAWINGS } from '../drawings';
import { picture } from '../handout/drawings/picture';

const COLUMNS = 8;
const CELL = { width: 150, height: 110, margin: 12, words: 22 } as const;

/** @returns a complete SVG file; the same drawings give the same bytes */
export async function drawSheet(): Promise<string> {
  const [width, height] = [COLUMNS * CELL.width, Math.ceil(DRAWING_NAMES.length / COLUMNS) * CELL.height];
  const room = { width: CELL.width - 2 * CELL.margin, height: CELL.height - CELL.margin - CELL.words };
  const cells = DRAWING_NAMES.map((name, at) => {
    const [x, y] = [(at % COLUMNS) * CELL.width, Math.floor(at / COLUMNS) * CELL.height];
    const label = { x: x + CELL.width / 2, y: y + CELL.height - 6, 'text-anchor': 'middle' };
    return h('g', [
      cloneVNode(picture(DRAWINGS[name], null, name), { x: x + CELL.margin, y: y + CELL.margin, ...room }),
      h('text', label, name),
    ]);
  });
  const sheet = h(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-family': 'sans-serif',
    },
    [h('title', 'Every drawing and its name'), h('rect', { width, height, fill: '#fff' }), ...cells],
  );
  return `${await renderToString(sheet)}\n`;
}
