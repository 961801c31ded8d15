/** The small pictures of the pages, by the name that `documents.toml` uses. */
import { h, type VNode } from 'vue';
import type { PictureId } from '../../guide/model';
import { house, tree } from './places';
import { BOLD_PT, FINE_PT, TINT, ellipse, line, picture } from './strokes';
import {
  at,
  bag,
  coldBox,
  inArmchair,
  inBed,
  lookedAt,
  nurseBag,
  order,
  pharmacy,
  pole,
  pump,
  vial,
  windowPane,
} from './things';

interface Scene {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly shapes: readonly VNode[];
}

/** Small stones from one thing to the next: the way home again. */
function stones(from: number, to: number, y: number): readonly VNode[] {
  const count = Math.max(2, Math.round((to - from) / 17));
  return Array.from({ length: count }, (_, index) =>
    ellipse(from + ((index + 0.5) * (to - from)) / count, y + (index % 2) * 3, 5, 3.2, { widthPt: FINE_PT }),
  );
}

function floor(width: number, y: number): VNode {
  return line(`M0 ${y}h${width}`, { widthPt: FINE_PT });
}

const SUN: readonly VNode[] = [ellipse(42, 13, 6, 6, { widthPt: FINE_PT, fill: TINT }), at(4, 18, [tree(0, 0)])];
const MOON: readonly VNode[] = [line('M46 6a9 9 0 1 0 4 15 10 10 0 0 1-4-15z', { widthPt: FINE_PT, fill: TINT })];

/** A number in a circle, as in the list beside the letter. */
function mark(x: number, y: number, number: number): VNode {
  return h('g', [
    ellipse(x, y, 10, 10, { fill: '#fff' }),
    h(
      'text',
      { x, y: y + 5, class: 'mark-number', 'text-anchor': 'middle', stroke: 'none', fill: '#000' },
      String(number),
    ),
  ]);
}

const SCENES: Readonly<Record<PictureId, Scene>> = {
  approval: {
    widthPt: 380,
    heightPt: 72,
    shapes: [
      at(4, 6, order()),
      ...stones(58, 140, 44),
      at(150, 6, lookedAt()),
      ...stones(214, 294, 44),
      at(300, 12, [house(0, 0)]),
      at(354, 20, bag(14)),
    ],
  },
  antibiotics: {
    widthPt: 300,
    heightPt: 116,
    shapes: [
      floor(300, 112),
      at(20, 10, windowPane(SUN)),
      at(112, 28, inArmchair()),
      at(204, 6, pole(16)),
      line('M235 56c0 36-30 40-46 34', { widthPt: FINE_PT }),
      at(258, 78, [line('M0 34V12h30v22M-3 12h36', { widthPt: FINE_PT, fill: '#fff' })]),
      at(266, 78, [line('M2 12V2h10v10M12 4h4v5h-4', { widthPt: FINE_PT, fill: '#fff' })]),
    ],
  },
  nutrition: {
    widthPt: 300,
    heightPt: 116,
    shapes: [
      floor(300, 112),
      at(16, 10, windowPane(MOON)),
      at(88, 45, inBed()),
      at(238, 6, pole(9)),
      line('M269 56c2 34-30 44-54 38', { widthPt: FINE_PT }),
    ],
  },
  biologic: {
    widthPt: 300,
    heightPt: 100,
    shapes: [
      floor(300, 96),
      at(18, 8, pharmacy()),
      ...stones(110, 160, 88),
      at(172, 50, coldBox()),
      at(250, 44, vial()),
    ],
  },
  'three-parts': {
    widthPt: 300,
    heightPt: 84,
    shapes: [
      floor(300, 80),
      at(30, 10, bag(14)),
      line('M43 57c0 16 10 14 14 22', { widthPt: FINE_PT }),
      ...stones(70, 112, 66),
      at(124, 14, pump()),
      ...stones(182, 218, 66),
      at(226, 25, nurseBag()),
    ],
  },
  letter: {
    widthPt: 168,
    heightPt: 150,
    shapes: [
      line('M6 2h112l30 30v112a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4z', { fill: '#fff' }),
      line('M118 2v30h30', { widthPt: FINE_PT }),
      line('M12 16h38M12 24h28', { widthPt: FINE_PT }),
      line('M72 20h30', { widthPt: BOLD_PT }),
      line('M12 44h124M12 52h96', { widthPt: FINE_PT }),
      line('M12 62h112a3 3 0 0 1 3 3v16a3 3 0 0 1-3 3H12a3 3 0 0 1-3-3V65a3 3 0 0 1 3-3z', { fill: TINT }),
      line('M16 69h92M16 77h64', { widthPt: 1.8 }),
      line('M12 96h124M12 104h110', { widthPt: FINE_PT }),
      line('M12 114h112a3 3 0 0 1 3 3v16a3 3 0 0 1-3 3H12a3 3 0 0 1-3-3v-16a3 3 0 0 1 3-3z', { fill: TINT }),
      line('M16 121h80M16 129h96', { widthPt: 1.8 }),
      mark(112, 20, 1),
      mark(134, 73, 2),
      mark(134, 125, 3),
    ],
  },
};

/** @param alt what the picture shows, in words */
export function pictureOf(name: PictureId, alt: string): VNode {
  const { widthPt, heightPt, shapes } = SCENES[name];
  return picture({ widthPt, heightPt, alt, className: `scene scene-${name}` }, shapes);
}
