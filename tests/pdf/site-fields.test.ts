/** What a hospital may write into its settings, on real pages: it stays on the sheet, in the typeface of the pages. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/guide/load';
import { notDrawn } from '../../src/drawings/typeface';
import { readSite } from '../../src/site/read';
import type { Site } from '../../src/site/settings';
import { makePages } from '../../src/machine/pages/compose';
import { planFor } from '../../src/plan';
import { findChromium } from '../../src/preview/chromium';
import { makeBrowserPdf, type BrowserPdf } from '../../src/preview/pdf';

const TODAY = '2026-11-23';
/** Most printers cannot print nearer to the edge. */
const OUTER_EDGE_PT = 18;
const LETTER_PT = { width: 612, height: 792 };
const answers = {
  who: ['me'],
  treatment: ['antibiotics'],
  leaving: ['soon'],
  insurance: ['job'],
  stage: ['waiting'],
  'hold-up': ['slow'],
  urgent: ['yes'],
  money: ['no'],
};

const chromium = await findChromium();
const loaded = loadGuide({ folder: 'content', language: 'en', today: TODAY });
if (!loaded.ok) throw new Error('the content is not good');
const { guide } = loaded.value;

interface Printed {
  readonly ids: readonly string[];
  readonly pages: readonly { readonly text: string; readonly outside: readonly string[] }[];
  readonly fonts: readonly string[];
}

describe.skipIf('missing' in chromium)('settings on paper', () => {
  let browser: BrowserPdf;
  beforeAll(async () => {
    if ('missing' in chromium) throw new Error(chromium.missing);
    browser = await makeBrowserPdf(chromium);
  });
  afterAll(() => browser?.close());

  async function print(settings: string, documents: readonly string[], largePrint = false): Promise<Printed> {
    const { site, problems } = readSite('site.toml', settings);
    expect(problems).toEqual([]);
    const planned = planOf(site, largePrint);
    const { pdf, documents: made } = await makePages(
      { guide, site, today: TODAY, planned, documents },
      browser.makePdf,
    );
    const fonts = [
      ...Buffer.from(pdf)
        .toString('latin1')
        .matchAll(/\/FontName\s*\/([^\s/]+)/g),
    ].map(([, name = '']) => name);
    const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
    const file = await task.promise;
    const pages = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const { items } = await (await file.getPage(number)).getTextContent();
      const lines = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
      const outside = lines.filter(({ transform, width, height }) => {
        const [left, bottom] = [Number(transform[4]), Number(transform[5])];
        const isWide = left < OUTER_EDGE_PT || left + width > LETTER_PT.width - OUTER_EDGE_PT;
        return isWide || bottom < OUTER_EDGE_PT || bottom + height > LETTER_PT.height - OUTER_EDGE_PT;
      });
      pages.push({ text: lines.map(({ str }) => str).join(' '), outside: outside.map(({ str }) => str) });
    }
    await task.destroy();
    return { ids: made.map(({ id }) => id), pages, fonts };
  }

  function planOf(site: Site, largePrint: boolean) {
    const input = {
      today: TODAY,
      answers,
      state: 'TX',
      letterDate: null,
      helpers: [],
      computedDates: true,
      largePrint,
    };
    const planned = planFor(guide, site, input);
    if (!planned.ok) throw new Error(planned.error.fix);
    return planned.value;
  }

  it.each([false, true])('80 letters of a name wrap and stay on the sheet (large print %s)', async (largePrint) => {
    const names = [
      "Northwestern Memorial Women's & Children's Medical Center of Greater Wilmington",
      `${'W'.repeat(25)} ${'W'.repeat(25)} ${'W'.repeat(25)} WW`,
    ];
    for (const name of names) {
      const { pages } = await print(`name = "${name}"\n`, ['D01', 'D10', 'D21'], largePrint);
      expect(pages.flatMap(({ outside }) => outside)).toEqual([]);
      expect(pages[0]?.text.replaceAll(' ', '')).toContain(name.replaceAll(' ', ''));
    }
  });

  it('every character that the settings take is drawn in the typeface of the pages', async () => {
    const all = Array.from({ length: 0x2200 - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at));
    const drawn = all.filter((character) => notDrawn(character).length === 0 && /\S/.test(character));
    expect(drawn.length).toBeGreaterThan(300);
    for (let at = 0; at < drawn.length; at += 70) {
      const name = `a${drawn.slice(at, at + 70).join('')}`;
      const { fonts } = await print(`name = ${JSON.stringify(name.replace(/.{20}/g, '$& '))}\n`, ['D20']);
      expect(fonts.length).toBeGreaterThan(0);
      expect(fonts.filter((font) => !font.includes('AtkinsonHyperlegibleNext'))).toEqual([]);
    }
  });

  it('no contact at all leaves lines to write on, and ten leave their numbers', async () => {
    const none = await print('', ['D01', 'D10']);
    expect(none.pages.map(({ text }) => text).join(' ')).not.toMatch(/null|undefined|Questions\? Call/);
    expect(none.pages[0]?.text).toContain('Phone');
    const roles = ['unit', 'case-manager', 'social-worker', 'infusion-company', 'doctor-office', 'navigator'];
    const ten = [...roles, ...roles.slice(0, 4)].map(
      (role, at) => `[[unit_contacts]]\nrole = "${role}"\nphone = "512-555-01${10 + at}"\n`,
    );
    const { pages, ids } = await print(ten.join(''), ['D01', 'D10']);
    expect(ids).toEqual(['D01', 'D10']);
    expect(pages).toHaveLength(2);
    expect(pages[1]?.text).toMatch(/512-555-0111.*512-555-0113.*512-555-0112/);
    expect(pages[0]?.text).toContain('Call 512-555-0110');
  });

  it('a cover sheet lies first and counts as a page', async () => {
    const { ids, pages } = await print('[pages]\ncover_sheet = true\n', ['D01', 'D10']);
    expect(ids).toEqual(['D23', 'D01', 'D10']);
    expect(pages[0]?.text).toContain('Pages in this packet, with this one: 3');
    expect(pages[0]?.text).not.toMatch(/insur|plan|\bIV\b|medic/i);
    expect(pages[1]?.text).toContain('Page 2 of 3');
    // A page that is to be shown, not hidden.
    expect((await print('[pages]\ncover_sheet = true\n', ['D22'])).ids).toEqual(['D22']);
  });

  it('the other guides stand with their addresses', async () => {
    const { pages } = await print('[pages]\nguides_address = "https://hospital.example/guides"\n', ['D20']);
    expect(pages[0]?.text).toContain('hospital.example/guides/opat');
    const without = await print('', ['D20']);
    expect(without.pages[0]?.text).toContain('Outpatient IV Antibiotics');
    expect(without.pages[0]?.text).not.toContain('example');
  });
});
