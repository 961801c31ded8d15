/** The pages as a printer puts them on paper: ink, QR codes, and both again after two photocopies. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { beforeAll, describe, expect, it } from 'vitest';
import { packetOrder } from '../../src/handout';
import { loadGuide } from '../../src/guide/load';
import { readSiteFile } from '../../src/site/node/files';
import { makePages } from '../../src/machine/pages/compose';
import { planFor } from '../../src/plan';
import { findChromium } from '../../src/preview/chromium';
import { makeBrowserPdf } from '../../src/preview/pdf';

const TODAY = '2026-11-23';
const DPI = 150;
const WITH_CODES: readonly string[] = ['D12', 'D15', 'D20'];
/** The 180th day after the date of the letter, as an entry that tells nothing of the person (RFC 5545). */
const LAST_DAY = [
  'BEGIN:VEVENT',
  'UID:20270501@homeward.invalid',
  'DTSTAMP:20261123T000000Z',
  'DTSTART;VALUE=DATE:20270501',
  'SUMMARY:Last day to send papers. The letter may say an earlier day.',
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
].join('\r\n');
const chromium = await findChromium();
const missing = 'missing' in chromium ? chromium.missing : missingPoppler();
if (missing !== null) console.warn(`Raster tests did not run: ${missing}`);

function missingPoppler(): string | null {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'pdftoppm is not installed (apt-get install poppler-utils)';
  }
}

/** Gray values; 0 is black. */
interface Raster {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** A binary PGM: `P5`, width, height, 255, then one byte a pixel. */
function readPgm(bytes: Uint8Array): Raster {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));
  if (head === null) throw new Error('not a PGM');
  return { width: Number(head[1]), height: Number(head[2]), grey: bytes.subarray(head[0].length) };
}

function rasterise(pdf: Uint8Array): readonly Raster[] {
  const folder = mkdtempSync(join(tmpdir(), 'raster-'));
  try {
    const file = join(folder, 'pages.pdf');
    writeFileSync(file, pdf);
    execFileSync('pdftoppm', ['-r', String(DPI), '-gray', file, join(folder, 'page')]);
    const pages = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
    return pages.sort().map((name) => readPgm(new Uint8Array(readFileSync(join(folder, name)))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Percent of the page that is covered with ink; gray counts in part. */
function inkOf({ grey }: Raster): number {
  return (100 * grey.reduce((sum, level) => sum + (255 - level), 0)) / (255 * grey.length);
}

/** One generation of a photocopier: each point is blurred with its neighbors, then made black or white. */
function photocopy({ width, height, grey }: Raster): Raster {
  const copy = new Uint8Array(grey.length).fill(255);
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      let sum = 0;
      for (const row of [y - 1, y, y + 1]) {
        const at = row * width + x;
        sum += (grey[at - 1] ?? 255) + (grey[at] ?? 255) + (grey[at + 1] ?? 255);
      }
      copy[y * width + x] = sum / 9 < 128 ? 0 : 255;
    }
  }
  return { width, height, grey: copy };
}

/** The part of a page between two columns. */
function between({ width, height, grey }: Raster, from: number, to: number): Raster {
  const part = new Uint8Array((to - from) * height);
  for (let y = 0; y < height; y += 1) part.set(grey.subarray(y * width + from, y * width + to), y * (to - from));
  return { width: to - from, height, grey: part };
}

/** Every code of a page. A reader may take two side by side for one, so each half is read too. */
function codesOf(page: Raster): readonly string[] {
  const middle = Math.floor(page.width / 2);
  const parts = [page, between(page, 0, middle), between(page, middle, page.width)];
  return [...new Set(parts.flatMap(codesIn))];
}

/** Every code: each is painted over once it was read, and the rest is read again. */
function codesIn({ width, height, grey }: Raster): readonly string[] {
  const pixels = new Uint8ClampedArray(grey.length * 4);
  grey.forEach((level, at) => pixels.set([level, level, level, 255], at * 4));
  const codes: string[] = [];
  for (let found = jsQR(pixels, width, height); found !== null; found = jsQR(pixels, width, height)) {
    // White paper between three squares reads as a code that holds nothing.
    if (found.data !== '') codes.push(found.data);
    const { topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner } = found.location;
    // Where the squares belong to different codes, a corner may be anywhere; the box around all of them holds some ink.
    const corners = [topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner];
    const [left, right] = edges(corners.map(({ x }) => x));
    const [top, bottom] = edges(corners.map(({ y }) => y));
    for (let y = top; y < bottom; y += 1) pixels.fill(255, (y * width + left) * 4, (y * width + right) * 4);
  }
  return codes;
}

/** A little outside the smallest and the largest. */
function edges(values: readonly number[]): readonly [least: number, greatest: number] {
  return [Math.max(0, Math.floor(Math.min(...values)) - 4), Math.ceil(Math.max(...values)) + 4];
}

describe.skipIf(missing !== null).each([false, true])('pages on paper, large print %s', (largePrint) => {
  let pages: readonly { readonly document: string; readonly raster: Raster; readonly codes: readonly string[] }[] = [];
  const allowed = new Set<string>();

  beforeAll(async () => {
    if ('missing' in chromium) return;
    const loaded = loadGuide({ folder: 'content', language: 'en', today: TODAY });
    if (!loaded.ok) throw new Error('the content is not good');
    const { guide } = loaded.value;
    const guidesAddress = 'https://hospital.example/guides/';
    const { site: settings } = readSiteFile({ named: null, dataFolder: null });
    const site = { ...settings, pages: { coverSheet: false, guidesAddress } };
    for (const { id } of guide.related) allowed.add(guidesAddress + id);
    const answers = {
      who: ['me'],
      treatment: ['unsure'],
      leaving: ['today'],
      insurance: ['bought'],
      stage: ['denied'],
      reason: ['none'],
      level: ['first'],
      urgent: ['no'],
      money: ['no'],
    };
    const input = { today: TODAY, answers, state: 'TX', letterDate: '2026-11-02', helpers: [], computedDates: true };
    const planned = planFor(guide, site, { ...input, largePrint });
    if (!planned.ok) throw new Error(planned.error.fix);
    const { view } = planned.value;
    for (const { web } of view.contacts) if (web !== null) allowed.add(`https://${web}`);
    const staff = guide.documents.filter(({ audience }) => audience === 'staff');
    const documents = packetOrder(
      guide,
      [...view.documents, ...staff].map(({ id }) => id),
    );
    const browser = await makeBrowserPdf(chromium);
    try {
      const packet = await makePages({ guide, site, today: TODAY, planned: planned.value, documents }, browser.makePdf);
      const owners = packet.documents.flatMap(({ id, pages: count }) => Array.from({ length: count }, () => id));
      pages = rasterise(packet.pdf).map((raster, at) => ({
        document: owners[at] ?? '',
        raster,
        // Reading takes a second a page; compose.test.ts tells that no other page draws a code.
        codes: WITH_CODES.includes(owners[at] ?? '') ? codesOf(raster) : [],
      }));
    } finally {
      await browser.close();
    }
  }, 120_000);

  it('carry between 0.3 and 15 percent of ink, the cover sheet and the printer test aside', () => {
    const outside = pages
      .filter(({ document }) => document !== 'D23' && document !== 'D24b')
      .map(({ document, raster }) => ({ document, ink: inkOf(raster) }))
      .filter(({ ink }) => ink < 0.3 || ink > 15);
    expect(outside).toEqual([]);
  });

  it('hold only codes that lead to a printed address, or one day for the calendar', () => {
    const all = pages.flatMap(({ document, codes }) => codes.map((code) => ({ document, code })));
    expect(all).toContainEqual({
      document: 'D12',
      code: LAST_DAY,
    });
    const addresses = all.filter(({ document }) => document !== 'D12');
    expect(new Set(addresses.map(({ document }) => document))).toEqual(new Set(['D15', 'D20']));
    for (const { code } of addresses) expect([...allowed]).toContain(code);
  });

  it('have at most two codes each', () => {
    for (const { codes } of pages) expect(codes.length).toBeLessThanOrEqual(2);
  });

  it('can still be scanned after two photocopies', () => {
    const scanned = pages.filter(({ codes }) => codes.length > 0);
    expect(scanned.length).toBeGreaterThanOrEqual(2);
    // Which of two a reader meets first is chance.
    for (const { raster, codes } of scanned) {
      expect([...codesOf(photocopy(photocopy(raster)))].sort()).toEqual([...codes].sort());
    }
  });
});
