/** Paging instead of scrolling: whole rows on a page, never half a line (docs/design/look.md "Size is physical"). */

/** A piece of the content from top to bottom, in pixels from the top of it all. */
export interface Stretch {
  readonly topPx: number;
  readonly bottomPx: number;
}
export interface Row extends Stretch {
  /** Where it may be cut without cutting a line. */
  readonly breaksPx: readonly number[];
  /** The upper edges of its controls. */
  readonly controlsPx: readonly number[];
}
export interface Page extends Stretch {
  /** It begins or ends between two lines of a row that no page can hold whole. */
  readonly cut: boolean;
  /** How far below the top of the room it stands, so that its controls are in reach. */
  readonly shiftPx: number;
}

/** What a page may take. */
export interface Room {
  readonly heightPx: number;
  /** The upper part of it that no hand reaches from a wheelchair: text may stand there, a control may not. */
  readonly abovePx: number;
}

/** Layout works in fractions of a pixel; a row that is over by less than this is not over. */
const TOLERANCE_PX = 1;

/**
 * Cuts rows (in order, none overlapping) into pages that the room holds. A row that no page can hold is cut between two
 * lines.
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

/** Whether a row is too high for any page of the room, or its controls and what follows them for the part in reach. */
export function isTooHigh(row: Pick<Row, 'topPx' | 'bottomPx' | 'controlsPx'>, room: Room): boolean {
  return !fits(row, row.controlsPx, room);
}

/** The least shift that brings the first control of the stretch into reach. */
function leastShiftPx({ topPx, bottomPx }: Stretch, controlsPx: readonly number[], { abovePx }: Room): number {
  const first = controlsPx.find((at) => at > topPx - TOLERANCE_PX && at < bottomPx - TOLERANCE_PX);
  return first === undefined ? 0 : Math.max(0, abovePx - (first - topPx));
}

function fits(stretch: Stretch, controlsPx: readonly number[], room: Room): boolean {
  const heightPx = stretch.bottomPx - stretch.topPx;
  return heightPx + leastShiftPx(stretch, controlsPx, room) <= room.heightPx + TOLERANCE_PX;
}

/** What has to be shifted at all goes to the foot of the room, next to the other controls. */
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
      row.breaksPx.findLast((at) => at > from && fits({ topPx: from, bottomPx: at }, row.controlsPx, room)) ??
      from + Math.max(mostPx, TOLERANCE_PX);
    slices.push(page(from, bottomPx, true));
    topPx = bottomPx;
  }
  return [...slices, page(topPx, row.bottomPx, true)];
}

/** Items that stand side by side make one row. */
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

/** Joins each heading with the row below it, as long as both fit on a page, or the heading and the first lines of it. */
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
