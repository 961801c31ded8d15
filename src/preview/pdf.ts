import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { pageRanges, type PacketPdfMaker } from '../machine/pdf';
import type { FoundChromium } from './chromium';

export interface BrowserPdf {
  readonly makePdf: PacketPdfMaker;
  close(): Promise<void>;
}

interface BlankPage {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** A page that hangs must not hold a person up for ever. */
const PAGE_TIMEOUT_MS = 20_000;

/**
 * Makes PDFs with one headless Chromium that stays warm. Each packet gets a fresh page of its own that is gone
 * afterwards, with no script and no network; the next one is opened ahead, because opening is the slow part.
 */
export async function makeBrowserPdf({ executablePath, args }: FoundChromium): Promise<BrowserPdf> {
  let browser: Promise<Browser> = launch();
  await browser;
  let blank: Promise<BlankPage> | null = null;
  prepare();

  return {
    async makePdf(html, { pages }) {
      const { context, page } = await takeBlank();
      try {
        await page.setContent(html, { waitUntil: 'load' });
        await page.evaluate('document.fonts.ready.then(() => undefined)');
        return await page.pdf({
          tagged: true,
          outline: true,
          preferCSSPageSize: true,
          printBackground: true,
          pageRanges: pageRanges(pages),
        });
      } finally {
        prepare();
        await context.close().catch(() => undefined);
      }
    },
    async close() {
      await (await browser).close();
    },
  };

  function launch(): Promise<Browser> {
    return chromium.launch({
      executablePath,
      args: [...args],
      headless: true,
      // Playwright would end the program at a signal, before open print jobs are taken back.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  }

  function prepare(): void {
    if (blank !== null) return;
    blank = openBlank();
    // Met by the one who takes it; a closed browser must not end the program before.
    blank.catch(() => undefined);
  }

  async function takeBlank(): Promise<BlankPage> {
    const taken = blank ?? openBlank();
    blank = null;
    try {
      return await taken;
    } catch {
      // The browser died while nobody printed: one more try with a new one.
      browser = launch();
      return openBlank();
    }
  }

  async function openBlank(): Promise<BlankPage> {
    const context = await (await browser).newContext({ javaScriptEnabled: false, offline: true });
    context.setDefaultTimeout(PAGE_TIMEOUT_MS);
    return { context, page: await context.newPage() };
  }
}
