/**
 * The print rows of the bench: what a person waits for, through the machine's own calls. In the same run it
 * measures the two usual ways to make such pages, where they are installed (docs/design/quality.md "Figures to reach").
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Window } from 'happy-dom';
import type { CallName, InputOf, OutputOf } from '../../src/contract/table';
import { readSiteFile } from '../../src/site/node/files';
import { makeCompose, packetHtml } from '../../src/machine/pages/compose';
import { makeMachine } from '../../src/machine/machine';
import type { PacketPdfMaker } from '../../src/machine/pages/pdf';
import type { FoundChromium } from '../../src/preview/chromium';
import { makeBrowserPdf } from '../../src/preview/pdf';
import { makePrinter } from '../../src/printer';
import { systemClock } from '../../src/basics/clock';
import { startFakePrinter } from '../support/fake-printer';
import { guide, LETTER_DATE, requestFor, TODAY } from '../support/paper';

const ROUNDS = 25;
const run = promisify(execFile);

/** Six pages at 14 pt. */
const ANSWERS = {
  who: ['me'],
  treatment: ['antibiotics'],
  leaving: ['home'],
  insurance: ['bought'],
  stage: ['denied'],
  reason: ['not-necessary'],
  level: ['first'],
  urgent: ['no'],
  money: ['all'],
};

export interface PrintFigures {
  readonly pages: number;
  /** "My pages" opened → the machine has the packet; its renderer was ready before. */
  readonly preparedMs: readonly number[];
  /** "Print" touched → the printer took the job. */
  readonly acceptedMs: readonly number[];
  /** Both together; nothing but the renderer was ready before. */
  readonly togetherMs: readonly number[];
  /** The same with a browser that has to start; nothing was ready before. */
  readonly fromNothingMs: readonly number[];
  /** The same text from a word processor's file; null where LibreOffice is not installed. */
  readonly libreOfficeMs: readonly number[] | null;
  /** The same page of HTML; null where WeasyPrint is not installed. */
  readonly weasyPrintMs: readonly number[] | null;
}

/** The ways take turns, so that other load on this machine slows all of them alike. */
export async function measurePrint(found: FoundChromium): Promise<PrintFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-bench-'));
  const fake = await startFakePrinter();
  const browser = await makeBrowserPdf(found, { warm: true });
  const others = await otherWays(folder);
  const kiosk = openKiosk(fake.uri, browser.makePdf);
  try {
    const [preparedMs, acceptedMs, fromNothingMs]: [number[], number[], number[]] = [[], [], []];
    const [libreOfficeMs, weasyPrintMs]: [number[], number[]] = [[], []];
    let pages = 0;
    for (let at = 0; at < ROUNDS; at += 1) {
      const one = await kiosk.print();
      pages = one.pages;
      preparedMs.push(one.preparedMs);
      acceptedMs.push(one.acceptedMs);
      fromNothingMs.push(await printFromNothing(fake.uri, found));
      if (others.libreOffice !== null) libreOfficeMs.push(await timed(others.libreOffice));
      if (others.weasyPrint !== null) weasyPrintMs.push(await timed(others.weasyPrint));
    }
    return {
      pages,
      preparedMs,
      acceptedMs,
      togetherMs: preparedMs.map((ms, at) => ms + (acceptedMs[at] ?? 0)),
      fromNothingMs,
      libreOfficeMs: others.libreOffice === null ? null : libreOfficeMs,
      weasyPrintMs: others.weasyPrint === null ? null : weasyPrintMs,
    };
  } finally {
    await kiosk.close();
    await browser.close();
    await fake.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Once {
  readonly pages: number;
  readonly preparedMs: number;
  readonly acceptedMs: number;
}

interface Kiosk {
  /** One visit: a person has pages made, prints them and leaves. */
  print(): Promise<Once>;
  close(): Promise<void>;
}

function openKiosk(uri: string, makePdf: PacketPdfMaker): Kiosk {
  const { site } = readSiteFile({ named: null, dataFolder: null });
  const printer = makePrinter({ kind: 'ipp', uri });
  if (!printer.ok) throw new Error(printer.error.detail);
  const setup = { today: TODAY, site, guides: new Map([['en', guide]]), printer: printer.value };
  const machine = makeMachine({
    setup,
    reopen: () => setup,
    compose: makeCompose(makePdf),
    clock: systemClock,
    monotonicMs: () => performance.now(),
    today: () => TODAY,
    log: () => undefined,
  });
  const ask = async <Name extends CallName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> => {
    const answer = await machine.dispatcher.dispatch(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
    return answer.value as OutputOf<Name>;
  };
  const { documents } = requestFor(ANSWERS, 'ticked');
  const choices = { answers: ANSWERS, state: 'TX', letterDate: LETTER_DATE, helpers: [], largePrint: false };
  return {
    async print() {
      await ask('session.begin', {});
      const opened = performance.now();
      const { packet, pages } = await ask('packet.prepare', { choices, documents });
      const touched = performance.now();
      await ask('print.submit', { requestId: 'bench', packet, copies: 1, pages: null });
      const accepted = performance.now();
      await ask('session.end', { why: 'done' });
      return { pages, preparedMs: touched - opened, acceptedMs: accepted - touched };
    },
    close: machine.close,
  };
}

async function printFromNothing(uri: string, found: FoundChromium): Promise<number> {
  const started = performance.now();
  const browser = await makeBrowserPdf(found);
  const opened = performance.now();
  const kiosk = openKiosk(uri, browser.makePdf);
  try {
    const { preparedMs, acceptedMs } = await kiosk.print();
    return opened - started + preparedMs + acceptedMs;
  } finally {
    await kiosk.close();
    await browser.close();
  }
}

type Way = (() => Promise<unknown>) | null;

/** Each ran once before, so that its settings and caches exist. */
async function otherWays(folder: string): Promise<{ readonly libreOffice: Way; readonly weasyPrint: Way }> {
  const html = await packetHtml(requestFor(ANSWERS, 'ticked'));
  const [page, text, out] = ['packet.html', 'packet.fodt', 'packet.pdf'].map((name) => join(folder, name));
  if (page === undefined || text === undefined || out === undefined) throw new Error('three names are three files');
  writeFileSync(page, html);
  writeFileSync(text, wordFile(html));
  const settings = `-env:UserInstallation=file://${join(folder, 'office')}`;
  const office = [settings, '--headless', '--convert-to', 'pdf', '--outdir', folder, text];
  const libreOffice: Way = isInstalled('soffice') ? () => run('soffice', office) : null;
  const weasyPrint: Way = isInstalled('weasyprint') ? () => run('weasyprint', ['-q', page, out]) : null;
  await libreOffice?.();
  await weasyPrint?.();
  return { libreOffice, weasyPrint };
}

/** The text of the packet as a word processor's file: headings, paragraphs, a new page for each document. */
function wordFile(html: string): string {
  const window = new Window();
  window.document.write(html);
  const parts = [...window.document.querySelectorAll('h1,h2,h3,p,li')].filter(
    (element) => element.querySelector('p,li') === null,
  );
  const body = parts.map((element) => {
    const words = element.textContent.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    const level = /^H(\d)$/.exec(element.tagName)?.[1];
    return level === undefined
      ? `<text:p text:style-name="Body">${words}</text:p>`
      : `<text:h text:style-name="H${level}" text:outline-level="${level}">${words}</text:h>`;
  });
  const spaces = ['office', 'style', 'text', 'fo'].map((name) => {
    const kind = name === 'fo' ? 'xsl-fo-compatible' : name;
    return `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${kind}:1.0"`;
  });
  const style = (name: string, sizePt: number, more = ''): string =>
    `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="6pt"${more}/>` +
    `<style:text-properties fo:font-size="${sizePt}pt"/></style:style>`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${spaces.join(' ')} office:version="1.3" ` +
    'office:mimetype="application/vnd.oasis.opendocument.text"><office:styles>' +
    `${style('H1', 20, ' fo:break-before="page"')}${style('H2', 16)}${style('H3', 14)}${style('Body', 14)}</office:styles>` +
    `<office:body><office:text>${body.join('')}</office:text></office:body></office:document>`
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
