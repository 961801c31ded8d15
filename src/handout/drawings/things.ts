/** Things of the pictures, each drawn from its own upper left corner. */
import { h, type VNode } from 'vue';
import { BOLD_PT, FINE_PT, TINT, ellipse, line } from './strokes';

export function at(x: number, y: number, shapes: readonly VNode[]): VNode {
  return h('g', { transform: `translate(${x} ${y})` }, [...shapes]);
}

/** A sheet with a folded corner, 44 × 56. */
export function sheet(writing: readonly VNode[]): readonly VNode[] {
  return [
    line('M4 0h28l12 12v40a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z', { fill: '#fff' }),
    line('M32 0v12h12', { widthPt: FINE_PT }),
    ...writing,
  ];
}

/** The doctor's order: a cross and lines of writing. */
export function order(): readonly VNode[] {
  return sheet([
    line('M9 13h12M15 7v12', { widthPt: BOLD_PT }),
    line('M9 28h26M9 36h26M9 44h16', { widthPt: FINE_PT }),
  ]);
}

/** Someone looks closely: a sheet under a magnifying glass. */
export function lookedAt(): readonly VNode[] {
  return [
    ...sheet([line('M9 12h16M9 20h26M9 28h12M9 36h10M9 44h14', { widthPt: FINE_PT })]),
    ellipse(36, 36, 14, 14, { fill: TINT }),
    line('M30 36l5 5 8-10', { widthPt: BOLD_PT }),
    line('M46 46l12 12', { widthPt: BOLD_PT }),
  ];
}

/** An IV bag, 26 × 40; `level` is how far down the liquid begins. */
export function bag(level: number): readonly VNode[] {
  return [
    line('M4 0h18a4 4 0 0 1 4 4v22c0 7-5 11-9 12v3h-8v-3c-4-1-9-5-9-12V4a4 4 0 0 1 4-4z', { fill: '#fff' }),
    line(`M1 ${level}h24v9c0 6-5 10-9 11h-6c-4-1-9-5-9-11z`, { widthPt: FINE_PT, fill: TINT }),
    line('M13 41v6', { widthPt: FINE_PT }),
  ];
}

/** A pole on wheels with a bag on its hook: 44 wide, 104 high, its foot at the bottom. */
export function pole(level: number): readonly VNode[] {
  return [
    line('M12 100V4h19v5'),
    line('M0 103l12-5 12 5', { widthPt: FINE_PT }),
    ellipse(1, 104, 2, 2, { widthPt: FINE_PT }),
    ellipse(23, 104, 2, 2, { widthPt: FINE_PT }),
    at(18, 9, bag(level)),
  ];
}

/** A window, 56 × 50, with what is seen through it. */
export function windowPane(seen: readonly VNode[]): readonly VNode[] {
  return [
    line('M0 0h56v50H0z', { fill: '#fff' }),
    ...seen,
    line('M28 0v50M0 25h56', { widthPt: FINE_PT }),
    line('M-4 50h64', { widthPt: BOLD_PT }),
  ];
}

/** Somebody sits in an armchair, 78 × 84. */
export function inArmchair(): readonly VNode[] {
  return [
    line('M12 60V22a14 14 0 0 1 14-14h26a14 14 0 0 1 14 14v38', { fill: TINT }),
    ellipse(39, 16, 10, 11),
    line('M29 13c1-9 19-9 20 0-5-4-14-4-20 0z', { widthPt: FINE_PT, fill: '#fff' }),
    line('M35.500 17.500v.5M42.500 17.500v.5', { widthPt: 1.8 }),
    line('M35 21.500c2 2.500 6 2.500 8 0', { widthPt: FINE_PT }),
    line('M22 62V44c0-10 8-16 17-16s17 6 17 16v18z', { fill: '#fff' }),
    line('M28 46v10M50 46v10', { widthPt: FINE_PT }),
    line('M4 42h10a4 4 0 0 1 4 4v16h42V46a4 4 0 0 1 4-4h10a4 4 0 0 1 4 4v28H0V46a4 4 0 0 1 4-4z', { fill: '#fff' }),
    line('M28 62v20M34 82h-9M50 62v20M44 82h9', { widthPt: 1.8 }),
    line('M6 74v8M72 74v8', { widthPt: BOLD_PT }),
  ];
}

/** Somebody lies in bed, 140 × 66. */
export function inBed(): readonly VNode[] {
  return [
    line('M2 66V4M2 18c0-8 6-12 12-12', { widthPt: BOLD_PT }),
    line('M2 54h134v12M136 66V30', { widthPt: BOLD_PT }),
    line('M6 50V40a6 6 0 0 1 6-6h26v18z', { fill: '#fff' }),
    ellipse(34, 29, 11, 10),
    line('M25 24c3-8 16-8 19 0', { widthPt: FINE_PT }),
    line('M36 29h4M37 34c1 1 2 1 3 0', { widthPt: FINE_PT }),
    line('M44 53c-2-12 6-21 18-21h56c12 0 16 8 16 21z', { fill: TINT }),
    line('M46 43c18-4 30 2 44-2s28-2 42 1', { widthPt: FINE_PT }),
  ];
}

/** A small medicine bottle, 30 × 52. */
export function vial(): readonly VNode[] {
  return [
    line('M8 0h14v8H8z', { fill: TINT }),
    line('M10 8v6c-6 2-10 6-10 12v20a6 6 0 0 0 6 6h18a6 6 0 0 0 6-6V26c0-6-4-10-10-12V8', { fill: '#fff' }),
    line('M0 30h30v12H0z', { widthPt: FINE_PT, fill: TINT }),
    line('M6 36h12', { widthPt: FINE_PT }),
  ];
}

/** A box that is kept cold, 60 × 46. */
export function coldBox(): readonly VNode[] {
  return [
    line('M0 12h60v34H0z', { fill: '#fff' }),
    line('M4 2h52l4 10H0z', { fill: TINT }),
    line('M30 18v22M20.500 23.500l19 11M39.500 23.500l-19 11', { widthPt: 1.8 }),
    line('M26 20l4 3 4-3M26 38l4-3 4 3', { widthPt: FINE_PT }),
  ];
}

/** A pharmacy, 84 × 88. */
export function pharmacy(): readonly VNode[] {
  return [
    line('M6 88V30h72v58', { fill: '#fff' }),
    line('M2 16h80l-4 14c-6 6-13 6-18 0-6 6-13 6-18 0-6 6-13 6-18 0-6 6-13 6-18 0z', { fill: TINT }),
    line('M36 4h12M42-2v12', { widthPt: BOLD_PT }),
    line('M14 46h28v22H14zM28 46v22', { widthPt: FINE_PT }),
    line('M52 88V46h18v42', { fill: '#fff' }),
    line('M66 68v2', { widthPt: 1.8 }),
  ];
}

/** A small infusion pump, 52 × 60. */
export function pump(): readonly VNode[] {
  return [
    line('M6 6h40a6 6 0 0 1 6 6v42a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6V12a6 6 0 0 1 6-6z', { fill: '#fff' }),
    line('M9 15h34v16H9z', { widthPt: FINE_PT, fill: TINT }),
    line('M14 23h6M24 23h12', { widthPt: FINE_PT }),
    ellipse(15, 44, 4.5, 4.5, { widthPt: FINE_PT }),
    ellipse(37, 44, 4.5, 4.5, { widthPt: FINE_PT, fill: TINT }),
    line('M26 6c0-8 16-8 16-1', { widthPt: FINE_PT }),
    line('M40 60c0 5 8 1 8 6', { widthPt: FINE_PT }),
  ];
}

/** A nurse's bag, 66 × 54. */
export function nurseBag(): readonly VNode[] {
  return [
    line('M22 14V8a6 6 0 0 1 6-6h10a6 6 0 0 1 6 6v6'),
    line('M6 14h54a5 5 0 0 1 5 5v30a5 5 0 0 1-5 5H6a5 5 0 0 1-5-5V19a5 5 0 0 1 5-5z', { fill: '#fff' }),
    line('M1 26h64', { widthPt: FINE_PT }),
    line('M33 30v18M24 39h18', { widthPt: BOLD_PT }),
  ];
}
