/** `npm run packet`: from an answers file to the PDF and the plan (docs/packet.md). */
import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadGuide } from '../guide/load';
import type { Guide } from '../guide/model';
import { formatProblem } from '../basics/problem';
import { readSiteFile } from '../site/node/files';
import type { Site } from '../site/site';
import type { PagesRequest } from '../machine/compose';
import type { PacketPdfMaker } from '../machine/pdf';
import { planFor, type Planned } from '../plan';
import type { PlanView } from '../plan/model';
import type { BrowserPdf } from '../preview/pdf';
import { readAnswersFile, type AnswersFile } from './answers-file';
import { planJson } from './plan-json';

const EXIT_CANNOT_RUN = 1;
const EXIT_BAD_INPUT = 2;
const USAGE =
  'npm run packet -- --answers FILE.json --out FILE.pdf [--plan FILE.json] [--language en] [--large-print] ' +
  '[--paper letter|a4] [--site FILE.toml] [--documents D08,D12 | --all]';

/** Ends the command with one line; nothing has been written. */
class Refusal extends Error {
  constructor(
    readonly exitCode: number,
    line: string,
  ) {
    super(line);
  }
}

/** @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  try {
    await run(args);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
}

async function run(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  const site = siteOf(options);
  const file = readAnswers(options.answers);
  for (const target of [options.out, options.plan]) if (target !== null) checkTarget(target);

  // The browser takes longest, so it starts while the content is read and the answers are checked.
  const starting = startBrowser();
  // Met by the one who waits for it; bad answers may end the command before.
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

function planOf(guide: Guide, site: Site, file: AnswersFile, { answers: name, largePrint }: Options): Planned {
  const { today, answers, state, letterDate, helpers } = file;
  const { computedDates } = site;
  const planned = planFor(guide, site, { today, answers, state, letterDate, helpers, computedDates, largePrint });
  if (!planned.ok) throw bad(`${name}: ${planned.error.place}`, planned.error.fix);
  return planned.value;
}

async function makeFiles(
  request: Omit<PagesRequest, 'documents'>,
  makePdf: PacketPdfMaker,
  { out, plan, pages }: Options,
): Promise<void> {
  const { makePages } = await import('../machine/compose');
  const { view } = request.planned;
  const offered = view.documents.map((document) => document.id);
  const wanted = wantedPages(pages, request.guide, view);
  // A packet of some pages has its own page numbers; how long each document is, one of all of them tells.
  const needsBoth = plan !== null && offered.some((id) => !wanted.includes(id));
  const [packet, whole] = await Promise.all([
    makePages({ ...request, documents: wanted }, makePdf),
    needsBoth ? makePages({ ...request, documents: offered }, makePdf) : null,
  ]);
  const pagesOf = new Map((whole ?? packet).documents.map((document) => [document.id, document.pages]));
  writeTogether([[out, packet.pdf], ...(plan === null ? [] : [[plan, planText(view, pagesOf)] as const])]);
}

/** Ids in any order; `makePages` sorts them. */
function wantedPages(pages: WantedPages, guide: Guide, view: PlanView): readonly string[] {
  switch (pages.kind) {
    case 'ticked':
      return view.documents.filter((document) => document.ticked).map((document) => document.id);
    case 'named':
      return pages.documents;
    case 'all':
      return guide.documents.map((document) => document.id);
  }
}

function checkDocuments(guide: Guide, pages: WantedPages): void {
  if (pages.kind !== 'named') return;
  const unknown = pages.documents.filter((id) => !guide.documents.some((rule) => rule.id === id));
  if (unknown.length > 0) {
    throw bad(`--documents ${unknown.join(',')}: there is no such document`, `use some of ${guide.order.join(', ')}`);
  }
}

function planText(view: PlanView, pagesOf: ReadonlyMap<string, number>): string {
  return `${JSON.stringify(planJson(view, pagesOf), null, 2)}\n`;
}

/** Which pages: those that a person gets unasked, these, or each one of the guide. */
type WantedPages =
  | { readonly kind: 'ticked' }
  | { readonly kind: 'named'; readonly documents: readonly string[] }
  | { readonly kind: 'all' };

interface Options {
  readonly answers: string;
  readonly out: string;
  readonly plan: string | null;
  readonly language: string;
  readonly largePrint: boolean;
  readonly paper: 'letter' | 'a4' | null;
  readonly site: string | null;
  readonly pages: WantedPages;
}

function readOptions(args: readonly string[]): Options {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        answers: { type: 'string' },
        out: { type: 'string' },
        plan: { type: 'string' },
        language: { type: 'string', default: 'en' },
        'large-print': { type: 'boolean', default: false },
        paper: { type: 'string' },
        site: { type: 'string' },
        documents: { type: 'string' },
        all: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    const cause = error instanceof Error ? error.message.split('. ')[0] : '';
    throw bad(`the command line (${cause})`, `write it like: ${USAGE}`);
  }
  const { answers, out, plan, language, paper, site } = values;
  if (answers === undefined) throw bad('--answers is missing', `write it like: ${USAGE}`);
  if (out === undefined) throw bad('--out is missing', `write it like: ${USAGE}`);
  if (paper !== undefined && paper !== 'letter' && paper !== 'a4') throw bad(`--paper ${paper}`, 'use letter or a4');
  if (plan !== undefined && resolve(plan) === resolve(out)) throw bad('--plan', 'name another file than --out');
  return {
    answers,
    out,
    plan: plan ?? null,
    language,
    largePrint: values['large-print'],
    paper: paper ?? null,
    site: site ?? null,
    pages: wantedOf(values.documents, values.all),
  };
}

function wantedOf(named: string | undefined, all: boolean): WantedPages {
  if (named === undefined) return all ? { kind: 'all' } : { kind: 'ticked' };
  if (all) throw bad('--documents and --all', 'use one of them');
  const documents = named
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (documents.length === 0) throw bad('--documents names nothing', 'write ids with commas, like D08,D12');
  return { kind: 'named', documents };
}

function siteOf({ site: named, paper }: Options): Site {
  const { site, problems } = readSiteFile({ named, dataFolder: null });
  const [problem] = problems;
  // A kiosk stands on what is left of its settings; a command says what is wrong with them.
  if (problem !== undefined) throw new Refusal(EXIT_BAD_INPUT, formatProblem(problem));
  return paper === null ? site : { ...site, paper };
}

function readAnswers(file: string): AnswersFile {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw bad(`${file} cannot be read (${codeOf(error)})`, 'check its name and who may read it');
  }
  const reading = readAnswersFile(text);
  if (!reading.ok) throw bad(`${file}: ${reading.problem.place}`, reading.problem.fix);
  return reading.file;
}

function guideOf(language: string, today: string): Guide {
  if (!/^[a-z]{2}$/.test(language)) throw bad(`--language ${language}`, 'use two small letters, like en');
  const folder = process.env['HOMEWARD_CONTENT'] ?? 'content';
  if (!existsSync(join(folder, 'interface', language)))
    throw bad(`--language ${language}`, `${folder} has it not; use en`);
  const loaded = loadGuide({ folder, language, today });
  if (loaded.ok) return loaded.guide;
  const [problem] = loaded.problems;
  throw new Refusal(EXIT_CANNOT_RUN, problem === undefined ? 'The content does not load.' : formatProblem(problem));
}

/** Found out before anything is made, so that a packet is not lost for want of a folder. */
function checkTarget(target: string): void {
  try {
    accessSync(dirname(resolve(target)), constants.W_OK);
  } catch (error) {
    throw bad(`${target} cannot be written (${codeOf(error)})`, 'name a file in a folder that is there');
  }
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === true)
    throw bad(`${target} is a folder`, 'name a file');
}

/** Each file whole under another name first: then all appear, or none. */
function writeTogether(files: readonly (readonly [string, string | Uint8Array])[]): void {
  const parts = files.map(([target, content]) => {
    const folder = dirname(resolve(target));
    return { target, content, part: join(folder, `.homeward-${randomUUID()}.part`) };
  });
  try {
    for (const { part, content } of parts) writeFileSync(part, content, { flag: 'wx' });
    for (const { part, target } of parts) renameSync(part, target);
  } catch (error) {
    throw bad(
      `${files.map(([target]) => target).join(' and ')} cannot be written (${codeOf(error)})`,
      'name other files',
    );
  } finally {
    for (const { part } of parts) rmSync(part, { force: true });
  }
}

/** What drives the browser and draws the pages is large: it is loaded when the input is good enough to need it. */
async function startBrowser(): Promise<BrowserPdf> {
  const { findChromium } = await import('../preview/chromium');
  const { makeBrowserPdf } = await import('../preview/pdf');
  const found = await findChromium();
  if ('missing' in found) throw new Refusal(EXIT_CANNOT_RUN, `No pages can be made: ${found.missing}.`);
  return makeBrowserPdf(found);
}

function bad(place: string, fix: string): Refusal {
  return new Refusal(EXIT_BAD_INPUT, `${place}: ${fix}`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown cause';
}
