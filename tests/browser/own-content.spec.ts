/** A hospital's editor changes sentences in their own content folder: screen, voice and paper follow, with no build. */
import { expect } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { speechOfRich, speechOfText } from '../../src/guide/speech';
import { test } from './kiosk';
import { UNINSURED } from './ways';

const WORDS = 'guides/insurance-and-prior-authorization-home-infusion/en';
const STEP = { old: 'Ask about hospital financial help.', own: 'Ask at desk 4 about help from our hospital.' };
const CARD = { old: 'Ask any hospital.', own: 'Our own desk for this is on floor 2.' };

const EMERGENCY = { old: 'Emergency: call 911.', own: 'Emergency: call 911 or press the red button.' };

test.use({
  ownContent: {
    edits: [
      { file: `${WORDS}/plan.toml`, from: EMERGENCY.old, to: EMERGENCY.own },
      { file: `${WORDS}/plan.toml`, from: STEP.old, to: STEP.own },
      { file: `${WORDS}/cards.toml`, from: CARD.old, to: CARD.own },
    ],
  },
});

test('a changed step and a changed card are on screen, in the voice and on paper', async ({ person, kiosk, words }) => {
  await person.comesToPlan({ ...UNINSURED, treatment: ['tpn'] });
  const plan = await person.reads();
  expect(plan).toContain(STEP.own);
  expect(plan).not.toContain(STEP.old);

  await person.touches('plan.guide');
  await person.at.guide.opens('f');
  const section = await person.reads();
  expect(section).toContain(CARD.own);
  expect(section).not.toContain(CARD.old);
  await person.goesBack();
  await person.sees('guide.title');
  await person.goesBack();
  await person.sees('plan.title');

  const { steps, cards, lexicon, version } = words.guide;
  const step = steps.find(({ id }) => id === 'uninsured-1');
  const card = cards.find(({ id }) => id === 'f5-hospital');
  expect(speechOfText(step?.text ?? '', 'me', lexicon)).toBe(STEP.own);
  expect(speechOfRich(card?.body ?? [], 'me', lexicon).join(' ')).toContain(CARD.own);

  await person.printsAll();
  const paper = await textOf(kiosk.savedBytes(kiosk.saved().at(-1) ?? ''));
  expect(paper).toContain(STEP.own);
  expect(paper).toContain(CARD.own);
  expect(paper).not.toContain(STEP.old);
  expect(paper).toContain(version);
});

test('the out-of-service page has a changed emergency line, and needs no script', async ({ browser, kiosk, words }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL('/out-of-service.html', kiosk.url).href);
  await expect(page).toHaveTitle(words.word('app.title'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.word('out-of-service.title'));
  await expect(page.getByText(EMERGENCY.own)).toBeVisible();
  const picture = page.locator('img');
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await context.close();
});

async function textOf(pdf: Uint8Array): Promise<string> {
  const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const { items } = await (await file.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join(''));
  }
  return pages.join(' ').replace(/\s+/g, ' ');
}
