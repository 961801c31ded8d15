/** The two ends of the way home: the hospital door and the house with the lit window. Each stands in a box of 48 × 56. */
import { h, type VNode } from 'vue';
import { BOLD_PT, FINE_PT, MIDDLE_PT, TINT, ellipse, line } from './strokes';

function place(x: number, y: number, shapes: readonly VNode[]): VNode {
  return h('g', { transform: `translate(${x} ${y})` }, [...shapes]);
}

/** The hospital: a cross above an open door. */
export function hospital(x: number, y: number): VNode {
  return place(x, y, [
    line('M5 54V12a3 3 0 0 1 3-3h32a3 3 0 0 1 3 3v42', { fill: '#fff' }),
    line('M24 14v10M19 19h10', { widthPt: BOLD_PT }),
    line('M11 17v5M37 17v5M11 29v5M37 29v5M11 41v5M37 41v5', { widthPt: FINE_PT }),
    line('M16 54V34a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v20', { fill: TINT }),
    line('M24 32v22', { widthPt: FINE_PT }),
    line('M0 54h48'),
  ]);
}

/** The house: a lit window beside the door, smoke from the chimney, a tree. */
export function house(x: number, y: number): VNode {
  return place(x, y, [
    line('M35 20V9h5v15', { fill: '#fff' }),
    line('M37 5c-2-2 3-3 1-5', { widthPt: FINE_PT }),
    line('M8 26v28h34V26', { fill: '#fff' }),
    line('M3 30 25 10 47 30', { widthPt: BOLD_PT, fill: '#fff' }),
    line('M30 54V39a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v15', { fill: TINT, widthPt: MIDDLE_PT }),
    line('M14 33h10v9H14zM19 33v9M14 37.5h10', { widthPt: FINE_PT, fill: '#fff' }),
    line('M19 29.5v-2M11 31l-1.5-1.5M27 31l1.5-1.5M19 45.5v2M11 44.5 9.8 46M27 44.5 28 45.5', { widthPt: FINE_PT }),
    line('M0 54h48'),
  ]);
}

/** A small round tree. */
export function tree(x: number, y: number): VNode {
  return place(x, y, [line('M8 34V18'), ellipse(8, 12, 8, 11), line('M8 24l4-4M8 20 5 17', { widthPt: FINE_PT })]);
}
