/** Larger pictures, one idea each, made of the same people, places and things. */
import { at, bold, box, fine, flat, line, oval, type Drawing, type Figure, type Part } from './strokes';
import { HOUSE, PHARMACY, TREE } from './places';
import { COLD_BOX, DRIP, UNDER_REVIEW, NURSE_BAG, ORDER, PUMP, VIAL, bag, pole, sheet, windowPane } from './things';
import { pebbles } from './way-home';

function floor(width: number, y: number): Part {
  return fine(`M0 ${y}h${width}`);
}

const SUN: readonly Part[] = [fine(oval(42, 13, 6), 'lit'), at(5, 15, TREE)];
const MOON: readonly Part[] = [fine('M46 6a9 9 0 1 0 4 15 10 10 0 0 1-4-15z', 'lit')];

/** A person in an armchair, 78 by 84. */
const IN_ARMCHAIR: readonly Part[] = [
  line('M12 60V22a14 14 0 0 1 14-14h26a14 14 0 0 1 14 14v38', 'hill'),
  line(oval(39, 16, 10, 11), 'skin-a'),
  line('M29 14c0-11 20-11 20 0-5-5-14-5-20 0z', 'paper'),
  line('M35.5 17.5v.5M42.5 17.5v.5'),
  fine('M35 21.5c2 2.5 6 2.5 8 0'),
  line('M22 62V44c0-10 8-16 17-16s17 6 17 16v18z', 'roof'),
  fine('M28 46v10M50 46v10'),
  line('M4 42h10a4 4 0 0 1 4 4v16h42V46a4 4 0 0 1 4-4h10a4 4 0 0 1 4 4v28H0V46a4 4 0 0 1 4-4z', 'hill'),
  line('M28 62v20M34 82h-9M50 62v20M44 82h9'),
  bold('M6 74v8M72 74v8'),
];

/** A person in bed, 140 by 66. */
const IN_BED: readonly Part[] = [
  bold('M2 66V4M2 18c0-8 6-12 12-12'),
  bold('M2 54h134v12M136 66V30'),
  line('M6 50V40a6 6 0 0 1 6-6h26v18z', 'paper'),
  line(oval(34, 29, 11, 10), 'skin-b'),
  line('M23 29c0-12 20-14 22-3-6-3-14-3-22 3z', 'dark'),
  fine('M36 30h4M37 34c1 1 2 1 3 0'),
  line('M44 53c-2-12 6-21 18-21h56c12 0 16 8 16 21z', 'hill'),
  fine('M46 43c18-4 30 2 44-2s28-2 42 1'),
];

/** A number in a circle, as in the list next to the letter. */
function mark(x: number, y: number, number: Figure['number']): readonly Part[] {
  return [line(oval(x, y, 10), 'lit'), { number, x, y: y + 5.5 }];
}

/** A highlighted line of writing. */
function found(y: number, writing: string): readonly Part[] {
  return [line(box([9, y, 118, 22]), 'tint'), line(writing)];
}

const HAND_TAKES: readonly Part[] = [
  line('M137 118l7-22 36 2v20z', 'blue'),
  line('M113 118c-4-4-5-10-2-17l7-18c2-5 9-4 9 2l-1 8 17 3c5 1 7 6 5 11l-5 11z', 'skin-a'),
];

export const SCENES = {
  approval: {
    width: 380,
    height: 72,
    parts: [
      at(4, 6, ORDER),
      ...pebbles(58, 140, 44),
      at(150, 6, UNDER_REVIEW),
      ...pebbles(214, 294, 44),
      at(300, 12, HOUSE),
      at(354, 20, [...bag(14), DRIP]),
    ],
  },
  antibiotics: {
    width: 300,
    height: 116,
    parts: [
      floor(300, 112),
      at(20, 10, windowPane(SUN)),
      at(112, 28, IN_ARMCHAIR),
      at(204, 6, pole(16)),
      fine('M235 56c0 36-30 40-46 34'),
      at(258, 78, [fine('M0 34V12h30v22M-3 12h36', 'paper')]),
      at(266, 78, [fine('M2 12V2h10v10M12 4h4v5h-4', 'lit')]),
    ],
  },
  nutrition: {
    width: 300,
    height: 116,
    parts: [
      floor(300, 112),
      at(16, 10, windowPane(MOON)),
      at(88, 45, IN_BED),
      at(238, 6, pole(9, 'lit')),
      fine('M269 56c2 34-30 44-54 38'),
    ],
  },
  biologic: {
    width: 300,
    height: 100,
    parts: [floor(300, 96), at(18, 8, PHARMACY), ...pebbles(110, 160, 88), at(172, 50, COLD_BOX), at(250, 44, VIAL)],
  },
  'three-parts': {
    width: 300,
    height: 84,
    parts: [
      floor(300, 80),
      at(30, 10, bag(14)),
      fine('M43 57c0 16 10 14 14 22'),
      ...pebbles(70, 112, 66),
      at(124, 14, PUMP),
      ...pebbles(182, 218, 66),
      at(226, 25, NURSE_BAG),
    ],
  },
  /** A denial letter and where to look in it: the date at the top, the reason in the middle, the last day at the bottom. */
  letter: {
    width: 168,
    height: 150,
    parts: [
      line('M6 2h112l30 30v112a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4z', 'paper'),
      fine('M118 2v30h30'),
      fine('M12 16h38M12 24h28'),
      bold('M72 20h30'),
      fine('M12 44h124M12 52h96'),
      ...found(62, 'M16 69h92M16 77h64'),
      fine('M12 96h124M12 104h110'),
      ...found(114, 'M16 121h80M16 129h96'),
      ...mark(112, 20, 1),
      ...mark(134, 73, 2),
      ...mark(134, 125, 3),
    ],
  },
  'take-papers': {
    width: 180,
    height: 120,
    parts: [
      line(box([23, 8, 134, 50], 8), 'hill'),
      line('M42 45h96'),
      line(oval(142, 24, 4), 'lit'),
      ...HAND_TAKES,
      line('M50 45h70v66H50z', 'paper'),
      fine('M60 58h34M60 69h48M60 80h48M60 91h27'),
      line('M133 96c-6-6-13-9-21-10-6-1-8 6-2 8l12 5c1 5 4 8 8 9', 'skin-a'),
    ],
  },
  /** A window of the house with the curtain closed: nobody can look in, but somebody is home. */
  'closed-curtain': {
    width: 180,
    height: 150,
    parts: [
      line('M25 20h130v110H25z', 'lit'),
      line('M29 20h61v107c-7 4-13-3-20 1s-13-3-20 0-14 2-21 0z', 'hill'),
      line('M151 20H90v107c7 4 13-3 20 1s13-3 20 0 14 2 21 0z', 'hill'),
      fine('M46 24c2 35 1 70-3 101M64 24c2 35 0 70-6 101M134 24c-2 35-1 70 3 101M116 24c-2 35 0 70 6 101'),
      bold('M17 17h146M19 133h142'),
    ],
  },
  'how-answer': {
    width: 80,
    height: 60,
    parts: [
      line('M11 6h54a6 6 0 0 1 6 6v27a6 6 0 0 1-6 6H34L22 56V45H11a6 6 0 0 1-6-6V12a6 6 0 0 1 6-6z', 'paper'),
      line(oval(18, 18, 5), 'paper'),
      fine('M29 18h32'),
      line(oval(18, 33, 5), 'lit'),
      line('M15.5 33l2 2 4-4.5'),
      fine('M29 33h24'),
    ],
  },
  'how-plan': {
    width: 80,
    height: 60,
    parts: [
      flat('M2 52c18-11 48-13 76-3v9H2z', 'tint'),
      bold('M40 52V8'),
      line('M40 10h25l8 7-8 7H40z', 'lit'),
      line('M40 28H18l-7 6 7 6h22z', 'paper'),
      fine('M46 17h16M20 34h14'),
      fine(oval(24, 53, 6, 3.2), 'paper'),
      fine(oval(40, 55, 6.5, 3.4), 'paper'),
      fine(oval(57, 53, 6, 3.2), 'paper'),
    ],
  },
  'how-choose': {
    width: 80,
    height: 60,
    parts: [
      at(26, 1, sheet([])),
      at(14, 4, sheet([fine('M18 16h12M18 28h18M18 40h18')])),
      ...[20, 32, 44].flatMap((y, nth) => [
        line(box([20, y - 4, 8, 8], 1.5), nth === 2 ? 'paper' : 'lit'),
        ...(nth === 2 ? [] : [line(`M22 ${y}l1.5 1.5 3-3.5`)]),
      ]),
    ],
  },
  'how-print': {
    width: 80,
    height: 60,
    parts: [
      line('M22 22V3h36v19z', 'paper'),
      line(box([9, 20, 62, 25], 4), 'hill'),
      line(oval(62, 28, 2.2), 'lit'),
      line('M19 36h42'),
      line('M22 36h36v22H22z', 'paper'),
      fine('M28 44h24M28 51h15'),
    ],
  },
} as const satisfies Readonly<Record<string, Drawing>>;
