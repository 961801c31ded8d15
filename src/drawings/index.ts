/** Every drawing by name. Content refers to the names (`picture = "..."`); screen and paper draw the same paths. */
import { PEOPLE } from './people';
import { PLACES } from './places';
import { PRINTER } from './printer';
import { SCENES } from './scenes';
import { THINGS } from './things';

export type { Drawing, Part, Stroke, Tone } from './strokes';
export { WEIGHTS } from './strokes';
export { stone, stonePath, wayHome } from './way-home';

export const DRAWINGS = { ...PEOPLE, ...PLACES, ...THINGS, ...PRINTER, ...SCENES } as const;
export type DrawingName = keyof typeof DRAWINGS;
export const DRAWING_NAMES = (Object.keys(DRAWINGS) as readonly DrawingName[]).toSorted();
