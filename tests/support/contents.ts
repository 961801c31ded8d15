/**
 * Lays out the documents of many people in a few PDFs. A document starts on a new page, so it has the same pages alone, in
 * a packet, or among other people's documents. Documents with the same content are laid out once.
 */
import '../../src/handout/node/no-drawing';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PAGE_SIZES } from '../../src/handout';
import { measuresFor } from '../../src/handout/measures';
import { readPacketPages, type DocumentPages } from '../../src/handout/node/pages';
import type { BrowserPdf } from '../../src/preview/pdf';
import type { Print } from './paper';

/** The HTML of one document. People with the same relevant answers share it. */
export type Content = string;

export interface SplitPacket {
  /** Everything before the first document: the styles, which are the same for one print size and paper. */
  readonly head: string;
  readonly contents: readonly Content[];
}

/** A document in the PDF. */
export interface Laid {
  readonly pages: number;
  /** The lines of its last page, from the top, without header and footer. Empty for a document with one page. */
  readonly lastLines: readonly string[];
  /** Where the last of these lines is: 0 at the top of the body, 1 at its bottom. */
  readonly filled: number;
}

/** Documents per PDF. */
const BATCH = 150;

/** The documents in a packet's HTML (`packetHtml`). */
export function splitPacket(html: string): SplitPacket {
  const body = html.indexOf('<body>') + '<body>'.length;
  const contents = html
    .slice(body, html.indexOf('</body>'))
    .split(/(?=<section class="document)/)
    .filter((part) => part.startsWith('<section'));
  return { head: html.slice(0, body), contents };
}

/** `D01` */
export function idOf(content: Content): string {
  const id = /data-document="([^"]+)"/.exec(content)?.[1];
  if (id === undefined) throw new Error('this is not a document');
  return id;
}

/** Lays out the documents of these packets. All packets must have this print size and paper. */
export async function layOut(
  packets: readonly SplitPacket[],
  { paper, largePrint }: Print,
  browser: BrowserPdf,
): Promise<ReadonlyMap<Content, Laid>> {
  const laid = new Map<Content, Laid>();
  const [{ head } = { head: '' }] = packets;
  const all = [...new Set(packets.flatMap(({ contents }) => contents))];
  for (let at = 0; at < all.length; at += BATCH) {
    const batch = all.slice(at, at + BATCH);
    const pdf = await browser.makePdf(`${head}${batch.join('')}</body></html>`, { paper });
    const { documents } = await readPacketPages(pdf, batch);
    const last = await readLastPages(pdf, documents, { paper, largePrint });
    documents.forEach(({ document, pages }, index) => laid.set(document, { pages, ...(last[index] ?? NOTHING_READ) }));
  }
  return laid;
}

const NOTHING_READ = { lastLines: [], filled: 1 };

async function readLastPages(
  pdf: Uint8Array,
  documents: readonly DocumentPages[],
  { paper, largePrint }: Print,
): Promise<readonly Omit<Laid, 'pages'>[]> {
  const { topPt, bottomPt } = measuresFor(largePrint);
  const top = PAGE_SIZES[paper].heightPt - topPt;
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  try {
    const file = await task.promise;
    const read: Omit<Laid, 'pages'>[] = [];
    for (const { first, pages } of documents) {
      if (pages === 1) {
        read.push(NOTHING_READ);
        continue;
      }
      const page = await file.getPage(first + pages - 1);
      const byHeight = new Map<number, string>();
      for (const item of (await page.getTextContent()).items) {
        if (!('str' in item) || item.str.trim() === '') continue;
        const height = Math.round(Number(item.transform[5]));
        if (height < bottomPt || height > top) continue;
        byHeight.set(height, `${byHeight.get(height) ?? ''}${item.str}`);
      }
      const heights = [...byHeight.keys()].sort((one, other) => other - one);
      const lowest = heights.at(-1) ?? top;
      read.push({
        lastLines: heights.map((height) => byHeight.get(height) ?? ''),
        filled: (top - lowest) / (top - bottomPt),
      });
    }
    return read;
  } finally {
    await task.destroy();
  }
}
