import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { WARM_UP } from '../handout/warm-up';
import { pageRanges, type PacketPdfMaker } from '../machine/pages/pdf';
import type { FoundChromium } from './chromium';

export interface BrowserPdf {
  readonly makePdf: PacketPdfMaker;
  close(): Promise<void>;
}

export interface BrowserPdfOptions {
  /**
   * Prints a small page in each renderer ahead of time, so that fonts and PDF code are loaded and a packet takes about
   * half as long. For a kiosk, where somebody waits; a command prints once and would gain nothing.
   */
  readonly warm?: boolean;
}

interface BlankPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Whether its renderer crashed while it waited. */
  readonly isDead: () => boolean;
}

/** A person must not wait longer for a stuck page. */
const PAGE_TIMEOUT_MS = 20_000;

/**
 * Makes PDFs with one headless Chromium that keeps running. Each packet gets a new page without scripts or network, which
 * is closed afterwards. The next page is opened ahead of time, because opening is slow.
 */
export async function makeBrowserPdf(
  { executablePath, args }: FoundChromium,
  { warm = false }: BrowserPdfOptions = {},
): Promise<BrowserPdf> {
  let browser: Promise<Browser> = launch();
  await browser;
  let blank: Promise<BlankPage> | null = null;
  let isClosed = false;
  prepare();

  return {
    async makePdf(html, { pages }) {
      const { context, page } = await takeBlank();
      try {
        return await print(page, html, pageRanges(pages));
      } finally {
        prepare();
        await context.close().catch(() => undefined);
      }
    },
    async close() {
      isClosed = true;
      await (await browser).close();
    },
  };

  function launch(): Promise<Browser> {
    return chromium.launch({
      executablePath,
      args: [...args],
      headless: true,
      // Otherwise Playwright ends the program at a signal, before open print jobs are withdrawn.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  }

  function prepare(): void {
    if (blank !== null || isClosed) return;
    blank = openBlank();
    // A failure is handled where this is awaited. A browser that closes earlier must not end the program.
    blank.catch(() => undefined);
  }

  async function takeBlank(): Promise<BlankPage> {
    const taken = blank ?? openBlank();
    blank = null;
    try {
      const ready = await taken;
      return ready.isDead() ? await openBlank() : ready;
    } catch (error) {
      // After close, do not launch a browser that nothing would close.
      if (isClosed) throw error;
      // The browser died between packets: try once more with a new one.
      browser = launch();
      return openBlank();
    }
  }

  async function openBlank(): Promise<BlankPage> {
    const context = await (await browser).newContext({ javaScriptEnabled: false, offline: true });
    context.setDefaultTimeout(PAGE_TIMEOUT_MS);
    const page = await context.newPage();
    let isDead = false;
    page.once('crash', () => {
      isDead = true;
    });
    if (warm) await print(page, WARM_UP, '');
    return { context, page, isDead: () => isDead };
  }
}

async function print(page: Page, html: string, ranges: string): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: 'load' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  return page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true, pageRanges: ranges });
}
