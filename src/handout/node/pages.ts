/** Reads the number of pages, and the pages of each document, from the PDF of a packet. */
import './no-drawing';
// Imported here because pdf.js would otherwise look for the worker's file at run time, and a bundle has no such file.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface DocumentPages {
  readonly document: string;
  /** Counted from 1. */
  readonly first: number;
  readonly pages: number;
}
export interface PacketPages {
  readonly pages: number;
  readonly documents: readonly DocumentPages[];
}

/**
 * Which pages belong to which document. Each document starts a page with its only main heading, so the top level of the
 * PDF's outline lists where each one starts.
 * @param documents ids in packet order (`packetOrder`)
 */
export async function readPacketPages(pdf: Uint8Array, documents: readonly string[]): Promise<PacketPages> {
  // pdf.js gets a plain copy: it empties the array that it is given, and rejects a Buffer.
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  try {
    const file = await task.promise;
    const headings = (await file.getOutline()) ?? [];
    if (headings.length !== documents.length) {
      throw new Error(`the PDF has ${headings.length} main headings for ${documents.length} documents`);
    }
    const starts = await Promise.all(headings.map((heading) => startOf(heading, file)));
    return {
      pages: file.numPages,
      documents: documents.map((document, at) => {
        const first = starts[at] ?? 1;
        return { document, first, pages: (starts[at + 1] ?? file.numPages + 1) - first };
      }),
    };
  } finally {
    await task.destroy();
  }
}

type PdfFile = Awaited<ReturnType<typeof getDocument>['promise']>;
type Heading = Awaited<ReturnType<PdfFile['getOutline']>>[number];

/** The page with this heading, counted from 1. */
async function startOf(heading: Heading, file: PdfFile): Promise<number> {
  const place = typeof heading.dest === 'string' ? await file.getDestination(heading.dest) : heading.dest;
  const page: unknown = place?.[0];
  if (!isPageReference(page)) throw new Error(`the heading "${heading.title}" of the PDF leads to no page`);
  return (await file.getPageIndex(page)) + 1;
}

function isPageReference(value: unknown): value is { num: number; gen: number } {
  return typeof value === 'object' && value !== null && 'num' in value && 'gen' in value;
}
