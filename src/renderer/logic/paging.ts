/** Paging instead of scrolling: whole rows on a page, never half a line (design/look.md "Size is physical"). */

export interface Row {
  /** Distances from the top of the whole content. */
  readonly topPx: number;
  readonly bottomPx: number;
  /** Where it may be cut without cutting a line, from the top of the whole content. */
  readonly breaksPx: readonly number[];
}
export interface Page {
  readonly topPx: number;
  readonly bottomPx: number;
  /** It begins or ends between two lines of a row that no page can hold whole. */
  readonly cut: boolean;
}

/** Layout works in fractions of a pixel; a row that is over by less than this is not over. */
const TOLERANCE_PX = 1;

/**
 * Cuts rows (in order, none overlapping) into pages of at most `availablePx`. A row that is higher than a page is cut
 * between two lines.
 */
export function paginate(rows: readonly Row[], availablePx: number): readonly Page[] {
  const pages: Page[] = [];
  for (const row of rows) {
    const last = pages.at(-1);
    if (last !== undefined && row.bottomPx - last.topPx <= availablePx + TOLERANCE_PX) {
      pages[pages.length - 1] = { ...last, bottomPx: row.bottomPx };
    } else {
      pages.push(...sliceRow(row, availablePx));
    }
  }
  return pages;
}

function sliceRow(row: Row, availablePx: number): readonly Page[] {
  const heightPx = row.bottomPx - row.topPx;
  if (heightPx <= availablePx + TOLERANCE_PX) return [{ topPx: row.topPx, bottomPx: row.bottomPx, cut: false }];
  const slices: Page[] = [];
  let topPx = row.topPx;
  while (row.bottomPx - topPx > availablePx + TOLERANCE_PX) {
    const mostPx = topPx + availablePx;
    const bottomPx = row.breaksPx.findLast((at) => at > topPx && at <= mostPx + TOLERANCE_PX) ?? mostPx;
    slices.push({ topPx, bottomPx, cut: true });
    topPx = bottomPx;
  }
  return [...slices, { topPx, bottomPx: row.bottomPx, cut: true }];
}

/** A piece of the content from top to bottom, as far from the top of it all as a row. */
export type Stretch = Pick<Row, 'topPx' | 'bottomPx'>;

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
export function keepTogether(
  rows: readonly Row[],
  isHeading: (row: Row) => boolean,
  availablePx: number,
): readonly Row[] {
  return rows.reduceRight<readonly Row[]>((below, row) => {
    const [next, ...rest] = below;
    if (next === undefined || !isHeading(row)) return [row, ...below];
    const fits = (at: number): boolean => at - row.topPx <= availablePx;
    const isCutAnyway = next.bottomPx - next.topPx > availablePx + TOLERANCE_PX;
    if (!fits(next.bottomPx) && !(isCutAnyway && next.breaksPx.some(fits))) return [row, ...below];
    return [{ ...next, topPx: row.topPx }, ...rest];
  }, []);
}
