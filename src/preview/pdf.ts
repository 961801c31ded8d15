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
   * Makes a first page in each renderer ahead, so that the packet finds its fonts and its way to a PDF awake: it takes
   * about half as long. For a kiosk, where somebody waits; a command would pay for it and gain nothing.
   */
  readonly warm?: boolean;
}

interface BlankPage {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Its renderer ended while it waited. */
  readonly isDead: () => boolean;
}

/** A stuck page must not keep a person waiting. */
const PAGE_TIMEOUT_MS = 20_000;

/**
 * Makes PDFs with one headless Chromium that stays warm. Each packet gets a fresh page of its own that is gone
 * afterwards, with no script and no network; the next one is opened ahead, because opening is the slow part.
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
      // Playwright would end the program at a signal, before open print jobs are withdrawn.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  }

  function prepare(): void {
    if (blank !== null || isClosed) return;
    blank = openBlank();
    // Its failure is handled where it is awaited; a browser that closes earlier must not end the program.
    blank.catch(() => undefined);
  }

  async function takeBlank(): Promise<BlankPage> {
    const taken = blank ?? openBlank();
    blank = null;
    try {
      const ready = await taken;
      return ready.isDead() ? await openBlank() : ready;
    } catch (error) {
      // What was still to be made when the kiosk stopped must not start a browser that nobody ends.
      if (isClosed) throw error;
      // The browser died while nobody printed: one more try with a new one.
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
