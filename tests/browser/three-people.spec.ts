/** Three people from the first touch to paper: the built screens, a real private cupsd, and the PDF it received. */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import type { Guide } from '../../src/guide/model';
import { readSiteFile } from '../../src/site/node/files';
import { planFor } from '../../src/plan';
import { today } from '../../src/machine/today';
import type { AnswerSet, PlanView } from '../../src/plan/model';
import { printLabMissing, startPrintLab, type PrintLab, type Received } from '../support/print-lab';
import { test as kioskTest } from './kiosk';
import type { Look, Person } from './person';
import { DENIED, UNINSURED, WAITING } from './ways';

const run = promisify(execFile);
const LAB_TIMEOUT_MS = 60_000;
const DAY_MS = 86_400_000;
/** Every screen of each person, to be looked at. */
const SCREENS = join(process.cwd(), 'test-results', 'screens');

const COPAY_CARD = 'F2';

const missing = printLabMissing();
if (missing !== null) process.stderr.write(`SKIPPED, three people to real paper: ${missing}\n`);

const test = kioskTest.extend<object, { lab: PrintLab }>({
  lab: [
    async ({}, use) => {
      const lab = await startPrintLab();
      await use(lab);
      await lab.stop();
    },
    { scope: 'worker', timeout: LAB_TIMEOUT_MS },
  ],
  printer: [({ lab }, use) => use(`kind = "ipp"\nuri = "${lab.queueUri}"`), { scope: 'worker' }],
});

test.describe(missing === null ? 'to real paper' : `SKIPPED, to real paper: ${missing}`, () => {
  test.skip(missing !== null, missing ?? '');

  test('somebody uninsured who goes home today gets the help that pays without a plan', async ({
    person,
    kiosk,
    lab,
  }) => {
    const { words } = person;
    const plan = planOf(kiosk.siteFile, words.guide, UNINSURED);
    const look = looker(person, 'uninsured');
    await person.comesToCheck(UNINSURED, look);
    const paper = await printsAsPlanned(person, lab, plan, look);
    expect(paper.pages[0]).toContain(words.word('plan.emergency'));
    expect(paper.pages[0]).toContain(overlayOf(plan, 'before-you-leave'));
    // The questions of somebody whom no plan pays for, in place of the plan's.
    expect(paper.text).toContain('Who will pay for the first doses?');
    expect(paper.text).not.toContain('Is it approved?');
  });

  test('somebody on Medicare who waits and is in danger is told to speak up, and offered no copay card', async ({
    person,
    kiosk,
    lab,
  }) => {
    const { words } = person;
    const plan = planOf(kiosk.siteFile, words.guide, WAITING);
    const look = looker(person, 'medicare');
    await person.comesToCheck(WAITING, look);
    expect(plan.overlays[0]?.id).toBe('safety');
    const paper = await printsAsPlanned(person, lab, plan, look);
    expect(paper.pages[0]).toContain(words.word('plan.emergency'));
    expect(paper.pages[0]).toContain(words.overlay('safety'));
    expect(paper.pages[0]).toContain(overlayOf(plan, 'medicare-antibiotics'));
    // Medicare is a federal program: a copay card is named with the reason, never offered.
    const card = plan.help.find((help) => help.id === COPAY_CARD);
    expect(card?.offered).toBe(false);
    expect(paper.text).toContain(`${card?.reason} ${card?.title}`);
  });

  test('somebody denied by a bought plan three weeks ago reads the last day to appeal', async ({
    person,
    kiosk,
    lab,
  }) => {
    const { words } = person;
    const letterDate = daysAfter(today(), -21);
    const lastDay = inWords(daysAfter(letterDate, 180));
    const plan = planOf(kiosk.siteFile, words.guide, DENIED, letterDate);
    const look = looker(person, 'bought');
    await person.comesToCheck(DENIED, look);
    await person.at.check.changes('letter-date');
    await person.at.letterDate.goesBackBy('week', 3);
    await expect(person.page.getByText(inWords(letterDate))).toBeVisible();
    await look('letter-date');
    await person.goesOn();
    await person.sees('check.title');
    expect(await person.reads()).toContain(inWords(letterDate));
    await look('check-with-date');

    const paper = await printsAsPlanned(person, lab, plan, look);
    expect(paper.pages[0]).toContain(words.word('plan.emergency'));
    expect(paper.pages[0]).toContain(lastDay);
    expect(paper.text).toContain('Not medically necessary');
  });
});

interface Paper {
  /** The first line of each page. */
  readonly headers: readonly string[];
  /** The text of each page, its white space as single spaces. */
  readonly pages: readonly string[];
  readonly text: string;
}

/** From the check of the answers to Done; the screen and the paper say what the plan says. */
async function printsAsPlanned(person: Person, lab: PrintLab, plan: PlanView, look: Look): Promise<Paper> {
  const receivedBefore = (await lab.received()).length;
  await person.goesOn();
  await person.sees('plan.title');
  const said = oneLine(await person.reads());
  for (const text of [plan.mainMessage, ...plan.steps.map((step) => step.text)]) expect(said).toContain(text);
  await look('plan');

  const sheets = await person.printsAll(look);
  expect(await person.at.count.sheets()).toBe(sheets);
  const arrived = (await lab.received()).slice(receivedBefore);
  expect(arrived).toHaveLength(1);
  const paper = await readPaper(arrived);
  expect(paper.pages).toHaveLength(sheets);
  expect(paper.pages[0]).toContain(plan.mainMessage);
  expect(plan.steps).toHaveLength(3);
  for (const [index, step] of plan.steps.entries()) expect(paper.pages[0]).toContain(`${index + 1}. ${step.text}`);
  const ticked = plan.documents.filter((each) => each.ticked).map((each) => each.title);
  expect(documentsOf(paper)).toEqual(ticked.map((title) => `Test Hospital · ${title}`));

  await person.at.count.allCame();
  await person.sees('done.title');
  expect(oneLine(await person.reads())).toContain(plan.steps[0]?.text);
  await look('done');
  await person.touches('done.done');
  await person.sees('attract.title');
  return paper;
}

/** The plan for these answers, made without any screen. */
function planOf(siteFile: string, guide: Guide, answers: AnswerSet, letterDate: string | null = null): PlanView {
  const { site } = readSiteFile({ named: siteFile, dataFolder: null });
  const planned = planFor(guide, site, {
    today: today(),
    answers,
    state: site.state,
    letterDate,
    helpers: [],
    computedDates: site.computedDates,
    largePrint: false,
  });
  if (!planned.ok) throw new Error(`${planned.error.place}: ${planned.error.fix}`);
  return planned.value.view;
}

function overlayOf(plan: PlanView, id: string): string {
  const found = plan.overlays.find((each) => each.id === id);
  if (found === undefined) throw new Error(`the plan has no overlay ${id}`);
  return found.short;
}

async function readPaper([only]: readonly Received[]): Promise<Paper> {
  if (only === undefined) throw new Error('no paper came');
  expect(only.copies).toBe(1);
  // The lab's folder goes with the lab; this one stays to be looked at.
  await copyFile(only.pdf, test.info().outputPath('paper.pdf'));
  const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', only.pdf, '-']);
  // pdftotext ends every page with a form feed.
  const raw = stdout.split('\f').slice(0, -1);
  const pages = raw.map(oneLine);
  return { headers: raw.map((page) => page.split('\n')[0] ?? ''), pages, text: pages.join(' ') };
}

/** The headers of the documents in the order of their sheets. */
function documentsOf({ headers }: Paper): readonly string[] {
  return headers.filter((header, index) => header !== headers[index - 1]);
}

/** Photographs every page of a screen, numbered in the order of the walk. */
function looker(person: Person, name: string): Look {
  const folder = join(SCREENS, name);
  rmSync(folder, { recursive: true, force: true });
  let count = 0;
  return async (screen) => {
    count += 1;
    const place = String(count).padStart(2, '0');
    await person.eachPage(async (page) => {
      await person.page.screenshot({ path: join(folder, `${place}-${screen}-${page}.png`), animations: 'disabled' });
    });
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function daysAfter(isoDate: string, days: number): string {
  return new Date(Date.parse(isoDate) + days * DAY_MS).toISOString().slice(0, 10);
}
function inWords(isoDate: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(isoDate));
}
