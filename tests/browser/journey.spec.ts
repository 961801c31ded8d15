import { expect } from '@playwright/test';
import { answerText, questionText, test } from './kiosk';
import type { Person } from './person';

/** Question by question; several answers where all that fit are touched. */
type Way = readonly (readonly [question: string, ...answers: string[]])[];

const WAITING: Way = [
  ['who', 'me'],
  ['treatment', 'antibiotics'],
  ['leaving', 'soon'],
  ['insurance', 'medicare'],
  ['stage', 'waiting'],
  ['hold-up', 'papers'],
  ['urgent', 'yes'],
  ['money', 'copay'],
];
const DENIED: Way = [
  ['who', 'me'],
  ['treatment', 'tpn'],
  ['leaving', 'home'],
  ['insurance', 'bought'],
  ['stage', 'denied'],
  ['reason', 'not-necessary'],
  ['level', 'first'],
  ['urgent', 'no'],
  ['money', 'no'],
];

async function goTo(
  person: Person,
  way: Way,
  check: (person: Person) => Promise<void> = async () => undefined,
): Promise<void> {
  await person.arrives();
  await check(person);
  await person.touches('Touch to start');
  await person.sees('Choose your language');
  await check(person);
  await person.goesOn();
  await person.sees('How this works');
  await check(person);
  await person.goesOn();
  for (const [question, ...answers] of way) {
    await person.sees(questionText(question));
    await check(person);
    await person.answers(questionText(question), ...answers.map((answer) => answerText(question, answer)));
    if (question === 'urgent' && answers.includes('yes')) {
      await person.sees('Tell your nurse or doctor now that waiting may hurt you.');
      await check(person);
      await person.goesOn();
    }
  }
  await person.sees('Check your answers');
  await check(person);
}

async function printAll(
  person: Person,
  check: (person: Person) => Promise<void> = async () => undefined,
): Promise<void> {
  await person.goesOn();
  await person.sees('My pages');
  await expect(person.page.getByText(/^\d+ sheets? of paper$/)).toBeVisible();
  await check(person);
  await person.goesOn();
  await person.sees('Look at your pages');
  await expect(person.page.getByRole('img', { name: /^Picture of page 1 of \d+/ })).toBeVisible();
  await check(person);
  await person.goesOn();
  await person.sees('Print your pages');
  await check(person);
  await person.touches('Print now');
  await person.sees(/You should have \d+ sheets?\. Do you\?/);
}

test('from the first touch to the paper, every screen without an access fault', async ({ person, kiosk }) => {
  const before = kiosk.saved().length;
  const check = (who: Person): Promise<void> => who.checksAccess();
  await goTo(person, WAITING, check);
  await person.goesOn();
  await person.sees('Your plan');
  await check(person);
  await expect(person.page.getByText('Emergency: call 911').filter({ visible: true }).first()).toBeVisible();
  await printAll(person, check);
  await check(person);
  expect(kiosk.saved()).toHaveLength(before + 1);
  const [name = ''] = kiosk.saved().slice(-1);
  expect(Buffer.from(kiosk.savedBytes(name).slice(0, 5)).toString('latin1')).toBe('%PDF-');
  await person.touches('Yes, all of them', 'radio');
  await person.goesOn();
  await person.sees('Take your papers');
  await check(person);
  await person.touches("I'm done");
  await person.sees('Getting insurance to pay for IV treatment at home');
});

test('the optional screens and the guide have no access fault', async ({ person, kiosk }) => {
  await goTo(person, DENIED);
  for (const [change, heading] of [
    [/^Change: Date on/, 'What date is on the newest letter that said no?'],
    [/^Change: Your state/, 'Which state do you live in?'],
    [/^Change: Who is helping/, 'Who is helping you now?'],
  ] as const) {
    await person.touches(change);
    await person.sees(heading);
    await person.checksAccess();
    await person.touches('Back');
    await person.sees('Check your answers');
  }
  await person.goesOn();
  await person.sees('Your plan');
  await person.touches('Read more in the guide');
  await person.sees('The guide');
  await person.checksAccess();
  await person.touches('What is this guide about?');
  await person.sees('What is this guide about?');
  await person.checksAccess();
  await person.touches(/^Show the guide's own words: /);
  await expect(person.page.getByText('This guide explains how').filter({ visible: true })).toBeVisible();
  await person.checksAccess();
  for (const [control, heading] of [
    ['Help', 'Please ask a nurse for help'],
    ['Text size', 'Text size'],
    ['Contrast', 'Contrast'],
    ['Language', 'Choose your language'],
    ['Start over', 'Start over?'],
  ] as const) {
    await person.touches(control);
    await person.sees(heading);
    await person.checksAccess();
    await person.touches('Close');
  }

  // Somebody whose language is not here prints the page for it, and goes on where they were.
  const place = await person.page.getByRole('heading', { level: 1 }).filter({ visible: true }).innerText();
  const before = kiosk.saved().length;
  await person.touches('Language');
  await person.sees('Choose your language');
  await person.touches(/^My language is not here/);
  await person.sees('My language is not here');
  await expect(person.page.getByRole('img', { name: 'Picture of page 1 of 1: Language help' })).toBeVisible();
  await person.checksAccess();
  await person.touches('Print now');
  await person.sees('You should have 1 sheet. Do you?');
  expect(kiosk.saved()).toHaveLength(before + 1);
  await person.touches('Yes, all of them', 'radio');
  await person.goesOn();
  await person.sees(place);
});

test('the page in other languages is no detour: before any plan it leads back to the very question', async ({
  person,
}) => {
  await person.comesToQuestions();
  const upTo = DENIED.findIndex(([question]) => question === 'stage');
  for (const [question, ...answers] of DENIED.slice(0, upTo))
    await person.answers(questionText(question), ...answers.map((answer) => answerText(question, answer)));
  await person.sees(questionText('stage'));
  await person.touches('Language');
  await person.sees('Choose your language');
  await person.touches(/^My language is not here/);
  await person.sees('My language is not here');
  await person.touches('Back');
  await person.sees(questionText('stage'));
  await person.touches('Back');
  await person.sees(questionText('insurance'));
  await expect(person.page.getByRole('checkbox', { checked: true })).toHaveCount(1);
});

test('the letter’s date changes the plan', async ({ person }) => {
  await goTo(person, DENIED);
  await person.touches(/^Change: Date on/);
  await person.sees('What date is on the newest letter that said no?');
  await person.touches('1 week back');
  await person.touches('1 week back');
  await person.goesOn();
  await person.sees('Check your answers');
  await person.goesOn();
  await person.sees('Your plan');
  expect(await person.reads()).toContain('Dates to keep');
});

test('Back keeps every answer', async ({ person }) => {
  await goTo(person, DENIED);
  await person.touches(`Change: ${questionText('stage')}`);
  await person.sees(questionText('stage'));
  await expect(person.page.getByRole('radio', { name: answerText('stage', 'denied') })).toBeChecked();
  await person.touches('Back');
  await person.sees('Check your answers');
  await person.touches('Back');
  for (const [question, answer = ''] of [...DENIED].reverse()) {
    await person.sees(questionText(question));
    const chosen = person.page.locator('[aria-checked=true]').filter({ hasText: answerText(question, answer) });
    await expect(chosen).toHaveCount(1);
    await person.touches('Back');
  }
  await person.sees('How this works');
});

test('a changed answer keeps the rest, names what it drops, and asks only what is new', async ({ person }) => {
  await goTo(person, DENIED);
  await person.touches(`Change: ${questionText('stage')}`);
  await person.answers(questionText('stage'), answerText('stage', 'approved'));
  await person.sees('Check your answers');
  await expect(person.page.getByRole('status').filter({ hasText: questionText('reason') })).toBeVisible();
  const kept = await person.reads();
  expect(kept).toContain(answerText('treatment', 'tpn'));
  expect(kept).not.toContain(answerText('reason', 'not-necessary'));
  await person.touches(`Change: ${questionText('stage')}`);
  await person.answers(questionText('stage'), answerText('stage', 'waiting'));
  await person.answers(questionText('hold-up'), answerText('hold-up', 'slow'));
  await person.answers(questionText('urgent'), answerText('urgent', 'no'));
  await person.sees('Check your answers');
});

test('a page left out comes back with Undo', async ({ person }) => {
  await goTo(person, WAITING);
  await person.goesOn();
  await person.sees('Your plan');
  await person.goesOn();
  await person.sees('My pages');
  const first = person.page.getByRole('checkbox').first();
  await expect(first).toBeChecked();
  await first.click();
  await expect(first).not.toBeChecked();
  await person.touches('Undo');
  await expect(first).toBeChecked();
  await expect(person.page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('the papers of an appeal are looked at one by one, and each is taken or left there', async ({ person }) => {
  const { page } = person;
  await goTo(person, DENIED);
  await person.goesOn();
  await person.sees('Your plan');
  await person.touches(/^Appeal papers/);
  await person.sees('Appeal papers');
  const pieces = page.getByRole('checkbox');
  const titles = await pieces.locator('.label').allInnerTexts();
  const taken = await pieces.evaluateAll((all) => all.map((each) => each.getAttribute('aria-checked') === 'true'));
  expect(taken).toContain(true);
  expect(taken).toContain(false);
  await person.touches('Look at the papers');
  await person.sees('Look at the papers');
  const place = page.getByText(/^Page 1 of \d+$/);
  await expect(place).toBeVisible();
  // Also those that are not taken can be seen; each page says which it is of.
  const pages = Number((await place.innerText()).split(' ').at(-1));
  expect(pages).toBeGreaterThanOrEqual(titles.length);
  for (let number = 1; number <= pages; number += 1) {
    const title = (await page.getByRole('img', { name: /^Picture of page/ }).getAttribute('aria-label'))?.split(': ');
    const at = titles.indexOf(title?.slice(1).join(': ') ?? '');
    if (number === 1 || titles[at] === titles[taken.indexOf(false)]) {
      await person.touches(taken[at] === true ? 'Leave this page out' : 'Put it in my pages');
      taken[at] = taken[at] !== true;
    }
    if (number < pages) await person.touches('Next page');
  }
  await person.touches('Back');
  await person.sees('Appeal papers');
  const now = await pieces.evaluateAll((all) => all.map((each) => each.getAttribute('aria-checked') === 'true'));
  expect(now).toEqual(taken);
  await person.goesOn();
  await person.sees('My pages');
  for (const [at, title] of titles.entries()) {
    // On whatever page of the list it stands.
    const inPages = page.getByRole('checkbox', { checked: true, includeHidden: true }).filter({ hasText: title });
    await expect(inPages).toHaveCount(taken[at] === true ? 1 : 0);
  }
});

test('missing pages are printed again, and only they', async ({ person, kiosk }) => {
  await goTo(person, WAITING);
  await person.goesOn();
  await person.sees('Your plan');
  await printAll(person);
  const before = kiosk.saved().length;
  await person.touches('Some are missing', 'radio');
  await person.goesOn();
  await person.sees('Which pages are missing?');
  await person.touches(/^Page 1 /, 'checkbox');
  await person.goesOn();
  await person.sees('You should have 1 sheet. Do you?');
  expect(kiosk.saved()).toHaveLength(before + 1);
});

test('Start over drops the answers and keeps the size of the letters; Clear and leave drops both', async ({
  person,
}) => {
  const size = person.page.locator('html');
  await goTo(person, DENIED);
  await person.touches('Text size');
  await person.sees('Text size');
  await person.touches('Larger', 'radio');
  await person.touches('Close');
  await person.touches('Start over');
  await person.sees('Start over?');
  await person.touches('Keep going');
  await person.sees('Check your answers');
  await person.touches('Start over');
  await person.sees('Start over?');
  await person.touches('Start over');
  await person.sees('How this works');
  await expect(size).toHaveAttribute('data-text', '2');
  await person.goesOn();
  await person.sees(questionText('who'));
  await expect(person.page.locator('[aria-checked=true]')).toHaveCount(0);
  await person.touches('Help');
  await person.sees('Please ask a nurse for help');
  await person.touches('Clear and leave');
  await person.sees('Clear everything and leave?');
  await person.touches('Yes, clear it');
  await person.sees('Getting insurance to pay for IV treatment at home');
  await expect(size).toHaveAttribute('data-text', '1');
});

test('a kiosk that somebody left warns, then forgets', async ({ person }) => {
  await person.page.clock.install();
  await goTo(person, DENIED);
  await person.page.clock.fastForward('03:01');
  await person.sees('Do you need more time?');
  await person.touches('Yes, more time');
  await person.sees('Check your answers');
  await person.page.clock.fastForward('03:01');
  await person.sees('Do you need more time?');
  await expect(person.page.getByText(answerText('treatment', 'tpn'))).not.toBeVisible();
  await person.page.clock.fastForward('01:01');
  await person.sees('Getting insurance to pay for IV treatment at home');
  await person.touches('Touch to start');
  await person.sees('Choose your language');
  await person.goesOn();
  await person.sees('How this works');
  await person.goesOn();
  await person.sees(questionText('who'));
  await expect(person.page.locator('[aria-checked=true]')).toHaveCount(0);

  // Nobody is here again, and the glass is wiped: touches do nothing until the kiosk comes back by itself.
  await person.page.clock.fastForward('04:01');
  await person.sees('Getting insurance to pay for IV treatment at home');
  await person.touches('Clean the screen');
  await person.sees('Cleaning the screen');
  await person.page.mouse.click(540, 960);
  await person.page.clock.fastForward('00:15');
  await person.sees('Cleaning the screen');
  await person.page.clock.fastForward('00:16');
  await person.sees('Getting insurance to pay for IV treatment at home');
});

test('twenty taps in anger do nothing twice', async ({ person }) => {
  await person.arrives();
  await person.touches('Touch to start');
  await person.sees('Choose your language');
  const box = await person.page.getByRole('button', { name: 'Continue' }).boundingBox();
  if (box === null) throw new Error('Continue is not there');
  for (let taps = 0; taps < 20; taps += 1) {
    await person.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay: 0 });
  }
  // However fast: no question can have been passed without an answer.
  await expect(person.page.getByRole('heading', { level: 1 }).filter({ visible: true })).toHaveText(
    new RegExp(`How this works|${questionText('who').replace('?', '\\?')}`),
  );
});

test('nothing of a person is in the address, the title, the history or any storage', async ({ person }) => {
  const entries: number[] = [];
  await goTo(person, DENIED, async () => {
    entries.push(await person.page.evaluate(() => history.length));
  });
  await person.goesOn();
  await person.sees('Your plan');
  expect(new URL(person.page.url()).pathname).toBe('/');
  expect(new URL(person.page.url()).search + new URL(person.page.url()).hash).toBe('');
  expect(await person.page.title()).toBe('Homeward');
  const kept = await person.page.evaluate(async () => ({
    history: history.length,
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    state: JSON.stringify(history.state),
  }));
  expect(kept).toEqual({
    history: entries[0],
    local: 0,
    session: 0,
    cookies: '',
    databases: 0,
    caches: 0,
    state: 'null',
  });
});

test('a hidden screen shows nothing, and takes two touches in two places to come back', async ({ person }) => {
  await person.page.clock.install();
  await goTo(person, DENIED);
  await person.touches('Hide my screen');
  await person.sees('Your screen is hidden');
  await expect(person.page.getByText(answerText('treatment', 'tpn'))).not.toBeVisible();
  await person.page.clock.fastForward('00:31');
  await person.sees('Do you need more time?');
  await person.touches('Yes, more time');
  await person.sees('Your screen is hidden');
  await person.touches('Show my screen');
  await person.touches('Yes, show it now');
  await person.sees('Check your answers');
});

for (const [width, height] of [
  [1920, 1080],
  [1280, 800],
] as const) {
  test(`the whole way at ${width} by ${height}`, async ({ person }) => {
    await person.page.setViewportSize({ width, height });
    await goTo(person, WAITING);
    await person.goesOn();
    await person.sees('Your plan');
    await printAll(person);
    await person.touches('Yes, all of them', 'radio');
    await person.goesOn();
    await person.sees('Take your papers');
  });
}
