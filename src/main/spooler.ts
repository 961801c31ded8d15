import { app, type BrowserWindow, type WebContents } from 'electron';
import type { PrintDocument, Spooled, SystemSpooler } from '../printer';
import { spooledOf, spoolOptions } from './policy';
import { makeHiddenPages, withTimeout } from './hidden-pages';

/** For the viewer to open the pages. */
const OPEN_TIMEOUT_MS = 20_000;
/** For the system to take them. */
const TAKE_TIMEOUT_MS = 60_000;

/**
 * Fires when the viewer has the whole document. Before that, `print` gives blank sheets (electron#30947); Electron's own tests
 * wait for this event (electron#43436); no documented event says the same.
 */
const PDF_IS_READY = '-pdf-ready-to-print';

/**
 * The printing of the system, for `kind = "system"`: the very PDF that the person saw, opened by Chromium's PDF viewer in
 * a hidden window and handed to the system without a dialog. It is in memory only, until the system has it.
 */
export function makeWindowSpooler(): SystemSpooler {
  const withPage = makeHiddenPages({
    kind: 'spool',
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': 'inline' },
    // The viewer is a page with script; the pages have none.
    preferences: { plugins: true },
  });
  // Printers are asked for through a window. The first one is the kiosk's, and it stays.
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
    return await withTimeout(handOver(window, printer, document), TAKE_TIMEOUT_MS, 'no answer of the system');
  } catch (error) {
    return { kind: 'unsure', detail: detailOf(error) };
  }
}

async function open(window: BrowserWindow, address: string): Promise<void> {
  // An event that Electron's types do not have.
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
