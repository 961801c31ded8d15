/** A hospital's editor changes two sentences in a folder of their own: screen, voice and paper say them, with no build. */
import { expect } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { loadGuide } from '../../src/guide/load';
import { speechOfRich, speechOfText } from '../../src/guide/speech';
import { today } from '../../src/machine/today';
import { answerText, questionText, test } from './kiosk';

const WORDS = 'guides/insurance-and-prior-authorization-home-infusion/en';
const STEP = { old: 'Ask about hospital financial help.', own: 'Ask at desk 4 about help from our hospital.' };
const CARD = { old: 'Ask any hospital.', own: 'Our own desk for this is on floor 2.' };

test.use({
  ownContent: {
    edits: [
      { file: `${WORDS}/plan.toml`, from: STEP.old, to: STEP.own },
      { file: `${WORDS}/cards.toml`, from: CARD.old, to: CARD.own },
    ],
  },
});

test('a changed step and a changed card are on screen, in the voice and on paper', async ({ person, kiosk }) => {
  await person.comesToQuestions();
  for (const [question, answer] of [
    ['who', 'me'],
    ['treatment', 'tpn'],
    ['leaving', 'today'],
    ['insurance', 'none'],
    ['money', 'all'],
  ] as const) {
    await person.answers(questionText(question), answerText(question, answer));
  }
  await person.sees('Check your answers');
  await person.goesOn();

  await person.sees('Your plan');
  const plan = await person.reads();
  expect(plan).toContain(STEP.own);
  expect(plan).not.toContain(STEP.old);

  await person.touches('Read more in the guide');
  await person.sees('The guide');
  await person.touches(/^Where can you find help paying\?/);
  await person.sees('Where can you find help paying?');
  const section = await person.reads();
  expect(section).toContain(CARD.own);
  expect(section).not.toContain(CARD.old);
  await person.touches('Back');
  await person.sees('The guide');
  await person.touches('Back');
  await person.sees('Your plan');

  const loaded = loadGuide({ folder: kiosk.content ?? '', language: 'en', today: today() });
  if (!loaded.ok) throw new Error('the edited content does not load');
  const { steps, cards, lexicon } = loaded.value.guide;
  const step = steps.find(({ id }) => id === 'uninsured-1');
  const card = cards.find(({ id }) => id === 'f5-hospital');
  expect(speechOfText(step?.text ?? '', 'me', lexicon)).toBe(STEP.own);
  expect(speechOfRich(card?.body ?? [], 'me', lexicon).join(' ')).toContain(CARD.own);

  await person.goesOn();
  await person.sees('My pages');
  await expect(person.page.getByText(/^\d+ sheets? of paper$/)).toBeVisible();
  await person.goesOn();
  await person.sees('Look at your pages');
  await person.goesOn();
  await person.sees('Print your pages');
  await person.touches('Print now');
  await expect.poll(() => kiosk.saved().length).toBeGreaterThan(0);
  const paper = await textOf(kiosk.savedBytes(kiosk.saved().at(-1) ?? ''));
  expect(paper).toContain(STEP.own);
  expect(paper).toContain(CARD.own);
  expect(paper).not.toContain(STEP.old);
  expect(paper).toContain(`Version ${loaded.value.guide.version}`);
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
