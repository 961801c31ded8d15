/**
 * One drawing style (docs/design/look.md): three line weights, rounded joins, flat tints. A drawing is data. The screen
 * draws its tones in color (src/renderer/drawings), paper in black ink (src/handout/drawings). One unit is one point.
 */

/** `none` is an outline without fill; `dark` is filled with the color of the line and used only for small things. */
export const TONES = [
  'none',
  'paper',
  'tint',
  'hill',
  'pine',
  'roof',
  'blue',
  'lit',
  'dark',
  'skin-a',
  'skin-b',
  'skin-c',
] as const;
export type Tone = (typeof TONES)[number];

/** In units; `flat` has a tone and no outline. */
export const WEIGHTS = { flat: 0, fine: 1.1, line: 1.8, bold: 3 } as const;
export type Weight = keyof typeof WEIGHTS;

/** One line or closed shape. */
export interface Stroke {
  readonly d: string;
  readonly tone: Tone;
  readonly weight: Weight;
}

/** A number on a stone or next to a line: `x` is its middle, `y` its baseline. */
export interface Figure {
  readonly number: number;
  readonly x: number;
  readonly y: number;
}

/** Parts that are moved and scaled together. Their lines keep their weight. */
export interface Group {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly parts: readonly Part[];
}

export type Part = Stroke | Figure | Group;

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly Part[];
}

export function line(d: string, tone: Tone = 'none'): Stroke {
  return { d, tone, weight: 'line' };
}

export function fine(d: string, tone: Tone = 'none'): Stroke {
  return { d, tone, weight: 'fine' };
}

export function bold(d: string, tone: Tone = 'none'): Stroke {
  return { d, tone, weight: 'bold' };
}

export function flat(d: string, tone: Tone): Stroke {
  return { d, tone, weight: 'flat' };
}

/** The path of an ellipse around its middle. */
export function oval(x: number, y: number, rx: number, ry: number = rx): string {
  return `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`;
}

type Rectangle = readonly [x: number, y: number, width: number, height: number];

/** The path of a box with round corners. */
export function box([x, y, width, height]: Rectangle, round = 3): string {
  const [across, down] = [width - 2 * round, height - 2 * round];
  const corner = (dx: number, dy: number): string => `a${round} ${round} 0 0 1 ${dx} ${dy}`;
  return (
    `M${x + round} ${y}h${across}${corner(round, round)}v${down}${corner(-round, round)}` +
    `h${-across}${corner(-round, -round)}v${-down}${corner(round, -round)}z`
  );
}

export function at(x: number, y: number, parts: readonly Part[], scale = 1): Group {
  return { x, y, scale, parts };
}

/** Width and height of every drawing for a row, a tile or a name. */
const SMALL = 60;

export function small(...parts: readonly Part[]): Drawing {
  return { width: SMALL, height: SMALL, parts };
}
