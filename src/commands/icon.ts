/** The program's icon: the house at the end of the way home, in the colors of the screens. */
import { DRAWINGS, WEIGHTS, type Stroke, type Tone } from '../drawings';

export const ICON_PX = 512;

/** The colors of `src/renderer/styles/tokens.css`; an icon has no theme. */
const INK = '#15232b';
const GROUND = '#ddebe7';
const FILLS: Readonly<Partial<Record<Tone, string>>> = {
  paper: '#fbf7f0',
  roof: '#8c2a1c',
  hill: '#8fb3ab',
  lit: '#f2b134',
};
/** Room around the house, in its own units. */
const MARGIN = 12;

/** @returns a complete SVG file, square; the same drawing gives the same bytes */
export function drawIcon(): string {
  const { width, height, parts } = DRAWINGS.house;
  const side = Math.max(width, height) + 2 * MARGIN;
  const shapes = parts.filter((part): part is Stroke => 'd' in part).map(drawStroke);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${ICON_PX}" height="${ICON_PX}">`,
    `<rect width="${side}" height="${side}" rx="${side / 6}" fill="${GROUND}"/>`,
    `<g transform="translate(${(side - width) / 2} ${(side - height) / 2})" stroke="${INK}" stroke-linecap="round" stroke-linejoin="round">`,
    ...shapes,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function drawStroke({ d, tone, weight }: Stroke): string {
  return `<path d="${d}" fill="${FILLS[tone] ?? 'none'}" stroke-width="${WEIGHTS[weight]}"/>`;
}
