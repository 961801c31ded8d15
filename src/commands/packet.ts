/** `npm run packet`: from an answers file to the PDF and the plan (docs/packet.md). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../basics/errors';
import { formatProblem } from '../basics/problem';
import { loadGuide } from '../guide/load';
import type { Guide } from '../guide/model';
import type { PagesRequest } from '../machine/pages/compose';
import type { PacketPdfMaker } from '../machine/pages/pdf';
import { planFor, type Planned } from '../plan';
import type { PlanView } from '../plan/model';
import type { BrowserPdf } from '../preview/pdf';
import { readSiteFile } from '../site/node/files';
import type { Site } from '../site/settings';
import { readAnswersFile, type AnswersFile } from './answers-file';
import { checkWritable, writeTogether } from './output';
import { readPacketOptions, type PacketOptions, type WantedPages } from './packet-options';
import { planJson } from './plan-json';
import { badInput, EXIT_BAD_INPUT, EXIT_CANNOT_RUN, Refusal, refusable } from './terminal';

/** @returns the exit code */
export function main(args: readonly string[]): Promise<number> {
  return refusable(() => run(args));
}

async function run(args: readonly string[]): Promise<void> {
  const options = readPacketOptions(args);
  const site = siteOf(options);
  const file = readAnswers(options.answers);
  for (const target of [options.out, options.plan]) if (target !== null) checkWritable(target);

  // The browser takes longest, so it starts while the content is read and the answers are checked.
  const starting = startBrowser();
  // A failure is handled where this is awaited. Bad answers may end the command first.
  starting.catch(() => undefined);
  try {
    const guide = guideOf(options.language, file.today);
    checkDocuments(guide, options.pages);
    const planned = planOf(guide, site, file, options);
    const makePdf: PacketPdfMaker = async (html, page) => (await starting).makePdf(html, page);
    await makeFiles({ guide, site, today: file.today, planned }, makePdf, options);
  } finally {
    await starting.then(
      (browser) => browser.close(),
      () => undefined,
    );
  }
}

function siteOf({ site: named, paper }: PacketOptions): Site {
  const { site, problems } = readSiteFile({ named, dataFolder: null });
  const [problem] = problems;
  // A kiosk runs with the settings that are good; a command stops at a bad one.
  if (problem !== undefined) throw new Refusal(EXIT_BAD_INPUT, formatProblem(problem));
  return paper === null ? site : { ...site, paper };
}

function readAnswers(file: string): AnswersFile {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = errorCode(error) ?? 'unknown cause';
    throw badInput(`${file} cannot be read (${code})`, 'check its name and who may read it');
  }
  const reading = readAnswersFile(text);
  if (!reading.ok) throw badInput(`${file}: ${reading.problem.place}`, reading.problem.fix);
  return reading.file;
}

function guideOf(language: string, today: string): Guide {
  const folder = process.env['HOMEWARD_CONTENT'] ?? 'content';
  if (!existsSync(join(folder, 'interface', language))) {
    throw badInput(`--language ${language}`, `${folder} does not have this language; use en`);
  }
  const loaded = loadGuide({ folder, language, today });
  if (loaded.ok) return loaded.value.guide;
  const [problem] = loaded.error;
  throw new Refusal(EXIT_CANNOT_RUN, problem === undefined ? 'The content does not load.' : formatProblem(problem));
}

function checkDocuments(guide: Guide, pages: WantedPages): void {
  if (pages.kind !== 'named') return;
  const unknown = pages.documents.filter((id) => !guide.documents.some((rule) => rule.id === id));
  if (unknown.length > 0) {
    throw badInput(
      `--documents ${unknown.join(',')}: there is no such document`,
      `use some of ${guide.order.join(', ')}`,
    );
  }
}

function planOf(guide: Guide, site: Site, file: AnswersFile, { answers: name, largePrint }: PacketOptions): Planned {
  const { today, answers, state, letterDate, helpers } = file;
  const { computedDates } = site;
  const planned = planFor(guide, site, { today, answers, state, letterDate, helpers, computedDates, largePrint });
  if (!planned.ok) throw badInput(`${name}: ${planned.error.place}`, planned.error.fix);
  return planned.value;
}

async function makeFiles(
  request: Omit<PagesRequest, 'documents'>,
  makePdf: PacketPdfMaker,
  { out, plan, pages }: PacketOptions,
): Promise<void> {
  const { makePages } = await import('../machine/pages/compose');
  const { view } = request.planned;
  const offered = view.documents.map((document) => document.id);
  const wanted = wantedIds(pages, request.guide, view);
  // The plan file has the length of every document, even of those that this packet leaves out.
  const needsBoth = plan !== null && offered.some((id) => !wanted.includes(id));
  const [packet, whole] = await Promise.all([
    makePages({ ...request, documents: wanted }, makePdf),
    needsBoth ? makePages({ ...request, documents: offered }, makePdf) : null,
  ]);
  const pagesOf = new Map((whole ?? packet).documents.map((document) => [document.id, document.pages]));
  writeTogether([[out, packet.pdf], ...(plan === null ? [] : [[plan, planText(view, pagesOf)] as const])]);
}

/** Ids in any order; `makePages` sorts them. */
function wantedIds(pages: WantedPages, guide: Guide, view: PlanView): readonly string[] {
  switch (pages.kind) {
    case 'ticked':
      return view.documents.filter((document) => document.ticked).map((document) => document.id);
    case 'named':
      return pages.documents;
    case 'all':
      return guide.documents.map((document) => document.id);
  }
}

function planText(view: PlanView, pagesOf: ReadonlyMap<string, number>): string {
  return `${JSON.stringify(planJson(view, pagesOf), null, 2)}\n`;
}

/** The browser driver is large, so it is loaded only when the input is good. */
async function startBrowser(): Promise<BrowserPdf> {
  const { findChromium } = await import('../preview/chromium');
  const { makeBrowserPdf } = await import('../preview/pdf');
  const found = await findChromium();
  if ('missing' in found) throw new Refusal(EXIT_CANNOT_RUN, `No pages can be made: ${found.missing}.`);
  return makeBrowserPdf(found);
}
