/**
 * What the Electron app allows, as plain functions that are easy to test (docs/design/architecture.md "Electron rim"). The
 * other modules of this folder connect them to Electron's events.
 */
import type { WebContentsPrintOptions } from 'electron';
import { keyActOf, type KeyPress } from '../contract/keys';
import type { PrintDocument, Spooled } from '../printer';
import type { Site } from '../site/settings';

export const APP_SCHEME = 'homeward';
export const APP_ORIGIN = `${APP_SCHEME}://kiosk`;
export const PAPER_SCHEME = 'homeward-paper';
export const PAPER_ORIGIN = `${PAPER_SCHEME}://packet`;

/** Chromium's own PDF viewer, and the resources that it shares with Chromium's other pages. */
const PDF_VIEWER = ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai', 'chrome://resources'];

/** `kiosk`: the visible window. `paper`: windows that make PDFs. `spool`: windows that print a PDF through the system. */
export type WindowKind = 'kiosk' | 'paper' | 'spool';

/** Whether a window of this kind may load this address. Any other request is canceled before it is sent. */
export function mayLoad(kind: WindowKind, address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  switch (url.protocol) {
    case 'data:':
      return true;
    case 'blob:':
      return kind === 'kiosk' && address.startsWith(`blob:${APP_ORIGIN}/`);
    case `${APP_SCHEME}:`:
      return kind === 'kiosk' && isAt(url, APP_ORIGIN);
    case `${PAPER_SCHEME}:`:
      return kind !== 'kiosk' && isAt(url, PAPER_ORIGIN);
    case 'chrome-extension:':
    case 'chrome:':
      return kind === 'spool' && PDF_VIEWER.some((origin) => isAt(url, origin));
    default:
      return false;
  }
}

/** Compares the parts of the URL, because Node's parser gives custom schemes no `origin`. */
function isAt(url: URL, origin: string): boolean {
  const noUser = url.username === '' && url.password === '';
  return noUser && `${url.protocol}//${url.host}` === origin;
}

/** Only the PDF viewer uses frames; our pages have none. `mayLoad` also checks what a frame loads. */
export function mayFrameNavigate({
  isMainFrame,
  url,
}: {
  readonly isMainFrame: boolean;
  readonly url: string;
}): boolean {
  return !isMainFrame && mayLoad('spool', url);
}

/**
 * Whether a key press reaches the page. Only keys that the screens act on do.
 */
export function isKeyAllowed(press: KeyPress, ofSite: Site['keys']): boolean {
  return keyActOf(press, ofSite) !== null;
}

/** Where a message came from, according to Electron. */
export interface Sender {
  readonly isLive: boolean;
  readonly isKioskWindow: boolean;
  readonly isMainFrame: boolean;
  readonly address: string;
}

/** Whether a message comes from the main frame of our own live window, at our exact origin. */
export function isTrustedSender({ isLive, isKioskWindow, isMainFrame, address }: Sender): boolean {
  return isLive && isKioskWindow && isMainFrame && mayLoad('kiosk', address) && address.startsWith(`${APP_ORIGIN}/`);
}

const CRASH_WINDOW_MS = 60_000;
const CRASHES_ALLOWED = 3;

export type AfterCrash = 'reload' | 'out-of-service';

/** A page that keeps crashing is replaced by one that asks for a nurse, so the kiosk never shows a gray window or a loop. */
export function afterCrash(crashesAtMs: readonly number[], nowMs: number): AfterCrash {
  const recent = crashesAtMs.filter((atMs) => nowMs - atMs < CRASH_WINDOW_MS);
  return recent.length > CRASHES_ALLOWED ? 'out-of-service' : 'reload';
}

/** A packaged kiosk fills the screen and cannot be closed; a developer gets an ordinary window. */
export function isFullScreen(isPackaged: boolean, args: readonly string[]): boolean {
  return isPackaged || args.includes('--kiosk');
}

/** On other systems the kiosk prints to CUPS over IPP, which reports far more (docs/design/printing.md). */
export function usesSystemPrinting(platform: NodeJS.Platform): boolean {
  return platform === 'win32';
}

/** The options for printing a packet through the system. One-sided, because Electron does not say what the printer can do. */
export function spoolOptions(
  printer: string | null,
  { copies, paper, color }: Pick<PrintDocument, 'copies' | 'paper' | 'color'>,
): WebContentsPrintOptions {
  return {
    silent: true,
    ...(printer === null ? {} : { deviceName: printer }),
    copies,
    collate: true,
    duplexMode: 'simplex',
    pageSize: paper === 'a4' ? 'A4' : 'Letter',
    // The pages have margins of their own.
    margins: { marginType: 'none' },
    ...(color === undefined ? {} : { color: color === 'color' }),
  };
}

/** Failure reasons of Electron's `print` that occur before the first page is drawn. */
const NOTHING_PRINTED = ['Invalid printer settings', 'Print job canceled'];

/** Interprets the answer of Electron's `print`. */
export function spooledOf(isTaken: boolean, reason: string): Spooled {
  if (isTaken) return { kind: 'taken' };
  return { kind: NOTHING_PRINTED.includes(reason) ? 'refused' : 'unsure', detail: reason };
}
