/** The way home with four stones: the four steps of prior authorization in line art. */
import { h, type VNode } from 'vue';
import { hospital, house, tree } from './places';
import { BOLD_PT, FINE_PT, MIDDLE_PT, TINT, ellipse, line, picture } from './strokes';

const WIDTH_PT = 504;
const HEIGHT_PT = 98;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The four stones stand above the middles of four columns of text. */
const STONES: readonly Point[] = [
  { x: 63, y: 84 },
  { x: 189, y: 68 },
  { x: 315, y: 82 },
  { x: 441, y: 72 },
];
const DOOR: Point = { x: 26, y: 58 };
const HOME: Point = { x: 482, y: 54 };

/** Small stones on a soft curve from one point to the next, leaving room for the big ones. */
function between(from: Point, to: Point, count: number): readonly Point[] {
  return Array.from({ length: count }, (_, at) => {
    const part = (at + 1) / (count + 1);
    const ease = part * part * (3 - 2 * part);
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * ease };
  });
}

function smallStones(): readonly VNode[] {
  return STONES.slice(1).flatMap((to, at) => {
    const from = STONES[at] ?? to;
    const start = { x: from.x + 24, y: from.y };
    const end = { x: to.x - 24, y: to.y };
    return between(start, end, 4).map((point) => ellipse(point.x, point.y, 5, 3.2, { widthPt: FINE_PT }));
  });
}

/** A flag on a stick: here you are, without colour. */
export function flag(x: number, y: number): VNode {
  return h('g', { transform: `translate(${x} ${y})` }, [
    line('M0 0V-34', { widthPt: BOLD_PT }),
    line('M1-33 20-26 1-19z', { fill: TINT }),
  ]);
}

/** A stone with its number. */
export function numberedStone(point: Point, number: number, here: boolean): VNode {
  return h('g', [
    ellipse(point.x, point.y, 20, 13, { widthPt: here ? BOLD_PT : MIDDLE_PT, fill: here ? TINT : '#fff' }),
    h(
      'text',
      { x: point.x, y: point.y + 5.5, class: 'stone-number', 'text-anchor': 'middle', stroke: 'none', fill: '#000' },
      String(number),
    ),
  ]);
}

/**
 * @param here the number of the stone with the flag, from 1; null where nobody knows
 */
export function wayHome(here: number | null, alt: string): VNode {
  const marked = here === null ? undefined : STONES[here - 1];
  return picture({ widthPt: WIDTH_PT, heightPt: HEIGHT_PT, alt, className: 'way-home' }, [
    line('M52 54c40-12 74-6 110-2 60 6 84-14 140-7 50 6 92 2 150 4', { widthPt: FINE_PT }),
    tree(128, 16),
    tree(252, 14),
    tree(372, 14),
    tree(388, 17),
    hospital(0, 2),
    house(455, 0),
    ellipse(DOOR.x + 5, DOOR.y + 6, 5, 3.2, { widthPt: FINE_PT }),
    ellipse(DOOR.x + 14, DOOR.y + 13, 5, 3.2, { widthPt: FINE_PT }),
    ellipse(HOME.x - 8, HOME.y + 8, 5, 3.2, { widthPt: FINE_PT }),
    ...smallStones(),
    ...STONES.map((point, at) => numberedStone(point, at + 1, at + 1 === here)),
    ...(marked === undefined ? [] : [flag(marked.x - 13, marked.y - 8)]),
  ]);
}
