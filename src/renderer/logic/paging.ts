/** Paging instead of scrolling: whole rows on a page, never part of a line (docs/design/look.md "Size is physical"). */

/** A piece of the content, in pixels from the top of the content. */
export interface Stretch {
  readonly topPx: number;
  readonly bottomPx: number;
}
export interface Row extends Stretch {
  /** Where it may be cut without cutting a line. */
  readonly breaksPx: readonly number[];
  /** The top edges of its controls. */
  readonly controlsPx: readonly number[];
}
export interface Page extends Stretch {
  /** The page begins or ends between two lines of a row that is too tall for any page. */
  readonly cut: boolean;
  /** How far the page moves down, so that its controls are within reach. */
  readonly shiftPx: number;
}

/** The room for one page. */
export interface Room {
  readonly heightPx: number;
  /** The upper part, beyond the reach of a person in a wheelchair: text may be there, a control may not. */
  readonly abovePx: number;
}

/** Layout works in fractions of a pixel; a smaller overflow than this does not count. */
const TOLERANCE_PX = 1;

/**
 * Distributes rows (in order, not overlapping) over pages that fit the room. A row too tall for any page is cut between
 * two lines.
 */
export function paginate(rows: readonly Row[], room: Room): readonly Page[] {
  const controlsPx = rows.flatMap((row) => row.controlsPx);
  const pages: Page[] = [];
  for (const row of rows) {
    const last = pages.at(-1);
    const joined = last === undefined ? null : { topPx: last.topPx, bottomPx: row.bottomPx };
    if (last !== undefined && joined !== null && fits(joined, controlsPx, room)) {
      pages[pages.length - 1] = pageOf(joined, controlsPx, room, last.cut);
    } else {
      pages.push(...sliceRow(row, room));
    }
  }
  return pages;
}

/** All of the content on one page, where its layout put it. */
export function onePage(rows: readonly Row[], heightPx: number, room: Room): Page {
  return pageOf(
    { topPx: 0, bottomPx: heightPx },
    rows.flatMap((row) => row.controlsPx),
    room,
    false,
  );
}

/** Whether a row is too tall for any page, or its controls and what follows them for the part within reach. */
export function isTooHigh(row: Pick<Row, 'topPx' | 'bottomPx' | 'controlsPx'>, room: Room): boolean {
  return !fits(row, row.controlsPx, room);
}

/** The smallest shift that brings the first control of the stretch within reach. */
function leastShiftPx({ topPx, bottomPx }: Stretch, controlsPx: readonly number[], { abovePx }: Room): number {
  const first = controlsPx.find((px) => px > topPx - TOLERANCE_PX && px < bottomPx - TOLERANCE_PX);
  return first === undefined ? 0 : Math.max(0, abovePx - (first - topPx));
}

function fits(stretch: Stretch, controlsPx: readonly number[], room: Room): boolean {
  const heightPx = stretch.bottomPx - stretch.topPx;
  return heightPx + leastShiftPx(stretch, controlsPx, room) <= room.heightPx + TOLERANCE_PX;
}

/** A page that has to move goes to the bottom of the room, next to the other controls. */
function pageOf(stretch: Stretch, controlsPx: readonly number[], room: Room, cut: boolean): Page {
  const least = leastShiftPx(stretch, controlsPx, room);
  const { topPx, bottomPx } = stretch;
  const shiftPx = least <= TOLERANCE_PX ? 0 : Math.max(least, room.heightPx - (bottomPx - topPx));
  return { topPx, bottomPx, cut, shiftPx };
}

function sliceRow(row: Row, room: Room): readonly Page[] {
  const page = (topPx: number, bottomPx: number, cut: boolean): Page =>
    pageOf({ topPx, bottomPx }, row.controlsPx, room, cut);
  if (!isTooHigh(row, room)) return [page(row.topPx, row.bottomPx, false)];
  const slices: Page[] = [];
  let { topPx } = row;
  while (!fits({ topPx, bottomPx: row.bottomPx }, row.controlsPx, room)) {
    const from = topPx;
    const mostPx = room.heightPx - leastShiftPx({ topPx, bottomPx: topPx + room.heightPx }, row.controlsPx, room);
    const bottomPx =
      row.breaksPx.findLast((px) => px > from && fits({ topPx: from, bottomPx: px }, row.controlsPx, room)) ??
      from + Math.max(mostPx, TOLERANCE_PX);
    slices.push(page(from, bottomPx, true));
    topPx = bottomPx;
  }
  return [...slices, page(topPx, row.bottomPx, true)];
}

/** Items side by side make one row. */
export function rowsOf(items: readonly Stretch[]): readonly Stretch[] {
  const rows: Stretch[] = [];
  for (const item of [...items].sort((a, b) => a.topPx - b.topPx)) {
    const last = rows.at(-1);
    if (last !== undefined && item.topPx < last.bottomPx - TOLERANCE_PX) {
      rows[rows.length - 1] = { topPx: last.topPx, bottomPx: Math.max(last.bottomPx, item.bottomPx) };
    } else {
      rows.push({ topPx: item.topPx, bottomPx: item.bottomPx });
    }
  }
  return rows;
}

/**
 * Joins each heading with the row below it if both fit on a page, or else with the first lines of that row if those
 * fit.
 */
export function keepTogether(rows: readonly Row[], isHeading: (row: Row) => boolean, room: Room): readonly Row[] {
  return rows.reduceRight<readonly Row[]>((below, row) => {
    const [next, ...rest] = below;
    if (next === undefined || !isHeading(row)) return [row, ...below];
    const controlsPx = [...row.controlsPx, ...next.controlsPx];
    const fitsTo = (bottomPx: number): boolean => fits({ topPx: row.topPx, bottomPx }, controlsPx, room);
    if (!fitsTo(next.bottomPx) && !(isTooHigh(next, room) && next.breaksPx.some(fitsTo))) return [row, ...below];
    return [{ ...next, topPx: row.topPx, controlsPx }, ...rest];
  }, []);
}
