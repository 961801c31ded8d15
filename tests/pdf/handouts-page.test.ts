/** docs/handouts.md is true: it lists the guide's documents, with the page counts of real packets. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { say } from '../../src/guide/text';
import { makePages } from '../../src/machine/pages/compose';
import { findChromium } from '../../src/preview/chromium';
import { makeBrowserPdf } from '../../src/preview/pdf';
import { guide, requestFor } from '../support/paper';

const text = readFileSync('docs/handouts.md', 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** `D13a–d` stands for four documents. */
function idsOf(cell: string): readonly string[] {
  const [, stem, from, to] = /^(D\d+)([a-z])–([a-z])$/.exec(cell) ?? [];
  if (stem === undefined || from === undefined || to === undefined) return [cell];
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
  return Array.from({ length: last - first + 1 }, (_, at) => `${stem}${String.fromCharCode(first + at)}`);
}

describe('the list of documents', () => {
  const listed = rows
    .filter(([id = '']) => /^D\d\d/.test(id))
    .flatMap(([id = '', title = '', , , limit = '']) =>
      idsOf(id).map((each) => ({ id: each, isOne: each === id, title, limit })),
    );

  it('has each of them once, with its limit and its title', () => {
    expect(listed.map(({ id }) => id).sort()).toEqual(guide.documents.map(({ id }) => id).sort());
    for (const { id, isOne, title, limit } of listed) {
      const rule = guide.documents.find((document) => document.id === id);
      expect(`${id}: ${limit}`).toBe(`${id}: ${rule?.limit.regular ?? 0} / ${rule?.limit.large ?? 0}`);
      if (isOne && rule !== undefined) expect(title).toBe(say(rule.title, 'me'));
    }
  });
});

const chromium = await findChromium();
if ('missing' in chromium) console.warn(`the page counts of docs/handouts.md were not tested: ${chromium.missing}`);

describe.skipIf('missing' in chromium)('the table of pages', () => {
  it('has the packets of one person for each stage, as they are (all of them: npm run pages)', async () => {
    if ('missing' in chromium) return;
    const [regular = ''] = text.split('Large print (18 pt)').map((part) => part.slice(part.indexOf('Regular (14 pt)')));
    const table = regular
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    const head = table[0] ?? [];
    const browser = await makeBrowserPdf(chromium);
    try {
      for (const stage of ['not-sent', 'waiting', 'more-info', 'approved', 'partial', 'denied', 'unsure']) {
        const isNo = stage === 'partial' || stage === 'denied';
        const answers = {
          who: ['me'],
          treatment: ['antibiotics'],
          leaving: ['soon'],
          insurance: ['job'],
          stage: [stage],
          ...(stage === 'waiting' ? { 'hold-up': ['unsure'] } : {}),
          ...(isNo ? { reason: ['not-necessary'], level: ['first'] } : {}),
          ...(stage === 'approved' ? {} : { urgent: ['yes'] }),
          money: ['all'],
        };
        const { pages } = await makePages(requestFor(answers, 'ticked'), browser.makePdf);
        const row = table.find(([name]) => name === stage) ?? [];
        const count = row[head.findIndex((cell) => cell === `${pages} pages`)];
        expect(`${stage}, ${pages} pages: ${count ?? 'no such column'}`).toMatch(/: \d+$/);
      }
    } finally {
      await browser.close();
    }
  });
});
