import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepTogether, paginate, rowsOf, type Row } from './paging';

const LINE_PX = 20;

function rowsHigh(...heights: readonly number[]): readonly Row[] {
  let top = 0;
  return heights.map((height) => {
    const lines = Math.floor(height / LINE_PX);
    const from = top;
    const breaksPx = Array.from({ length: lines }, (_, at) => from + (at + 1) * LINE_PX);
    const row = { topPx: top, bottomPx: top + height, breaksPx };
    top += height + 10;
    return row;
  });
}

describe('paging', () => {
  it('puts everything on one page when it fits to the pixel', () => {
    expect(paginate(rowsHigh(100, 100), 210)).toEqual([{ topPx: 0, bottomPx: 210, cut: false }]);
  });

  it('begins a page with the first row that does not fit', () => {
    expect(paginate(rowsHigh(100, 100, 100), 250)).toEqual([
      { topPx: 0, bottomPx: 210, cut: false },
      { topPx: 220, bottomPx: 320, cut: false },
    ]);
  });

  it('cuts a row that no page can hold between two lines', () => {
    expect(paginate(rowsHigh(200), 90)).toEqual([
      { topPx: 0, bottomPx: 80, cut: true },
      { topPx: 80, bottomPx: 160, cut: true },
      { topPx: 160, bottomPx: 200, cut: true },
    ]);
  });

  it('has no page for nothing', () => {
    expect(paginate([], 100)).toEqual([]);
  });

  it('shows all of every row, in order, and never more than there is room for', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(heights, fc.integer({ min: 60, max: 800 }), (high, available) => {
        const rows = rowsHigh(...high);
        const pages = paginate(rows, available);
        for (const page of pages) expect(page.bottomPx - page.topPx).toBeLessThanOrEqual(available + 1);
        for (const row of rows) {
          const seen = pages.reduce(
            (sum, page) => sum + Math.max(0, Math.min(row.bottomPx, page.bottomPx) - Math.max(row.topPx, page.topPx)),
            0,
          );
          expect(seen).toBe(row.bottomPx - row.topPx);
        }
      }),
    );
  });
});

describe('rows', () => {
  it('takes what stands side by side together', () => {
    const side: readonly Row[] = [
      { topPx: 0, bottomPx: 50, breaksPx: [] },
      { topPx: 0, bottomPx: 80, breaksPx: [] },
      { topPx: 90, bottomPx: 140, breaksPx: [] },
    ];
    expect(rowsOf(side).map(({ topPx, bottomPx }) => [topPx, bottomPx])).toEqual([
      [0, 80],
      [90, 140],
    ]);
  });

  it('keeps a heading with what it heads', () => {
    const rows = rowsHigh(30, 100, 30, 100);
    const [first, , third] = rows;
    const joined = keepTogether(rows, (row) => row === first || row === third, 200);
    expect(paginate(joined, 200)).toEqual([
      { topPx: 0, bottomPx: 140, cut: false },
      { topPx: 150, bottomPx: 290, cut: false },
    ]);
  });

  it('lets a heading go where both do not fit on a page', () => {
    const rows = rowsHigh(30, 190);
    expect(keepTogether(rows, (row) => row === rows[0], 200)).toEqual(rows);
  });

  it('keeps a heading with the first lines of what is higher than a page', () => {
    const rows = rowsHigh(30, 260);
    const joined = keepTogether(rows, (row) => row === rows[0], 200);
    expect(paginate(joined, 200)).toEqual([
      { topPx: 0, bottomPx: 200, cut: true },
      { topPx: 200, bottomPx: 300, cut: true },
    ]);
  });
});
