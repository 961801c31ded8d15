/** The journey of a person by touch, from nobody there to the papers in the hand. */
import { expect } from '@playwright/test';
import type { Guide } from '../../src/guide/model';
import { test } from './kiosk';
import { DENIED, WAITING } from './ways';
import { exactly } from './words';

test('from the first touch to the paper, every screen without an access fault', async ({ person, kiosk }) => {
  const saved = kiosk.saved().length;
  const check = (): Promise<void> => person.checksAccess();
  await person.comesToCheck(WAITING, check);
  await person.goesOn();
  await person.sees('plan.title');
  await check();
  await expect(person.shows.words('plan.emergency')).toBeVisible();
  await person.printsAll(check);
  expect(kiosk.saved()).toHaveLength(saved + 1);
  const [name = ''] = kiosk.saved().slice(-1);
  expect(Buffer.from(kiosk.savedBytes(name).slice(0, 5)).toString('latin1')).toBe('%PDF-');
  await person.leavesWithAll(check);
});

test('the optional screens and the guide have no access fault', async ({ person, words }) => {
  await person.comesToCheck(DENIED);
  for (const [line, heading] of [
    ['letter-date', words.shown('letter-date.title')],
    ['state', words.shown('state.title')],
    ['helpers', exactly(words.question('helpers'))],
  ] as const) {
    await person.at.check.changes(line);
    await person.seesHeading(heading);
    await person.checksAccess();
    await person.goesBack();
  }
  await person.sees('check.title');
  await person.goesOn();
  await person.sees('plan.title');
  await person.touches('plan.guide');
  await person.sees('guide.title');
  await person.checksAccess();
  await person.at.guide.opens('i');
  await person.checksAccess();
  await person.at.guide.showsSource();
  await expect(person.shows.text(firstClaimOf(words.guide, 'i'))).toBeVisible();
  await person.checksAccess();
  for (const [control, heading] of [
    ['bar.help', 'help.title'],
    ['bar.text-size', 'text-size.title'],
    ['bar.contrast', 'contrast.title'],
    ['bar.language', 'language.title'],
    ['bar.start-over', 'start-over.title'],
  ] as const) {
    await person.touches(control);
    await person.sees(heading);
    await person.checksAccess();
    await person.touches('bar.close');
  }
});

test('somebody whose language is not here prints the page for it, and goes on where they were', async ({
  person,
  kiosk,
}) => {
  await person.comesToPlan(DENIED);
  const saved = kiosk.saved().length;
  await person.at.languagePage.comes();
  await expect(person.shows.picture(1, { pages: 1 })).toBeVisible();
  await person.checksAccess();
  await person.at.languagePage.prints();
  expect(await person.at.count.sheets()).toBe(1);
  expect(kiosk.saved()).toHaveLength(saved + 1);
  await person.at.count.allCame();
  await person.sees('plan.title');
});

test('Back from the page in other languages leads to the question that was open', async ({ person }) => {
  await person.comesToQuestions();
  for (const id of ['who', 'treatment', 'leaving', 'insurance'])
    await person.at.question(id).answers(...(DENIED[id] ?? []));
  await person.at.question('stage').isShown();
  await person.at.languagePage.comes();
  await person.goesBack();
  await person.at.question('stage').isShown();
  await person.goesBack();
  await person.at.question('insurance').isShown();
  await expect(person.page.getByRole('checkbox', { checked: true })).toHaveCount(1);
});

test('the letter’s date changes the plan', async ({ person, words }) => {
  await person.comesToCheck(DENIED);
  await person.at.check.changes('letter-date');
  await person.at.letterDate.goesBackBy('week', 2);
  await person.goesOn();
  await person.sees('check.title');
  await person.goesOn();
  await person.sees('plan.title');
  expect(await person.reads()).toContain(words.word('plan.dates'));
});

test('Back keeps every answer', async ({ person, words }) => {
  await person.comesToCheck(DENIED);
  await person.at.check.changes('stage');
  await person.at.question('stage').isShown();
  await expect(person.page.getByRole('radio', { name: words.answer('stage', 'denied') })).toBeChecked();
  await person.goesBack();
  await person.sees('check.title');
  await person.goesBack();
  for (const [question, [answer = '']] of Object.entries(DENIED).reverse()) {
    await person.at.question(question).isShown();
    const chosen = person.shows.chosen().filter({ hasText: words.answer(question, answer) });
    await expect(chosen).toHaveCount(1);
    await person.goesBack();
  }
  await person.sees('how.title');
});

test('a changed answer keeps the rest, names what it drops, and asks only what is new', async ({ person, words }) => {
  await person.comesToCheck(DENIED);
  await person.at.check.changes('stage');
  await person.at.question('stage').answers('approved');
  await person.sees('check.title');
  await expect(person.page.getByRole('status').filter({ hasText: words.question('reason') })).toBeVisible();
  const kept = await person.reads();
  expect(kept).toContain(words.answer('treatment', 'tpn'));
  expect(kept).not.toContain(words.answer('reason', 'not-necessary'));
  await person.at.check.changes('stage');
  await person.at.question('stage').answers('waiting');
  await person.at.question('hold-up').answers('slow');
  await person.at.question('urgent').answers('no');
  await person.sees('check.title');
});

test('a page left out comes back with Undo', async ({ person }) => {
  await person.comesToPlan(WAITING);
  await person.goesOn();
  await person.sees('pages.title');
  const first = person.page.getByRole('checkbox').first();
  await expect(first).toBeChecked();
  await first.click();
  await expect(first).not.toBeChecked();
  await person.touches('pages.undo');
  await expect(first).toBeChecked();
  await expect(person.shows.button('pages.undo')).toHaveCount(0);
});

test('the papers of an appeal are looked at one by one, and each is taken or left out there', async ({
  person,
  words,
}) => {
  const { page } = person;
  const { pieces, ...appeal } = person.at.appeal;
  await person.comesToPlan(DENIED);
  await person.touches('plan.appeal', { begins: true });
  await person.sees('appeal.title');
  const titles = await appeal.titles();
  const taken = [...(await appeal.taken())];
  expect(taken).toContain(true);
  expect(taken).toContain(false);
  await person.touches('appeal.look');
  await person.sees('preview.appeal');
  // Papers that are not taken can be seen too; each page names the paper that it belongs to.
  const place = person.shows.words('preview.page', { parameters: { page: 1 } });
  await expect(place).toBeVisible();
  const pages = Number((await place.innerText()).split(' ').at(-1));
  expect(pages).toBeGreaterThanOrEqual(titles.length);
  for (let number = 1; number <= pages; number += 1) {
    const label = (await person.shows.picture(number, { pages }).getAttribute('aria-label')) ?? '';
    const index = titles.findIndex((title) => label === words.word('preview.picture', { page: number, pages, title }));
    if (number === 1 || titles[index] === titles[taken.indexOf(false)]) {
      await person.touches(taken[index] === true ? 'preview.remove' : 'preview.take');
      taken[index] = taken[index] !== true;
    }
    if (number < pages) await person.touches('preview.more');
  }
  await person.goesBack();
  await person.sees('appeal.title');
  await expect(pieces.first()).toBeVisible();
  expect(await appeal.taken()).toEqual(taken);
  await person.goesOn();
  await person.sees('pages.title');
  for (const [index, title] of titles.entries()) {
    // On whatever page of the list.
    const inPages = page.getByRole('checkbox', { checked: true, includeHidden: true }).filter({ hasText: title });
    await expect(inPages).toHaveCount(taken[index] === true ? 1 : 0);
  }
});

test('missing pages are printed again, and only they', async ({ person, kiosk }) => {
  await person.comesToPlan(WAITING);
  await person.printsAll();
  const saved = kiosk.saved().length;
  await person.at.count.someAreMissing();
  await person.at.missing.picks(1);
  await person.goesOn();
  expect(await person.at.count.sheets()).toBe(1);
  expect(kiosk.saved()).toHaveLength(saved + 1);
});

test('when nothing came out, a nurse is asked for, and the pages can be printed again', async ({ person, kiosk }) => {
  await person.comesToPlan(WAITING);
  const sheets = await person.printsAll();
  const saved = kiosk.saved().length;
  await person.chooses('count.none');
  await person.goesOn();
  await person.sees('trouble.none');
  await person.touches('trouble.again');
  expect(await person.at.count.sheets()).toBe(sheets);
  expect(kiosk.saved()).toHaveLength(saved + 1);
});

test('Start over drops the answers and keeps the text size; Clear and leave drops both', async ({ person }) => {
  const html = person.page.locator('html');
  await person.comesToCheck(DENIED);
  await person.at.textSize.picks(2);
  await person.touches('bar.start-over');
  await person.sees('start-over.title');
  await person.touches('start-over.keep');
  await person.sees('check.title');
  await person.touches('bar.start-over');
  await person.sees('start-over.title');
  await person.touches('start-over.again');
  await person.sees('how.title');
  await expect(html).toHaveAttribute('data-text', '2');
  await person.goesOn();
  await person.at.question('who').isShown();
  await expect(person.shows.chosen()).toHaveCount(0);
  await person.at.help.clearsAndLeaves();
  await expect(html).toHaveAttribute('data-text', '1');
});

test('a kiosk that somebody left warns, then forgets', async ({ person, words }) => {
  const { clock } = person.page;
  await clock.install();
  await person.comesToCheck(DENIED);
  await clock.fastForward('03:01');
  await person.at.idle.wantsMoreTime();
  await person.sees('check.title');
  await clock.fastForward('03:01');
  await person.sees('idle.title');
  await expect(person.page.getByText(words.answer('treatment', 'tpn'))).not.toBeVisible();
  await clock.fastForward('01:01');
  await person.sees('attract.title');
  await person.at.attract.starts();
  await person.sees('language.title');
  await person.goesOn();
  await person.sees('how.title');
  await person.goesOn();
  await person.at.question('who').isShown();
  await expect(person.shows.chosen()).toHaveCount(0);
});

test('touches do nothing while the screen is cleaned, and the kiosk comes back by itself', async ({ person }) => {
  const { clock } = person.page;
  await clock.install();
  await person.arrives();
  await person.at.attract.cleans();
  await person.sees('cleaning.title');
  await person.page.mouse.click(540, 960);
  await clock.fastForward('00:15');
  await person.sees('cleaning.title');
  await clock.fastForward('00:16');
  await person.sees('attract.title');
});

test('twenty taps in anger skip no question', async ({ person, words }) => {
  await person.arrives();
  await person.at.attract.starts();
  await person.sees('language.title');
  const box = await (await person.comesTo('bar.continue')).boundingBox();
  if (box === null) throw new Error('Continue is not there');
  for (let taps = 0; taps < 20; taps += 1) {
    await person.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { delay: 0 });
  }
  const reached = [words.shown('how.title'), exactly(words.question('who'))].map(({ source }) => source);
  await expect(person.heading).toHaveText(new RegExp(reached.join('|')));
});

test('nothing of a person is in the address, the title, the history or any storage', async ({ person, words }) => {
  const entries: number[] = [];
  await person.comesToCheck(DENIED, async () => {
    entries.push(await person.page.evaluate(() => history.length));
  });
  await person.goesOn();
  await person.sees('plan.title');
  const { pathname, search, hash } = new URL(person.page.url());
  expect([pathname, search, hash]).toEqual(['/', '', '']);
  expect(await person.page.title()).toBe(words.word('app.title'));
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

test('a hidden screen shows nothing, and takes two touches in two places to come back', async ({ person, words }) => {
  await person.page.clock.install();
  await person.comesToCheck(DENIED);
  await person.touches('bar.hide');
  await person.sees('hidden.title');
  await expect(person.page.getByText(words.answer('treatment', 'tpn'))).not.toBeVisible();
  await person.page.clock.fastForward('00:31');
  await person.at.idle.wantsMoreTime();
  await person.sees('hidden.title');
  await person.touches('hidden.show');
  await person.touches('hidden.sure');
  await person.sees('check.title');
});

for (const [width, height] of [
  [1920, 1080],
  [1280, 800],
] as const) {
  test(`the whole way works at ${width} by ${height}`, async ({ person }) => {
    await person.page.setViewportSize({ width, height });
    await person.comesToPlan(WAITING);
    await person.printsAll();
    await person.leavesWithAll();
  });
}

/** The first sentence of the guide's own words for the first card of a section. */
function firstClaimOf({ atoms, cards, sections }: Guide, sectionId: string): string {
  const [cardId] = sections.find(({ id }) => id === sectionId)?.cards ?? [];
  const from = cards.find(({ id }) => id === cardId)?.from ?? [];
  const claim = atoms.find(({ id, kind }) => kind === 'claim' && from.includes(id));
  if (claim === undefined) throw new Error(`the guide says nothing in ${sectionId}`);
  return claim.text;
}
