/** One drawing hand (design/look.md): three line weights in points, rounded joins, black ink, tints of at most 10 %. */
import { h, type VNode } from 'vue';

export const FINE_PT = 1.1;
export const MIDDLE_PT = 1.8;
export const BOLD_PT = 3;
export const TINT = '#ececec';

export interface Stroke {
  readonly widthPt?: number;
  readonly fill?: string;
}

/** A line or a closed shape from SVG path data. */
export function line(data: string, { widthPt = MIDDLE_PT, fill = 'none' }: Stroke = {}): VNode {
  return h('path', { d: data, fill, 'stroke-width': widthPt });
}

export function ellipse(
  x: number,
  y: number,
  rx: number,
  ry: number,
  { widthPt = MIDDLE_PT, fill = '#fff' }: Stroke = {},
): VNode {
  return h('ellipse', { cx: x, cy: y, rx, ry, fill, 'stroke-width': widthPt });
}

export interface Picture {
  readonly widthPt: number;
  readonly heightPt: number;
  /** Null for a drawing that only repeats what the text beside it says. */
  readonly alt: string | null;
  readonly className: string;
}

/** A drawing with its alternative text. */
export function picture({ widthPt, heightPt, alt, className }: Picture, shapes: readonly VNode[]): VNode {
  const spoken = alt === null ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': alt };
  return h(
    'svg',
    {
      ...spoken,
      class: className,
      viewBox: `0 0 ${widthPt} ${heightPt}`,
      stroke: '#000',
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
    [...shapes],
  );
}
