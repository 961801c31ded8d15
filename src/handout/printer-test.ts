/** D24b: what a printer can get wrong, on one page. */
import { h, type VNode } from 'vue';
import type { Ink } from './ink';
import { paragraph } from './parts';

const GREYS_PERCENT = [10, 20, 40] as const;

export function printerTest(ink: Ink): readonly VNode[] {
  return [
    ...['top-left', 'top-right', 'bottom-left', 'bottom-right'].map((corner) =>
      h('span', { class: `corner ${corner}`, 'aria-hidden': 'true' }),
    ),
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

function bar(percent: number, label: string): VNode {
  const level = Math.round(255 * (1 - percent / 100));
  return h('div', { class: 'bar' }, [
    h('span', { class: 'ink', style: `background:rgb(${level},${level},${level})` }),
    h('span', label),
  ]);
}
