/** D24b: what a printer can get wrong, on one page. */
import { h, type VNode } from 'vue';
import type { Ink } from './ink';
import { PAGE_SIZES } from './measures';
import { paragraph } from './parts';

/** Most printers cannot print nearer to the edge. */
const EDGE_PT = 18;
const CORNER_PT = 24;
const GREYS_PERCENT = [10, 20, 40] as const;

export function printerTest(ink: Ink): readonly VNode[] {
  return [
    ...corners(ink),
    h('p', { class: 'test-large' }, ink.word('test.large')),
    paragraph(ink.word('test.regular')),
    h('p', { class: 'test-small' }, ink.word('test.small')),
    h('div', { class: 'bars' }, [
      bar(100, ink.word('test.black')),
      ...GREYS_PERCENT.map((percent) => bar(percent, ink.word('test.grey', { percent }))),
    ]),
    h('div', { class: 'ruler' }, ink.word('test.ruler')),
  ];
}

/** Marks at the edge of what most printers can reach. */
function corners(ink: Ink): readonly VNode[] {
  const { widthPt, heightPt } = PAGE_SIZES[ink.paper];
  const { sidePt, topPt } = ink.measures;
  const left = EDGE_PT - sidePt;
  const top = EDGE_PT - topPt;
  const right = left + widthPt - 2 * EDGE_PT - CORNER_PT;
  const bottom = top + heightPt - 2 * EDGE_PT - CORNER_PT;
  const places = [
    ['top left', top, left],
    ['top right', top, right],
    ['bottom left', bottom, left],
    ['bottom right', bottom, right],
  ] as const;
  return places.map(([name, y, x]) =>
    h('span', { class: `corner ${name}`, style: `top:${y}pt;left:${x}pt`, 'aria-hidden': 'true' }),
  );
}

function bar(percent: number, label: string): VNode {
  const level = Math.round(255 * (1 - percent / 100));
  return h('div', { class: 'bar' }, [
    h('span', { class: 'ink', style: `background:rgb(${level},${level},${level})` }),
    h('span', label),
  ]);
}
