/**
 * Sizes of the printed page (docs/evidence/product-anchors.md §4.2): points for type, millimetres for what a hand fills
 * in.
 */
export type Paper = 'letter' | 'a4';

export interface PageSize {
  readonly widthPt: number;
  readonly heightPt: number;
  /** The size's name in CSS. */
  readonly css: string;
}

export const PAGE_SIZES: Readonly<Record<Paper, PageSize>> = {
  letter: { widthPt: 612, heightPt: 792, css: 'letter' },
  a4: { widthPt: 595.28, heightPt: 841.89, css: 'A4' },
};

/**
 * Keeps the heading of a document off the very edge of its page. Where the height of the page is no whole number of
 * pixels (A4), Chromium would count the heading to the page before too, and name it twice in the outline.
 */
export const DOCUMENT_TOP_PT = 1.5;

export interface Measures {
  readonly sidePt: number;
  readonly topPt: number;
  /** Room for the footer; the body ends above it. */
  readonly bottomPt: number;
  readonly bodyPt: number;
  /** Letters to the plan (12 to 14 pt). */
  readonly letterPt: number;
  readonly titlePt: number;
  readonly headingPt: number;
  readonly messagePt: number;
  readonly becausePt: number;
  readonly footerPt: number;
  readonly pageCountPt: number;
  readonly lineHeight: number;
  readonly gapPt: number;
  readonly tickMm: number;
  /** Distance of two lines that one writes on. */
  readonly writeMm: number;
  readonly logRowMm: number;
  /** A QR code without its quiet zone. */
  readonly qrMm: number;
  /** A code for the calendar holds more, so it is wider: its squares stay wide enough for a worn copy. */
  readonly calendarQrMm: number;
}

const REGULAR: Measures = {
  sidePt: 54,
  topPt: 47 - DOCUMENT_TOP_PT,
  bottomPt: 47,
  bodyPt: 14,
  letterPt: 13,
  titlePt: 20,
  headingPt: 16,
  messagePt: 16,
  becausePt: 11,
  footerPt: 9,
  pageCountPt: 10,
  lineHeight: 1.25,
  gapPt: 5,
  tickMm: 5.5,
  writeMm: 9,
  logRowMm: 14,
  qrMm: 25,
  calendarQrMm: 40,
};

const LARGE: Measures = {
  sidePt: 72,
  topPt: 47 - DOCUMENT_TOP_PT,
  bottomPt: 74,
  bodyPt: 18,
  letterPt: 14,
  titlePt: 22,
  headingPt: 20,
  messagePt: 20,
  becausePt: 14,
  footerPt: 12,
  pageCountPt: 12,
  lineHeight: 1.15,
  gapPt: 5,
  tickMm: 6.5,
  writeMm: 12,
  logRowMm: 18,
  qrMm: 30,
  calendarQrMm: 33,
};

/** The measures of regular or large print. */
export function measuresFor(largePrint: boolean): Measures {
  return largePrint ? LARGE : REGULAR;
}
