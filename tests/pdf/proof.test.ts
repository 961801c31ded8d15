/** The proof pack: everything a patient can read, in one file that can be compared between versions. */
import { resolve } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { openContent, type OpenedContent } from '../../src/commands/content-folder';
import { main } from '../../src/commands/content-proof';
import { makeProof, proofPages } from '../../src/commands/proof';
import { headingsOf, proofHtml, type ProofPages } from '../../src/commands/proof/page';
import { plainLines } from '../../src/guide/text';
import { findChromium } from '../../src/preview/chromium';
import { makeBrowserPdf } from '../../src/preview/pdf';

const found = await findChromium();
if ('missing' in found) console.warn(`the PDF of the proof pack was not tested: ${found.missing}`);

let content: OpenedContent;
let pages: ProofPages;
let html: string;
beforeAll(async () => {
  const opened = openContent([resolve('content')]);
  if (!opened.ok) throw new Error(opened.lines.join('\n'));
  content = opened;
  pages = await proofPages(content, '2026-11-23');
  html = proofHtml(pages, new Map());
});

/** The words of markup or of a text in the patient's voice, without tags. */
const bare = (text: string): string =>
  text
    .replace(/\{([^{}|]*)\|[^{}]*\}/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replaceAll('**', '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

describe('the proof pack', () => {
  it('holds every text that a patient can read', () => {
    const { guide } = content;
    const texts = [
      ...guide.questions.flatMap(({ title, hint, why, answers }) => [
        title,
        hint ?? '',
        why ?? '',
        ...answers.flatMap((answer) => [answer.label, answer.hint ?? '']),
      ]),
      ...guide.messages.map(({ text }) => text),
      ...guide.steps.flatMap(({ text, why }) => [text, why]),
      ...guide.overlays.flatMap(({ title, short, parts }) => [title, short, ...parts.map(({ text }) => text)]),
      ...guide.complaints.map(({ text }) => text),
      ...guide.help.flatMap(({ title, outcomes }) => [title, ...outcomes.map(({ reason }) => reason)]),
      ...guide.people.flatMap(({ name, does, asks }) => [name, does, ...asks]),
      ...guide.cards.flatMap(({ title, body }) => [title, ...plainLines(body)]),
      ...guide.atoms.map(({ text }) => text),
      ...guide.terms.map(({ plain }) => plain),
      ...Object.values(guide.words),
      ...guide.contacts.map(({ name }) => name),
      ...guide.states.map(({ name }) => name),
    ];
    const shown = bare(html);
    expect(texts.length).toBeGreaterThan(900);
    expect(texts.filter((text) => !shown.includes(bare(text)))).toEqual([]);
  });

  it('shows every document, with every part that it can have', () => {
    const shown = new Set(pages.packets.flatMap(({ documents }) => documents));
    expect(content.guide.order.filter((id) => !shown.has(id))).toEqual([]);
    const printed = bare(pages.packets.map(({ body }) => body).join(' '));
    for (const document of content.guide.documents) {
      for (const block of document.blocks) {
        if (block.kind !== 'text') continue;
        const [line = ''] = plainLines(block.body);
        const voices = [line, line.replace(/\{([^{}|]*)\|([^{}]*)\}/g, '$2')].map(bare);
        expect(
          voices.some((voice) => printed.includes(voice)),
          `${document.id}: ${line}`,
        ).toBe(true);
      }
    }
  });

  it('names what is withheld, with the reason', () => {
    const shown = bare(html);
    expect(content.evidence.withheld.length).toBeGreaterThan(10);
    for (const { fact, why } of content.evidence.withheld) expect(shown).toContain(`${bare(fact)}${bare(why)}`);
  });

  it('is the same for the same content, but for the date', async () => {
    const again = proofHtml(await proofPages(content, '2026-11-23'), new Map());
    expect(again === html).toBe(true);
    const coverOf = (text: string): string => /<section class="proof">[\s\S]*?<\/section>/.exec(text)?.[0] ?? '';
    const later = proofHtml({ ...pages, today: '2026-12-24' }, new Map());
    expect(coverOf(later).replace('2026-12-24', '2026-11-23')).toBe(coverOf(html));
  });

  it('says what is missing where there is no Chromium, or no such place', async () => {
    const written: string[] = [];
    const write = process.stderr.write;
    process.stderr.write = (line) => written.push(String(line)) > 0;
    try {
      expect(await main(['nowhere'])).toBe(2);
      expect(await main(['--colour'])).toBe(2);
    } finally {
      process.stderr.write = write;
    }
    expect(written.join('')).toMatch(/nowhere is not a folder.*\n.*usage: npm run content:proof/);
  });

  it.skipIf('missing' in found)(
    'prints with contents that lead to the right pages',
    async () => {
      if ('missing' in found) return;
      const browser = await makeBrowserPdf(found);
      try {
        const { pdf, pages: count } = await makeProof(content, browser.makePdf);
        const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
        expect(file.numPages).toBe(count);
        const textOf = async (number: number): Promise<string> => {
          const { items } = await (await file.getPage(number)).getTextContent();
          return items.map((item) => ('str' in item ? item.str : '')).join('');
        };
        const contents = await textOf(1);
        expect(headingsOf(pages).length).toBeGreaterThan(40);
        for (const { title } of pages.parts) {
          const number = Number(new RegExp(`${title.replace(/[.*+?()]/g, '\\$&')}\\s*(\\d+)`).exec(contents)?.[1]);
          expect(await textOf(number), title).toContain(`${number}${title}`);
        }
      } finally {
        await browser.close();
      }
    },
    180_000,
  );
});
