import type { PdfMaker } from '../handout/pdf';

type Page = Parameters<PdfMaker>[1] & {
  /** Only these, counted from 1; left out, all. They keep the numbers that they have in the whole. */
  readonly pages?: readonly number[];
};

/** A PDF maker that can also make some pages of a packet again, after the count check. */
export type PacketPdfMaker = (html: string, page: Page) => Promise<Uint8Array>;

/** `[1, 2, 5]` as Chromium takes it. */
export function pageRanges(pages: readonly number[] | undefined): string {
  return pages?.join(',') ?? '';
}
