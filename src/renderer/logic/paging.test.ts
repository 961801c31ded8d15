import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepTogether, onePage, paginate, rowsOf, type Room, type Row } from './paging';

const LINE_PX = 20;

function rowsHigh(...heights: readonly number[]): readonly Row[] {
  let top = 0;
  return heights.map((height) => {
    const lines = Math.floor(height / LINE_PX);
    const from = top;
    const breaksPx = Array.from({ length: lines }, (_, index) => from + (index + 1) * LINE_PX);
    const row = { topPx: top, bottomPx: top + height, breaksPx, controlsPx: [] };
    top += height + 10;
    return row;
  });
}

function roomOf(heightPx: number, abovePx = 0): Room {
  return { heightPx, abovePx };
}

/** Each row is one control, as high as it is. */
function controlsHigh(...heights: readonly number[]): readonly Row[] {
  return rowsHigh(...heights).map((row) => ({ ...row, breaksPx: [], controlsPx: [row.topPx] }));
}

describe('paging', () => {
  it('puts everything on one page when it fits to the pixel', () => {
    expect(paginate(rowsHigh(100, 100), roomOf(210))).toEqual([{ topPx: 0, bottomPx: 210, cut: false, shiftPx: 0 }]);
  });

  it('begins a page with the first row that does not fit', () => {
    expect(paginate(rowsHigh(100, 100, 100), roomOf(250))).toEqual([
      { topPx: 0, bottomPx: 210, cut: false, shiftPx: 0 },
      { topPx: 220, bottomPx: 320, cut: false, shiftPx: 0 },
    ]);
  });

  it('cuts a row that no page can hold between two lines', () => {
    expect(paginate(rowsHigh(200), roomOf(90))).toEqual([
      { topPx: 0, bottomPx: 80, cut: true, shiftPx: 0 },
      { topPx: 80, bottomPx: 160, cut: true, shiftPx: 0 },
      { topPx: 160, bottomPx: 200, cut: true, shiftPx: 0 },
    ]);
  });

  it('has no page for nothing', () => {
    expect(paginate([], roomOf(100))).toEqual([]);
  });

  it('shows all of every row, in order, and never more than there is room for', () => {
    const heights = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(heights, fc.integer({ min: 60, max: 800 }), (high, available) => {
        const rows = rowsHigh(...high);
        const pages = paginate(rows, roomOf(available));
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

describe('low reach', () => {
  const room = roomOf(400, 150);

  it('lets text stand above the band', () => {
    expect(paginate(rowsHigh(100, 100, 100), room)).toEqual([{ topPx: 0, bottomPx: 320, cut: false, shiftPx: 0 }]);
  });

  it('brings a page with controls down to the foot, so that the first of them is in the band', () => {
    expect(paginate(controlsHigh(100, 100), room)).toEqual([{ topPx: 0, bottomPx: 210, cut: false, shiftPx: 190 }]);
    expect(onePage(controlsHigh(100, 100), 250, room)).toMatchObject({ topPx: 0, bottomPx: 250, shiftPx: 150 });
  });

  it('leaves a page where it is when the text before its controls reaches down to the band', () => {
    const rows = [...rowsHigh(150), ...controlsHigh(100, 100).map(lowered(160))];
    expect(paginate(rows, room)).toEqual([{ topPx: 0, bottomPx: 370, cut: false, shiftPx: 0 }]);
  });

  it('begins a page with the control that would be above the band or below the foot', () => {
    expect(paginate(controlsHigh(100, 100, 100), room)).toEqual([
      { topPx: 0, bottomPx: 210, cut: false, shiftPx: 190 },
      { topPx: 220, bottomPx: 320, cut: false, shiftPx: 300 },
    ]);
  });

  it('cuts text before a control so that the control is in the band', () => {
    const [row] = rowsHigh(500);
    if (row === undefined) throw new Error('no row');
    const pages = paginate([{ ...row, controlsPx: [440] }], room);
    expect(pages).toEqual([
      { topPx: 0, bottomPx: 400, cut: true, shiftPx: 0 },
      { topPx: 400, bottomPx: 500, cut: true, shiftPx: 300 },
    ]);
  });

  it('shows all, in order, and every control in the band', () => {
    const row = fc.record({ high: fc.integer({ min: 20, max: 200 }), isControl: fc.boolean() });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: 190 }), (drawn, above) => {
        const rows = rowsHigh(...drawn.map(({ high }) => high)).map((each, index) =>
          drawn[index]?.isControl === true ? { ...each, breaksPx: [], controlsPx: [each.topPx] } : each,
        );
        const pages = paginate(rows, roomOf(400, above));
        for (const { topPx, bottomPx, shiftPx } of pages) {
          expect(shiftPx + bottomPx - topPx).toBeLessThanOrEqual(401);
          for (const control of rows.flatMap(({ controlsPx }) => controlsPx))
            if (control >= topPx && control < bottomPx)
              expect(control - topPx + shiftPx).toBeGreaterThanOrEqual(above - 1);
        }
        expect(pages.map(({ topPx }) => topPx)).toEqual([...pages.map(({ topPx }) => topPx)].sort((a, b) => a - b));
        expect(
          rows.every((each) => pages.some((page) => page.topPx <= each.topPx && page.bottomPx >= each.bottomPx)),
        ).toBe(true);
      }),
    );
  });
});

function lowered(byPx: number): (row: Row) => Row {
  return (row) => ({
    topPx: row.topPx + byPx,
    bottomPx: row.bottomPx + byPx,
    breaksPx: row.breaksPx.map((px) => px + byPx),
    controlsPx: row.controlsPx.map((px) => px + byPx),
  });
}

describe('rows', () => {
  it('takes what stands side by side together', () => {
    const side = [
      { topPx: 0, bottomPx: 50 },
      { topPx: 0, bottomPx: 80 },
      { topPx: 90, bottomPx: 140 },
    ];
    expect(rowsOf(side).map(({ topPx, bottomPx }) => [topPx, bottomPx])).toEqual([
      [0, 80],
      [90, 140],
    ]);
  });

  it('keeps a heading with what it heads', () => {
    const rows = rowsHigh(30, 100, 30, 100);
    const [first, , third] = rows;
    const joined = keepTogether(rows, (row) => row === first || row === third, roomOf(200));
    expect(paginate(joined, roomOf(200))).toEqual([
      { topPx: 0, bottomPx: 140, cut: false, shiftPx: 0 },
      { topPx: 150, bottomPx: 290, cut: false, shiftPx: 0 },
    ]);
  });

  it('lets a heading go where both do not fit on a page', () => {
    const rows = rowsHigh(30, 190);
    expect(keepTogether(rows, (row) => row === rows[0], roomOf(200))).toEqual(rows);
  });

  it('keeps a heading with the first lines of what is higher than a page', () => {
    const rows = rowsHigh(30, 260);
    const joined = keepTogether(rows, (row) => row === rows[0], roomOf(200));
    expect(paginate(joined, roomOf(200))).toEqual([
      { topPx: 0, bottomPx: 200, cut: true, shiftPx: 0 },
      { topPx: 200, bottomPx: 300, cut: true, shiftPx: 0 },
    ]);
  });
});
