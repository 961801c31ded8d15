/** Sheets of paper for so many pages, one copy. */
export function sheetsOf(pages: number, twoSided: boolean): number {
  return twoSided ? Math.ceil(pages / 2) : pages;
}
