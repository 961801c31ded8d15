/**
 * `npm run pages`: how many sheets every packet has, counted in real PDFs, written into docs/handouts.md between its two
 * marks. A document begins on a new page, so a packet is the sum of its documents, and each version of a document is
 * laid out once, however many people get it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { packetHtml } from '../../src/machine/pages/compose';
import { plannerFor } from '../../src/plan';
import type { AnswerSet } from '../../src/plan/model';
import { findChromium } from '../../src/preview/chromium';
import { makeBrowserPdf } from '../../src/preview/pdf';
import { idOf, layOut, splitPacket, type Content, type Laid, type SplitPacket } from '../support/contents';
import { guide, INSURANCES, requestFor, type Print } from '../support/paper';

const FILE = 'docs/handouts.md';
const [BEGIN, END] = ['<!-- npm run pages: begin -->', '<!-- npm run pages: end -->'];
const STAGES = ['not-sent', 'waiting', 'more-info', 'approved', 'partial', 'denied', 'unsure'];
const LEAVING = ['today', 'soon', 'home', 'unsure'];
const URGENT = ['yes', 'no', 'unsure'];
const MONEY = ['all', 'no'];

interface Packet extends SplitPacket {
  readonly stage: string;
}

/**
 * All people, by what the packet rule looks at: insurance, stage, leaving, urgency, money
 * (docs/evidence/product-anchors.md §4.1).
 */
function* everybody(): Generator<AnswerSet> {
  for (const leaving of LEAVING) {
    for (const money of MONEY) {
      const rest = { who: ['me'], treatment: ['antibiotics'], leaving: [leaving], money: [money] };
      for (const urgent of URGENT) yield { ...rest, insurance: ['none'], urgent: [urgent] };
      for (const insurance of INSURANCES) {
        for (const stage of STAGES) {
          for (const urgent of URGENT) {
            const all: AnswerSet = {
              ...rest,
              insurance: [insurance],
              stage: [stage],
              urgent: [urgent],
              'hold-up': ['unsure'],
              reason: ['not-necessary'],
              level: ['first'],
            };
            const path = new Set(plannerFor(guide).pathOf(all));
            // Who was approved is not asked whether waiting hurts.
            if (!path.has('urgent') && urgent !== 'no') continue;
            yield Object.fromEntries(Object.entries(all).filter(([question]) => path.has(question)));
          }
        }
      }
    }
  }
}

export async function main(): Promise<number> {
  const found = await findChromium();
  if ('missing' in found) {
    process.stderr.write(`No pages can be counted: ${found.missing}\n`);
    return 1;
  }
  const browser = await makeBrowserPdf(found);
  try {
    const tables: string[] = [];
    const tooLong = new Set<string>();
    for (const largePrint of [false, true]) {
      const print: Print = { paper: 'letter', largePrint };
      const packets: Packet[] = [];
      for (const answers of everybody()) {
        const split = splitPacket(await packetHtml(requestFor(answers, 'ticked', print)));
        packets.push({ ...split, stage: answers['stage']?.[0] ?? 'no insurance' });
      }
      const laid = await layOut(packets, print, browser);
      for (const [content, { pages }] of laid) {
        const { id, limit } = limitOf(content, largePrint);
        if (pages > limit) tooLong.add(`${id} has ${pages} of ${limit} pages (${largePrint ? 18 : 14} pt)`);
      }
      tables.push(tableOf(packets, laid, largePrint));
      process.stdout.write(`${packets.length} packets of ${laid.size} contents\n`);
    }
    const text = readFileSync(FILE, 'utf8');
    const [before, after] = [text.split(BEGIN)[0] ?? '', text.split(END)[1] ?? ''];
    writeFileSync(FILE, `${before}${BEGIN}\n\n${tables.join('\n\n')}\n\n${END}${after}`);
    for (const line of tooLong) process.stdout.write(`${line}\n`);
    return tooLong.size === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
}

function limitOf(content: Content, largePrint: boolean): { readonly id: string; readonly limit: number } {
  const id = idOf(content);
  const rule = guide.documents.find((document) => document.id === id);
  if (rule === undefined) throw new Error(`the guide has no document ${id}`);
  return { id, limit: largePrint ? rule.limit.large : rule.limit.regular };
}

function tableOf(packets: readonly Packet[], laid: ReadonlyMap<Content, Laid>, largePrint: boolean): string {
  const sum = ({ contents }: Packet): number =>
    contents.reduce((all, content) => all + (laid.get(content)?.pages ?? 0), 0);
  const sums = packets.map((packet) => ({ stage: packet.stage, pages: sum(packet) }));
  const counts = [...new Set(sums.map(({ pages }) => pages))].sort((a, b) => a - b);
  const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const rows = [...STAGES, 'no insurance', null].map((stage) => {
    const of = sums.filter((each) => stage === null || each.stage === stage);
    const cells = counts.map((count) => of.filter(({ pages }) => pages === count).length);
    return row([stage ?? '**all**', of.length, ...cells.map((cell) => (cell === 0 ? '' : cell))]);
  });
  return [
    `${largePrint ? 'Large print (18 pt)' : 'Regular (14 pt)'}, Letter, one-sided:`,
    '',
    row(['Stage', 'packets', ...counts.map((count) => `${count} pages`)]),
    row(['---', '---:', ...counts.map(() => '---:')]),
    ...rows,
  ].join('\n');
}
