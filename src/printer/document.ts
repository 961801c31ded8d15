import type { PrintDocument, PrintFailure } from './port';

const PDF_MARK = '%PDF-';

/**
 * Bytes that are no PDF would sit in a CUPS queue as a stopped job, so they are refused here.
 * Throws on a copy count that no screen can have asked for.
 */
export function refuseDocument(document: PrintDocument): PrintFailure | null {
  if (!Number.isInteger(document.copies) || document.copies < 1) {
    throw new RangeError(`copies must be a whole number from 1, got ${document.copies}`);
  }
  const start = Buffer.from(document.pdf.subarray(0, PDF_MARK.length)).toString('latin1');
  return start === PDF_MARK ? null : { code: 'document-refused', detail: 'the document is not a PDF' };
}
