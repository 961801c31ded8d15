import type { PrintDocument, PrintFailure } from './port';

const PDF_MARK = '%PDF-';

/**
 * Why a document cannot be printed, or null. CUPS would keep bytes that are not a PDF as a stopped job in its queue.
 * @throws RangeError for a number of copies that no screen offers
 */
export function refuseDocument(document: PrintDocument): PrintFailure | null {
  if (!Number.isInteger(document.copies) || document.copies < 1) {
    throw new RangeError(`copies must be a whole number from 1, got ${document.copies}`);
  }
  const start = Buffer.from(document.pdf.subarray(0, PDF_MARK.length)).toString('latin1');
  return start === PDF_MARK ? null : { code: 'document-refused', detail: 'the document is not a PDF' };
}
