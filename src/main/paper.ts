import { BrowserWindow, session } from 'electron';
import { pageRanges, type PacketPdfMaker } from '../machine/pdf';
import { PAPER_ORIGIN, PAPER_SCHEME } from './decisions';
import { lockSession } from './lockdown';

/** A page that hangs must not hold a person up for ever. */
const PDF_TIMEOUT_MS = 20_000;

/** A packet is styled text with its fonts inside: no script, and nothing from anywhere. */
const PAPER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/**
 * Makes PDFs with a hidden window of its own for each packet, in a sandbox, without script, and gone afterwards: one
 * that failed cannot spoil the next (electron#41064). The HTML and the PDF are in memory only.
 */
export function makeWindowPdf(): PacketPdfMaker {
  const own = session.fromPartition('paper');
  lockSession(own, 'paper');
  const waiting = new Map<string, string>();
  let made = 0;
  own.protocol.handle(PAPER_SCHEME, (request) => {
    const html = waiting.get(request.url);
    if (html === undefined) return new Response(null, { status: 404 });
    return new Response(html, {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PAPER_POLICY },
    });
  });

  return async (html, { paper, pages }) => {
    made += 1;
    const address = `${PAPER_ORIGIN}/${made}`;
    waiting.set(address, html);
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        session: own,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        javascript: false,
        devTools: false,
        spellcheck: false,
        // A hidden window that is throttled never finishes its fonts (electron#42284).
        backgroundThrottling: false,
      },
    });
    try {
      return await withTimeout(print(window, address, paper, pages), PDF_TIMEOUT_MS);
    } finally {
      waiting.delete(address);
      window.destroy();
    }
  };
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

function withTimeout<Value>(work: Promise<Value>, timeoutMs: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`no PDF after ${timeoutMs} ms`));
    }, timeoutMs);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
