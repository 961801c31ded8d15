import type { PdfMaker } from '../../handout/pdf';

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

/**
 * A PDF of Chromium that tells nothing of the machine or the minute, and names no part in a way that PDF 1.7 does not
 * know. It says which browser and system made it and the second when; and it marks bold words as `Strong`, which is new
 * in PDF 2.0, so that a reader of older files leaves them out. Every part keeps its place and length in the file, for
 * the file lists where each one begins.
 * @param day ISO calendar date that stands instead of the time
 */
export function stripPdfMetadata(pdf: Uint8Array, day: string): Uint8Array {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const date = `(D:${day.replaceAll('-', '')})`;
  const neutral = bytes
    .replace(/\/Creator \((?:[^()\\]|\\.)*\)/, (creator) => '/Creator (Homeward)'.padEnd(creator.length))
    .replace(/(\/(?:CreationDate|ModDate) )(\(D:\d{14}[^()]*\))/g, (_, key: string, time: string) => {
      return key + date.padEnd(time.length);
    })
    .replaceAll('/S /Strong', '/S /Span  ');
  return new Uint8Array(Buffer.from(neutral, 'latin1'));
}
