/** Three people from the first touch to paper: the built screens, a real private cupsd, and the PDF it received. */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { loadGuide } from '../../src/guide/load';
import { readSiteFile } from '../../src/site/node/files';
import { planFor } from '../../src/plan';
import { today } from '../../src/machine/today';
import type { AnswerSet, PlanView } from '../../src/plan/model';
import { printLabMissing, startPrintLab, type PrintLab, type Received } from '../support/print-lab';
import { answerText, questionText, test as kioskTest } from './kiosk';
import type { Person } from './person';

const run = promisify(execFile);
const LAB_TIMEOUT_MS = 60_000;
const DAY_MS = 86_400_000;
/** Every screen of each person, to be looked at. */
const SCREENS = join(process.cwd(), 'test-results', 'screens');

const EMERGENCY = 'Feel worse? Tell your nurse or call your doctor now. Emergency: call 911.';
const COPAY_CARD = 'F2';
const SAFETY = 'Tell your nurse or doctor now that waiting may hurt you.';

/** The questions in the order in which the kiosk asks them: the walk fails at one that comes too early or not at all. */
const UNINSURED: AnswerSet = {
  who: ['me'],
  treatment: ['antibiotics'],
  leaving: ['today'],
  insurance: ['none'],
  money: ['all'],
};
const MEDICARE: AnswerSet = {
  who: ['me'],
  treatment: ['antibiotics'],
  leaving: ['soon'],
  insurance: ['medicare'],
  stage: ['waiting'],
  'hold-up': ['papers'],
  urgent: ['yes'],
  money: ['copay'],
};
const BOUGHT: AnswerSet = {
  who: ['me'],
  treatment: ['tpn'],
  leaving: ['home'],
  insurance: ['bought'],
  stage: ['denied'],
  reason: ['not-necessary'],
  level: ['first'],
  urgent: ['no'],
  money: ['no'],
};

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

  test('uninsured, going home today, IV antibiotics', async ({ person, kiosk, lab }) => {
    const plan = planOf(kiosk.siteFile, UNINSURED, null);
    const look = looker('uninsured');
    await answersAll(person, UNINSURED, look);
    const paper = await printsAsPlanned(person, lab, plan, look);
    expect(paper.pages[0]).toContain(EMERGENCY);
    expect(paper.pages[0]).toContain(overlayOf(plan, 'before-you-leave'));
    // The questions of somebody whom no plan pays for, in place of the plan's.
    expect(paper.text).toContain('Who will pay for the first doses?');
    expect(paper.text).not.toContain('Is it approved?');
  });

  test('Medicare and antibiotics, waiting, urgent', async ({ person, kiosk, lab }) => {
    const plan = planOf(kiosk.siteFile, MEDICARE, null);
    const look = looker('medicare');
    await answersAll(person, MEDICARE, look);
    expect(plan.overlays[0]?.id).toBe('safety');
    const paper = await printsAsPlanned(person, lab, plan, look);
    expect(paper.pages[0]).toContain(EMERGENCY);
    expect(paper.pages[0]).toContain(SAFETY);
    expect(paper.pages[0]).toContain(overlayOf(plan, 'medicare-antibiotics'));
    // Medicare is a federal programme: a copay card is named with the reason, never offered.
    const card = plan.help.find((help) => help.id === COPAY_CARD);
    expect(card?.offered).toBe(false);
    expect(paper.text).toContain(`${card?.reason} ${card?.title}`);
  });

  test('bought plan, denied as not necessary, letter of three weeks ago', async ({ person, kiosk, lab }) => {
    const letterDate = daysAfter(today(), -21);
    const lastDay = inWords(daysAfter(letterDate, 180));
    const plan = planOf(kiosk.siteFile, BOUGHT, letterDate);
    const look = looker('bought');
    await answersAll(person, BOUGHT, look);
    await person.touches(/^Change: Date on/);
    await person.sees('What date is on the newest letter that said no?');
    for (let weeks = 0; weeks < 3; weeks += 1) await person.touches('1 week back');
    await expect(person.page.getByText(inWords(letterDate))).toBeVisible();
    await look(person, 'letter-date');
    await person.goesOn();
    await person.sees('Check your answers');
    expect(await person.reads()).toContain(inWords(letterDate));
    await look(person, 'check-with-date');

    const paper = await printsAsPlanned(person, lab, plan, look);
    expect(paper.pages[0]).toContain(EMERGENCY);
    expect(paper.pages[0]).toContain(`by ${lastDay}, or the date in your letter if that is earlier.`);
    expect(paper.text).toContain('Not medically necessary');
  });
});

type Look = (person: Person, screen: string) => Promise<void>;

/** From attract to the check of the answers. */
async function answersAll(person: Person, answers: AnswerSet, look: Look): Promise<void> {
  await person.arrives();
  await look(person, 'attract');
  await person.touches('Touch to start');
  await person.sees('Choose your language');
  await look(person, 'language');
  await person.goesOn();
  await person.sees('How this works');
  await look(person, 'how');
  await person.goesOn();
  for (const [question, chosen] of Object.entries(answers)) {
    const title = questionText(question);
    await person.sees(title);
    await look(person, `question-${question}`);
    const labels = chosen.map((answer) => answerText(question, answer));
    await person.answers(title, ...labels);
    if (question === 'urgent' && chosen.includes('yes')) {
      await person.sees(SAFETY);
      await expect(person.page.getByText(EMERGENCY).filter({ visible: true })).toBeVisible();
      await look(person, 'safety');
      await person.goesOn();
    }
  }
  await person.sees('Check your answers');
  await look(person, 'check');
}

interface Paper {
  /** The first line of each page. */
  readonly headers: readonly string[];
  /** The text of each page, its white space as single spaces. */
  readonly pages: readonly string[];
  readonly text: string;
}

/** From the check of the answers to Done; the screen and the paper say what the plan says. */
async function printsAsPlanned(person: Person, lab: PrintLab, plan: PlanView, look: Look): Promise<Paper> {
  const before = (await lab.received()).length;
  await person.goesOn();
  await person.sees('Your plan');
  const said = oneLine(await person.reads());
  for (const text of [plan.mainMessage, ...plan.steps.map((step) => step.text)]) expect(said).toContain(text);
  await look(person, 'plan');
  await person.goesOn();

  await person.sees('My pages');
  const ticked = plan.documents.filter((each) => each.ticked).map((each) => each.title);
  const promise = person.page.getByText(/^\d+ sheets? of paper$/);
  await expect(promise).toBeVisible();
  const sheets = numberIn(await promise.innerText());
  await look(person, 'pages');
  await person.goesOn();
  await person.sees('Look at your pages');
  await expect(person.page.getByRole('img', { name: `Picture of page 1 of ${sheets}: ` })).toBeVisible();
  await look(person, 'preview');
  await person.goesOn();
  await person.sees('Print your pages');
  await look(person, 'print');
  await person.touches('Print now');

  await person.sees(/You should have \d+ sheets?\. Do you\?/);
  expect(numberIn(await person.page.getByRole('heading', { level: 1 }).filter({ visible: true }).innerText())).toBe(
    sheets,
  );
  await look(person, 'count');
  const arrived = (await lab.received()).slice(before);
  expect(arrived).toHaveLength(1);
  const paper = await readPaper(arrived);
  expect(paper.pages).toHaveLength(sheets);
  expect(paper.pages[0]).toContain(plan.mainMessage);
  expect(plan.steps).toHaveLength(3);
  for (const [at, step] of plan.steps.entries()) expect(paper.pages[0]).toContain(`${at + 1}. ${step.text}`);
  expect(documentsOf(paper)).toEqual(ticked.map((title) => `Test Hospital · ${title}`));

  await person.touches('Yes, all of them', 'radio');
  await person.goesOn();
  await person.sees('Take your papers');
  expect(oneLine(await person.reads())).toContain(plan.steps[0]?.text);
  await look(person, 'done');
  await person.touches("I'm done");
  await person.sees('Getting insurance to pay for IV treatment at home');
  return paper;
}

/** The plan for these answers, made without any screen. */
function planOf(siteFile: string, answers: AnswerSet, letterDate: string | null): PlanView {
  const day = today();
  const loaded = loadGuide({ folder: 'content', language: 'en', today: day });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  const { site } = readSiteFile({ named: siteFile, dataFolder: null });
  const planned = planFor(loaded.value.guide, site, {
    today: day,
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
  return headers.filter((header, at) => header !== headers[at - 1]);
}

/** Photographs every page of a screen, numbered in the order of the walk. */
function looker(name: string): Look {
  const folder = join(SCREENS, name);
  rmSync(folder, { recursive: true, force: true });
  let count = 0;
  return async (person, screen) => {
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
function numberIn(text: string): number {
  return Number(/\d+/.exec(text)?.[0]);
}

function daysAfter(isoDate: string, days: number): string {
  return new Date(Date.parse(isoDate) + days * DAY_MS).toISOString().slice(0, 10);
}
function inWords(isoDate: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(isoDate));
}
