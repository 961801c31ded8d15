/** Sheets of paper that one copy of these pages takes. */
export function sheetsOf(pages: number, twoSided: boolean): number {
  return twoSided ? Math.ceil(pages / 2) : pages;
}
