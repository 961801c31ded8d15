import { app, type BrowserWindow, type WebContents } from 'electron';
import type { PrintDocument, Spooled, SystemSpooler } from '../printer';
import { spooledOf, spoolOptions } from './policy';
import { makeHiddenPages, withTimeout } from './hidden-pages';

/** For the PDF viewer to open the pages. */
const OPEN_TIMEOUT_MS = 20_000;
/** For the system to accept them. */
const TAKE_TIMEOUT_MS = 60_000;

/**
 * Fires when the viewer has the whole document. Printing earlier gives blank sheets (electron#30947). Electron's own tests
 * wait for this event (electron#43436); no documented event tells the same.
 */
const PDF_IS_READY = '-pdf-ready-to-print';

/**
 * Prints through the operating system, for `kind = "system"`: opens the exact PDF that the person saw in Chromium's PDF
 * viewer, in a hidden window, and prints it without a dialog. The PDF stays in memory until the system has it.
 */
export function makeWindowSpooler(): SystemSpooler {
  const withPage = makeHiddenPages({
    kind: 'spool',
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': 'inline' },
    // Allows the PDF viewer, which Chromium treats as a plugin.
    preferences: { plugins: true },
  });
  // Electron lists printers only through a window. The first window is the kiosk's and is never closed.
  const kiosk = new Promise<WebContents>((resolve) => {
    app.once('browser-window-created', (_event, { webContents }) => {
      resolve(webContents);
    });
  });
  return {
    printers: async () => (await (await kiosk).getPrintersAsync()).map(({ name }) => name),
    print: (printer, document) =>
      withPage(document.pdf, (window, address) => print(window, address, printer, document)),
  };
}

async function print(
  window: BrowserWindow,
  address: string,
  printer: string | null,
  document: PrintDocument,
): Promise<Spooled> {
  try {
    await withTimeout(open(window, address), OPEN_TIMEOUT_MS, 'the viewer did not open the pages');
  } catch (error) {
    return { kind: 'refused', detail: detailOf(error) };
  }
  try {
    return await withTimeout(handOver(window, printer, document), TAKE_TIMEOUT_MS, 'no answer from the system');
  } catch (error) {
    return { kind: 'unsure', detail: detailOf(error) };
  }
}

async function open(window: BrowserWindow, address: string): Promise<void> {
  // Electron's types do not have this event.
  const events: NodeJS.EventEmitter = window.webContents;
  const ready = new Promise((resolve) => events.once(PDF_IS_READY, resolve));
  await window.loadURL(address);
  await ready;
}

function handOver({ webContents }: BrowserWindow, printer: string | null, document: PrintDocument): Promise<Spooled> {
  return new Promise((resolve) => {
    webContents.print(spoolOptions(printer, document), (isTaken, reason) => {
      resolve(spooledOf(isTaken, reason));
    });
  });
}

function detailOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
