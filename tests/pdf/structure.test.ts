/** The inner parts of the printed PDF: what a screen reader, a printer and a person who looks for traces find in it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Element } from 'happy-dom';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE_SIZES } from '../../src/handout';
import { readPacketPages, type PacketPages } from '../../src/handout/node/pages';
import { makePages } from '../../src/machine/pages/compose';
import { findChromium } from '../../src/preview/chromium';
import { makeBrowserPdf, type BrowserPdf } from '../../src/preview/pdf';
import { readPage, type PageText } from '../../src/renderer/pdf/page-text';
import { documentsOf, guide, PEOPLE, requestFor, spokenText, TODAY, type Print } from '../support/paper';

const chromium = await findChromium();
if ('missing' in chromium) console.warn(`the structure of the PDF was not tested: ${chromium.missing}`);

const hasPoppler = ['pdffonts', 'pdfinfo'].every((program) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program))),
);
if (!hasPoppler) console.warn('the second opinion on the PDF was not asked: poppler-utils is not installed');

const PRINTS: readonly Print[] = [
  { paper: 'letter', largePrint: false },
  { paper: 'letter', largePrint: true },
  { paper: 'a4', largePrint: false },
  { paper: 'a4', largePrint: true },
];
/** The first of the people in every size; the others, for what only they get, in the usual one. */
const CASES = PEOPLE.flatMap(({ name, answers }, at) =>
  (at === 0 ? PRINTS : PRINTS.slice(at % 4, (at % 4) + 1)).map((print) => ({
    name: `${name}, ${print.paper}, ${print.largePrint ? 18 : 14} pt`,
    answers,
    print,
  })),
);
/** ISO 32000-1 (PDF 1.7), 14.8.4: every reader knows these. */
const ROLES = new Set(
  'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form'.split(
    ' ',
  ),
);

interface Part {
  readonly role: string;
  readonly alt: string | null;
}
interface Inside {
  readonly bytes: Uint8Array;
  readonly latin1: string;
  readonly pages: PacketPages;
  readonly sizes: readonly (readonly number[])[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly marked: boolean;
  /** Title of each main heading of the outline. */
  readonly outline: readonly string[];
  readonly texts: readonly PageText[];
  readonly parts: readonly (readonly Part[])[];
}

function partsOf(node: unknown): readonly Part[] {
  if (typeof node !== 'object' || node === null || !('children' in node) || !Array.isArray(node.children)) return [];
  const role = 'role' in node ? String(node.role) : '';
  const alt = 'alt' in node && typeof node.alt === 'string' ? node.alt : null;
  // A part without content is the beginning of one that stands on the next page.
  if (node.children.length === 0) return [];
  return [{ role, alt }, ...node.children.flatMap(partsOf)];
}

async function lookInside(bytes: Uint8Array, documents: readonly string[]): Promise<Inside> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const file = await task.promise;
  const pages = await Promise.all(Array.from({ length: file.numPages }, (_, at) => file.getPage(at + 1)));
  const inside: Inside = {
    bytes,
    latin1: Buffer.from(bytes).toString('latin1'),
    pages: await readPacketPages(bytes, documents),
    sizes: pages.map(({ view }) => view),
    info: (await file.getMetadata()).info as Record<string, unknown>,
    marked: (await file.getMarkInfo())?.Marked === true,
    outline: ((await file.getOutline()) ?? []).map(({ title }) => title),
    texts: await Promise.all(pages.map(readPage)),
    parts: (await Promise.all(pages.map((page) => page.getStructTree()))).map(partsOf),
  };
  await task.destroy();
  return inside;
}

/** No white space: a line's end in the PDF is none in a page of the web. Bullets and rules of blanks are drawn. */
function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Where two long texts part, with a few words around; null where they are the same. */
function parting(found: string, wanted: string): { readonly found: string; readonly wanted: string } | null {
  if (found === wanted) return null;
  let at = 0;
  while (found[at] === wanted[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 40), at + 60);
  return { found: around(found), wanted: around(wanted) };
}

const report: { document: string; pages: string; figures: number; headings: number; lists: number; tables: number }[] =
  [];

describe.skipIf('missing' in chromium)('the PDF of a packet', () => {
  let browser: BrowserPdf;
  beforeAll(async () => {
    if ('missing' in chromium) throw new Error(chromium.missing);
    browser = await makeBrowserPdf(chromium);
  });
  afterAll(async () => {
    await browser?.close();
    const rows = report.map((row) =>
      [row.document, row.pages, row.figures, row.headings, row.lists, row.tables].map((cell) =>
        String(cell).padStart(9),
      ),
    );
    const head = ['document', 'pages', 'figures', 'headings', 'lists', 'tables'].map((cell) => cell.padStart(9));
    process.stdout.write(
      `\nPDF structure, Letter, 14 pt (tagged parts)\n${[head, ...rows].map((row) => row.join('')).join('\n')}\n`,
    );
  });

  it('has every document of the guide among these people', () => {
    const made = new Set(PEOPLE.flatMap(({ answers }) => requestFor(answers, 'offered').documents));
    expect([...made].sort()).toEqual(guide.documents.map(({ id }) => id).sort());
  });

  describe.each(CASES)('$name', ({ answers, print }) => {
    const request = requestFor(answers, 'offered', print);
    let inside: Inside;
    let sections: readonly { readonly id: string; readonly section: Element }[];
    beforeAll(async () => {
      const packet = await makePages(request, browser.makePdf);
      [inside, sections] = [await lookInside(packet.pdf, request.documents), await documentsOf(request)];
      if (print.paper !== 'letter' || print.largePrint) return;
      for (const { document, first, pages } of inside.pages.documents) {
        if (report.some((row) => row.document === document)) continue;
        const roles = inside.parts
          .slice(first - 1, first - 1 + pages)
          .flatMap((parts) => parts.map(({ role }) => role));
        const count = (pattern: RegExp): number => roles.filter((role) => pattern.test(role)).length;
        const counts = {
          figures: count(/^Figure$/),
          headings: count(/^H\d$/),
          lists: count(/^L$/),
          tables: count(/^Table$/),
        };
        report.push({ document, pages: String(pages), ...counts });
      }
    });

    it('is tagged, in a language, under a neutral title, in parts that every reader knows', () => {
      expect(inside.marked).toBe(true);
      expect(inside.info['Language']).toBe('en');
      expect(inside.info['Title']).toBe(guide.words['paper.title']);
      const roles = new Set(inside.parts.flatMap((parts) => parts.map(({ role }) => role)));
      expect([...roles].filter((role) => role !== 'Root' && !ROLES.has(role))).toEqual([]);
    });

    it('lists its documents in the outline, each on the page where it begins', () => {
      const titles = sections.map(({ section }) => section.querySelector('h1')?.textContent ?? '');
      expect(inside.outline).toEqual(titles);
      for (const [at, { first }] of inside.pages.documents.entries()) {
        expect(inside.texts[first - 1]?.text).toContain(titles[at]);
      }
    });

    it('says every word in the order of the page, on screen as on paper', () => {
      for (const { document, printed, written } of both()) {
        expect([document, parting(bare(printed), bare(written))]).toEqual([document, null]);
      }
    });

    it('keeps words apart that are apart', () => {
      const words = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
      for (const { document, printed, written } of both()) {
        expect([document, parting(words(printed), words(written))]).toEqual([document, null]);
      }
    });

    /** What the screen reads from the PDF, and what was written, by document. */
    function both(): readonly { readonly document: string; readonly printed: string; readonly written: string }[] {
      expect(inside.pages.documents.map(({ document }) => document)).toEqual(sections.map(({ id }) => id));
      return inside.pages.documents.map(({ document, first, pages }, at) => {
        const printed = inside.texts.slice(first - 1, first - 1 + pages).flatMap(({ text }) => text);
        const section = sections[at]?.section;
        return { document, printed: printed.join(' '), written: section === undefined ? '' : spokenText(section) };
      });
    }

    it('tells where one is at the head and the foot of every page', () => {
      for (const [at, { frame }] of inside.texts.entries()) {
        expect(frame.join(' ')).toContain(`Page ${at + 1} of ${inside.pages.pages}`);
      }
    });

    it('has a text for every drawing', () => {
      const figures = inside.parts.flatMap((parts) => parts.filter(({ role }) => role === 'Figure'));
      expect(figures.filter(({ alt }) => alt === null || alt.trim() === '')).toEqual([]);
      const drawn = sections.flatMap(({ section }) => [...section.querySelectorAll('svg[role=img]')]);
      expect(figures).toHaveLength(drawn.length);
      expect(
        sections.flatMap(({ section }) => [...section.querySelectorAll('img,canvas,object,embed,iframe')]),
      ).toEqual([]);
    });

    it('has the size of the paper', () => {
      const { widthPt, heightPt } = PAGE_SIZES[print.paper];
      for (const [left, bottom, right, top] of inside.sizes) {
        expect([left, bottom]).toEqual([0, 0]);
        // Chromium counts in pixels of 1/96 inch: 0.75 pt.
        expect(Math.abs((right ?? 0) - widthPt)).toBeLessThan(0.75);
        expect(Math.abs((top ?? 0) - heightPt)).toBeLessThan(0.75);
      }
    });

    it('has two real fonts inside, and no picture of a text', () => {
      const fonts = new Set(
        [...inside.latin1.matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?([\w-]+)/g)].map(([, name]) => name),
      );
      expect([...fonts].sort()).toEqual(['AtkinsonHyperlegibleNext-Bold', 'AtkinsonHyperlegibleNext-Regular']);
      expect(inside.latin1.match(/\/FontFile2 /g)?.length).toBe(2);
      expect(inside.latin1).not.toMatch(/\/Type3|\/Subtype \/Image/);
    });

    it.skipIf(!hasPoppler)('reads the same to poppler', () => {
      const folder = mkdtempSync(join(tmpdir(), 'homeward-structure-'));
      try {
        const file = join(folder, 'packet.pdf');
        writeFileSync(file, inside.bytes);
        const run = (program: string, ...args: string[]): string =>
          execFileSync(program, [...args, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
        const fonts = run('pdffonts').trim().split('\n').slice(2);
        expect(fonts).toHaveLength(2);
        for (const font of fonts) expect(font).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/);
        expect(run('pdfinfo')).toMatch(/Tagged: +yes/);
        const said = [...run('pdfinfo', '-struct-text').matchAll(/^\s*"([^]*?)"$/gm)].map(([, text]) => text ?? '');
        const words = sections.map(({ section }) => spokenText(withLetters(section)));
        expect(parting(bare(said.join('')), bare(words.join('')))).toBeNull();
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    it('tells nothing of a person, of the machine or of the minute', async () => {
      const { Creator, Producer, CreationDate, ModDate } = inside.info;
      expect(Creator).toBe('Homeward');
      expect(Producer).toMatch(/^Skia\/PDF m\d+$/);
      expect([CreationDate, ModDate]).toEqual([`D:${TODAY.replaceAll('-', '')}`, `D:${TODAY.replaceAll('-', '')}`]);
      const known = ['Author', 'Subject', 'Keywords'].filter((key) => key in inside.info);
      expect(known).toEqual([]);
      const traces = [userInfo().username, hostname(), homedir(), process.cwd(), tmpdir(), 'Mozilla', 'Linux', 'file:'];
      const open = inside.latin1.replace(/stream\r?\n[^]*?endstream/g, '');
      const text = [open, ...inside.texts.flatMap((page) => [...page.text, ...page.frame])].join('\n');
      expect(traces.filter((trace) => isWordIn(trace, text))).toEqual([]);
    });
  });

  it('is the same to the last byte when the same is printed again', async () => {
    const request = requestFor(PEOPLE[0]?.answers ?? {}, 'ticked');
    const [first, second] = [await makePages(request, browser.makePdf), await makePages(request, browser.makePdf)];
    expect(Buffer.from(second.pdf).equals(Buffer.from(first.pdf))).toBe(true);
  });
});

/** Not a part of another word, as a short name could be by chance. */
function isWordIn(word: string, text: string): boolean {
  return new RegExp(`(?<![\\w/])${word.replace(/[^\w]/g, '\\$&')}(?!\\w)`).test(text);
}

/** poppler prints the letters of a drawing, not its alternative text. */
function withLetters(section: Element): Element {
  const copy = section.cloneNode(true) as Element;
  for (const drawing of copy.querySelectorAll('svg')) drawing.removeAttribute('aria-label');
  return copy;
}
