/** The packet as it reaches a printer: made by a real Chromium, read back with pdf.js. */
import { chromium, type Browser } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composePacket, PAGE_SIZES, packetOrder, type Paper } from '../../src/handout';
import { guide, planned, view } from '../support/worst-case';
import { fontCss } from '../../src/handout/fonts';
import { peopleToCall } from '../../src/handout/plan-page';
import { readPacketPages, type PacketPages } from '../../src/handout/node/pages';
import { findChromium } from '../../src/preview/chromium';

const found = await findChromium();
if ('missing' in found) console.warn(`PDF tests did not run: ${found.missing}`);

/** Most printers cannot print nearer to the edge. */
const OUTER_EDGE_PT = 18;
const DOCUMENTS = packetOrder(
  guide,
  guide.documents.map(({ id }) => id),
);

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}
interface Packet {
  readonly bytes: Uint8Array;
  readonly pages: PacketPages;
  readonly lines: readonly (readonly Line[])[];
  readonly sizes: readonly (readonly number[])[];
  readonly language: unknown;
  readonly title: unknown;
  readonly tagged: boolean;
  readonly outline: readonly string[];
  readonly alternatives: readonly string[];
}

/** All `alt` texts of a structure tree. */
function altsOf(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'alt' in node && typeof node.alt === 'string' ? [node.alt] : [];
  const children = 'children' in node && Array.isArray(node.children) ? node.children.flatMap(altsOf) : [];
  return [...own, ...children];
}

async function inspect(bytes: Uint8Array): Promise<Packet> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const file = await task.promise;
  const { info } = await file.getMetadata();
  const pages = await Promise.all(Array.from({ length: file.numPages }, (_, at) => file.getPage(at + 1)));
  const packet: Packet = {
    bytes,
    pages: await readPacketPages(bytes, DOCUMENTS),
    lines: await Promise.all(
      pages.map(async (page) =>
        (await page.getTextContent()).items.flatMap((item): readonly Line[] => {
          if (!('str' in item) || item.str.trim() === '') return [];
          const [left, bottom] = [Number(item.transform[4]), Number(item.transform[5])];
          return [{ text: item.str, left, bottom, right: left + item.width, top: bottom + item.height }];
        }),
      ),
    ),
    sizes: pages.map((page) => page.view),
    language: 'Language' in info ? info.Language : null,
    title: 'Title' in info ? info.Title : null,
    tagged: (await file.getMarkInfo())?.Marked === true,
    outline: ((await file.getOutline()) ?? []).map((heading) => heading.title),
    alternatives: (await Promise.all(pages.map((page) => page.getStructTree()))).flatMap(altsOf),
  };
  await task.destroy();
  return packet;
}

const VARIANTS = [
  { paper: 'letter', largePrint: false },
  { paper: 'letter', largePrint: true },
  { paper: 'a4', largePrint: false },
  { paper: 'a4', largePrint: true },
] as const;

describe.skipIf('missing' in found)('the printed packet', () => {
  let browser: Browser;

  beforeAll(async () => {
    if ('missing' in found) return;
    browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args] });
  });
  afterAll(() => browser?.close());

  async function print(paper: Paper, largePrint: boolean): Promise<Packet> {
    const html = await composePacket({
      guide,
      planned: { ...planned, input: { ...planned.input, largePrint } },
      documents: DOCUMENTS,
      settings: {
        paper,
        siteName: 'Riverside General Hospital',
        unitPhone: '(555) 010-9000',
        guidesAddress: null,
      },
      fontCss,
    });
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.setContent(html);
    const bytes = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true });
    await page.close();
    return inspect(bytes);
  }

  describe.each(VARIANTS)('$paper, large print $largePrint', ({ paper, largePrint }) => {
    let packet: Packet;
    const pagesOf = (document: string): number =>
      packet.pages.documents.find((candidate) => candidate.document === document)?.pages ?? 0;
    const textOf = (page: number): string => (packet.lines[page - 1] ?? []).map((line) => line.text).join(' ');

    beforeAll(async () => {
      packet = await print(paper, largePrint);
    });

    it('has the size of the paper on every page', () => {
      const { widthPt, heightPt } = PAGE_SIZES[paper];
      for (const [, , width = 0, height = 0] of packet.sizes) {
        expect(Math.abs(width - widthPt)).toBeLessThan(1);
        expect(Math.abs(height - heightPt)).toBeLessThan(1);
      }
    });

    it('is tagged, in its language, with a neutral title and one heading a document', () => {
      expect(packet.tagged).toBe(true);
      expect(packet.language).toBe('en');
      expect(packet.title).toBe('My pages');
      expect(packet.outline).toEqual(
        DOCUMENTS.map((id) => guide.documents.find((rule) => rule.id === id)?.title.replace(/\{(.*)\|.*\}/, '$1')),
      );
    });

    it('gives every drawing its words', () => {
      expect(packet.alternatives).toContain(
        'A path of 4 stones leads from the hospital door to a house with a lit window. You are at stone 4.',
      );
      expect(packet.alternatives).toContain('A house with a lit window: the path ends here.');
    });

    it('embeds real fonts, none drawn as Type 3', () => {
      const raw = Buffer.from(packet.bytes).toString('latin1');
      expect(raw).toMatch(/AtkinsonHyperlegibleNext-Regular/);
      expect(raw).toMatch(/AtkinsonHyperlegibleNext-Bold/);
      expect(raw).not.toMatch(/\/Type3\b/);
    });

    it('keeps every word on the sheet', () => {
      const { widthPt, heightPt } = PAGE_SIZES[paper];
      const outside = packet.lines.flat().filter((line) => {
        const inWidth = line.left >= OUTER_EDGE_PT && line.right <= widthPt - OUTER_EDGE_PT;
        return !inWidth || line.bottom < OUTER_EDGE_PT || line.top > heightPt - OUTER_EDGE_PT;
      });
      expect(outside).toEqual([]);
    });

    it('numbers every page over the whole packet and names its document', () => {
      for (const { document, first, pages } of packet.pages.documents) {
        for (let page = first; page < first + pages; page += 1) {
          expect(textOf(page)).toContain(`Page ${page} of ${packet.pages.pages}`);
          expect(textOf(page)).toMatch(new RegExp(`${document}\\s·\\s${guide.version}`));
        }
      }
    });

    it('has page 1 in full at its worst', () => {
      expect(pagesOf('D01')).toBe(largePrint ? 2 : 1);
      const text = [1, 2].slice(0, pagesOf('D01')).map(textOf).join(' ').replace(/\s+/g, ' ');
      for (const words of [view.mainMessage, view.emergency, ...view.steps.map((step) => step.text)]) {
        expect(text).toContain(words);
      }
      for (const { name } of peopleToCall(view)) expect(text).toContain(name);
      expect(text).toContain('Nights and weekends, call');
    });

    it('keeps the people, the log and the four steps to their pages', () => {
      const most = largePrint ? 2 : 1;
      for (const document of ['D04', 'D10', 'D11']) expect(pagesOf(document)).toBeLessThanOrEqual(most);
    });

    it('ends the headings of the call log on one line', () => {
      const first = packet.pages.documents.find(({ document }) => document === 'D11')?.first ?? 0;
      const bottomOf = (end: string): number =>
        (packet.lines[first - 1] ?? []).find((line) => line.text.trimEnd().endsWith(end))?.bottom ?? Number.NaN;
      expect(Math.abs(bottomOf('time') - bottomOf('phone'))).toBeLessThan(1);
      expect(Math.abs(bottomOf('time') - bottomOf('when'))).toBeLessThan(1);
    });

    it('keeps two ladders of five levels to their pages', () => {
      expect(pagesOf('D08')).toBeLessThanOrEqual(largePrint ? 3 : 2);
    });
  });
});
