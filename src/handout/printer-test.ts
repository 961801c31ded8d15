/** D24b: one page that shows what a printer gets wrong. */
import { h, type VNode } from 'vue';
import type { PageContext } from './page-context';
import { paragraph } from './parts';

/** Most printers cannot print closer to the edge. */
const EDGE_PT = 18;
const CORNER_PT = 24;
const GREYS_PERCENT = [10, 20, 40] as const;

export function printerTest(context: PageContext): readonly VNode[] {
  return [
    h('p', { class: 'test-large' }, context.word('test.large')),
    paragraph(context.word('test.regular')),
    h('p', { class: 'test-small' }, context.word('test.small')),
    h('div', { class: 'bars' }, [
      bar(100, context.word('test.black')),
      ...GREYS_PERCENT.map((percent) => bar(percent, context.word('test.grey', { percent }))),
    ]),
    h('div', { class: 'ruler' }, context.word('test.ruler')),
  ];
}

/** Marks at the edge of what most printers can reach, as CSS margin boxes, so that they appear only on this page. */
export function cornerMarks(): string {
  const corners = [
    ['top', 'left'],
    ['top', 'right'],
    ['bottom', 'left'],
    ['bottom', 'right'],
  ] as const;
  return corners
    .map(([y, x]) => {
      const far = [y === 'top' ? 'bottom' : 'top', x === 'left' ? 'right' : 'left'] as const;
      const place = `margin-${y}:${EDGE_PT}pt;margin-${x}:${EDGE_PT}pt;margin-${far[0]}:auto;margin-${far[1]}:auto`;
      const size = `width:${CORNER_PT}pt;height:${CORNER_PT}pt`;
      return `@${y}-${x}-corner{content:'';${place};${size};border:0 solid #000;border-${y}-width:2pt;border-${x}-width:2pt}`;
    })
    .join('\n');
}

function bar(percent: number, label: string): VNode {
  const level = Math.round(255 * (1 - percent / 100));
  return h('div', { class: 'bar' }, [
    h('span', { class: 'ink', style: `background:rgb(${level},${level},${level})` }),
    h('span', label),
  ]);
}
