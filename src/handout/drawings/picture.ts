/** Drawings on paper: black lines, and a tint of at most 10 % where the screen has a color. */
import { h, type VNode } from 'vue';
import { WEIGHTS, type Drawing, type Part, type Tone } from '../../drawings';

export const TINT = '#ececec';
const WHITE = '#fff';
const BLACK = '#000';

const FILLS: Readonly<Record<Tone, string>> = {
  none: 'none',
  paper: WHITE,
  tint: TINT,
  hill: TINT,
  pine: TINT,
  roof: TINT,
  blue: TINT,
  lit: TINT,
  dark: BLACK,
  'skin-a': WHITE,
  'skin-b': WHITE,
  'skin-c': WHITE,
};

/**
 * A drawing. One unit is one point, unless a style sets another width.
 * @param alt alternative text; null for a drawing that only repeats the text beside it
 */
export function picture(drawing: Drawing, alt: string | null, className: string): VNode {
  const spoken = alt === null ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': alt };
  return h(
    'svg',
    {
      ...spoken,
      class: className,
      width: `${drawing.width}pt`,
      viewBox: `0 0 ${drawing.width} ${drawing.height}`,
      overflow: 'visible',
      stroke: BLACK,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
    drawing.parts.map((part) => draw(part, 1)),
  );
}

/** @param scale the product of all groups around the part, so that its lines keep their weight */
function draw(part: Part, scale: number): VNode {
  if ('parts' in part) {
    const move = `translate(${part.x} ${part.y})`;
    const transform = part.scale === 1 ? move : `${move} scale(${part.scale})`;
    return h(
      'g',
      { transform },
      part.parts.map((inner) => draw(inner, scale * part.scale)),
    );
  }
  if ('number' in part) {
    const { x, y, number } = part;
    return h(
      'text',
      { x, y, class: 'figure-number', 'text-anchor': 'middle', stroke: 'none', fill: BLACK },
      `${number}`,
    );
  }
  const { d, tone, weight } = part;
  return h('path', { d, fill: FILLS[tone], 'stroke-width': strokeWidth(WEIGHTS[weight], scale) });
}

function strokeWidth(weight: number, scale: number): number {
  return Math.round((100 * weight) / scale) / 100;
}
