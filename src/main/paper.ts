import type { BrowserWindow } from 'electron';
import { pageRanges, type PacketPdfMaker } from '../machine/pages/pdf';
import { makeHiddenPages, withTimeout } from './hidden-pages';

/** If a page hangs, the person must not wait forever. */
const PDF_TIMEOUT_MS = 20_000;

/** A packet is styled text with embedded fonts: it runs no script and loads nothing. */
const PAPER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/** Makes PDFs in a hidden window without script. The HTML and the PDF exist only in memory. */
export function makeWindowPdf(): PacketPdfMaker {
  const withPage = makeHiddenPages({
    kind: 'paper',
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PAPER_POLICY },
    preferences: { javascript: false },
  });
  return (html, { paper, pages }) =>
    withPage(html, (window, address) =>
      withTimeout(print(window, address, paper, pages), PDF_TIMEOUT_MS, `no PDF after ${PDF_TIMEOUT_MS} ms`),
    );
}

async function print(
  window: BrowserWindow,
  address: string,
  paper: 'letter' | 'a4',
  pages: readonly number[] | undefined,
): Promise<Uint8Array> {
  await window.loadURL(address);
  return window.webContents.printToPDF({
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    preferCSSPageSize: true,
    printBackground: true,
    pageSize: paper === 'a4' ? 'A4' : 'Letter',
    pageRanges: pageRanges(pages),
  });
}
