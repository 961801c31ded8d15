/** The way home with stones: the steps of prior authorization, of an appeal, or the days around the last day. */
import { HOSPITAL, HOUSE, TREE } from './places';
import { at, bold, fine, line, oval, type Drawing, type Part } from './strokes';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The four stones are centered above four columns of text. */
const STONES: readonly Point[] = [
  { x: 63, y: 84 },
  { x: 189, y: 68 },
  { x: 315, y: 82 },
  { x: 441, y: 72 },
];
const DOOR: Point = { x: 26, y: 58 };
const HOME: Point = { x: 482, y: 54 };

function pebble(x: number, y: number): Part {
  return fine(oval(x, y, 5, 3.2), 'paper');
}

/** Small stones on a soft curve from one point to the next, with room for the big ones. */
function between(from: Point, to: Point, count: number): readonly Part[] {
  return Array.from({ length: count }, (_, nth) => {
    const part = (nth + 1) / (count + 1);
    const ease = part * part * (3 - 2 * part);
    return pebble(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * ease);
  });
}

/** Small stones in a row from one thing to the next. */
export function pebbles(from: number, to: number, y: number): readonly Part[] {
  const count = Math.max(2, Math.round((to - from) / 17));
  return Array.from({ length: count }, (_, nth) =>
    pebble(from + ((nth + 0.5) * (to - from)) / count, y + (nth % 2) * 3),
  );
}

/** A flag that says "you are here" without color. */
const FLAG: readonly Part[] = [bold('M0 0V-34'), line('M1-33 20-26 1-19z', 'lit')];

/** A stone with its number. */
function numberedStone({ x, y }: Point, number: number, isHere: boolean): readonly Part[] {
  const outline = oval(x, y, 20, 13);
  return [isHere ? bold(outline, 'lit') : line(outline, 'paper'), { number, x, y: y + 5.5 }];
}

/** One stone alone, for a path down a page. */
export function stone(number: number, isHere: boolean): Drawing {
  return { width: 44, height: 30, parts: numberedStone({ x: 22, y: 15 }, number, isHere) };
}

/** @param here the number of the stone with the flag, from 1; null if unknown */
export function wayHome(here: number | null): Drawing {
  const marked = here === null ? undefined : STONES[here - 1];
  return {
    width: 504,
    height: 98,
    parts: [
      fine('M52 54c40-12 74-6 110-2 60 6 84-14 140-7 50 6 92 2 150 4'),
      at(128, 16, TREE),
      at(252, 14, TREE),
      at(372, 14, TREE),
      at(388, 17, TREE),
      at(0, 2, HOSPITAL),
      at(455, 0, HOUSE),
      pebble(DOOR.x + 5, DOOR.y + 6),
      pebble(DOOR.x + 14, DOOR.y + 13),
      pebble(HOME.x - 8, HOME.y + 8),
      ...STONES.slice(1).flatMap((to, nth) => {
        const from = STONES[nth] ?? to;
        return between({ x: from.x + 24, y: from.y }, { x: to.x - 24, y: to.y }, 4);
      }),
      ...STONES.flatMap((point, nth) => numberedStone(point, nth + 1, nth + 1 === here)),
      ...(marked === undefined ? [] : [at(marked.x - 13, marked.y - 8, FLAG)]),
    ],
  };
}

const STEP = 46;

/**
 * The way home as stones in a row: past stones are filled, the current one is lit, later ones are outlined.
 * @param here counted from 0
 */
export function stonePath(count: number, here: number): Drawing {
  const house = 78 + count * STEP;
  const spots = Array.from({ length: count }, (_, nth): Part => {
    const [x, y] = [86 + nth * STEP, nth % 2 === 0 ? 44 : 37];
    if (nth === here) return bold(oval(x, y, 21, 14), 'lit');
    return line(oval(x, y, 14, 9), nth < here ? 'pine' : 'paper');
  });
  return { width: house + 52, height: 62, parts: [at(2, 4, HOSPITAL), ...spots, at(house, 4, HOUSE)] };
}
