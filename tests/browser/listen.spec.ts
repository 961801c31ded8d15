/** Reading aloud: what is said of every screen, as text, and what the controls of listening do. */
import { expect, type Page } from '@playwright/test';
import { loadGuide } from '../../src/guide/load';
import { spoken, unspoken } from '../../src/guide/speech';
import { today } from '../../src/machine/today';
import { exposeApp, SCENES, setLook, show } from './gallery';
import { answerText, questionText, test } from './kiosk';
import { endLine, installVoice, saidSince, stopsSoFar } from './voice';

const loaded = loadGuide({ folder: 'content', language: 'en', today: today() });
if (!loaded.ok) throw new Error('the content is not good');
const { lexicon } = loaded.value.guide;

/** The words a line is made of, without stops: speech and screen differ in pauses only. */
function wordsOf(said: string): string {
  return said
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Every text that can be seen in the screen, line by line as the layout breaks it into blocks. */
function seenOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const main = [...document.querySelectorAll<HTMLElement>('main')].find((each) => each.checkVisibility());
    const texts: string[] = [];
    const walker = document.createTreeWalker(main ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const isShown = element?.checkVisibility({ visibilityProperty: true }) === true;
      // A drawing is said by its name.
      if (!isShown || element.closest('[aria-hidden=true], [role=img]') !== null) continue;
      // Where a line may break within a word, the word is one text all the same.
      const isBroken = element.querySelector(':scope > wbr') !== null;
      const text = (isBroken ? element.textContent : (node.nodeValue ?? '')).trim();
      if (text !== '' && texts.at(-1) !== text) texts.push(text);
    }
    return texts;
  });
}

test('the names of the languages are said to whoever asks, also with no reading', async ({ person, page }) => {
  await installVoice(page, { auto: false });
  await person.arrives();
  await person.touches('Touch to start');
  await person.sees('Choose your language');
  await person.touches('Hear the names');
  expect((await person.isSaid('English.')).lang).toBe('en-US');
  await expect(page.locator('[data-reading]')).toHaveText('English');
  await endLine(page);
  await person.isSilent();
  expect(await saidSince(page)).toEqual([]);
  // Going on silences at once.
  await person.touches('Hear the names');
  await person.isSaid('English.');
  const before = await stopsSoFar(page);
  await person.goesOn();
  await expect.poll(() => stopsSoFar(page)).toBe(before + 1);
  await person.isSilent();
});

test('everything on every screen is said: the heading first, then all the rest', async ({ person, page }) => {
  test.setTimeout(240_000);
  await installVoice(page, { auto: true });
  await person.arrives();
  await exposeApp(page);
  await setLook(page, { textSize: 1, theme: 'warm', lowReach: false });
  await person.listens();
  const unsaid: string[] = [];
  const unfit: string[] = [];
  for (const scene of SCENES.filter(({ curtain }) => curtain !== 'hidden')) {
    await saidSince(page);
    await show(page, scene);
    const heading = await page.locator('h1:visible').innerText();
    await expect.poll(() => page.evaluate(() => document.querySelector('[data-reading]') === null)).toBe(true);
    await page.waitForFunction(() => (window as unknown as { voice: { said: unknown[] } }).voice.said.length > 0);
    await person.isSilent();
    const said = (await saidSince(page)).map(({ text }) => text);
    const all = ` ${said.map(wordsOf).join(' ')} `;
    expect(
      said.some((line) => wordsOf(line) === wordsOf(spoken(heading, lexicon))),
      `${scene.name}: ${heading}`,
    ).toBe(true);
    for (const text of await seenOn(page))
      if (!all.includes(` ${wordsOf(spoken(text, lexicon))} `.replace(/^ +$/, ' ')))
        unsaid.push(`${scene.name}: ${text}`);
    for (const line of said)
      unfit.push(...unspoken(line, lexicon).map((piece) => `${scene.name}: "${piece}" in ${line}`));
  }
  expect(unsaid).toEqual([]);
  expect(unfit).toEqual([]);
});

test('the first screen says what it does and how to listen alone', async ({ person, page }) => {
  await installVoice(page, { auto: true });
  await person.arrives();
  await person.listens();
  await person.isSilent();
  expect((await saidSince(page)).map(({ text }) => text)).toEqual([
    'Getting insurance to pay for I V treatment at home.',
    'Test Hospital.',
    'Free.',
    'Private.',
    'About 3 minutes.',
    'You get pages to take with you.',
    'Plug in headphones to listen alone.',
    'A path of stones leads from a hospital to a house with a lit window. Two people walk on it.',
    'Button: Touch to start.',
    'English.',
    'Not yet approved by your hospital.',
    'Button: Clean the screen.',
  ]);
});

test('a question is said in this order', async ({ person, page }) => {
  await installVoice(page, { auto: true });
  await person.comesToQuestions();
  await person.sees(questionText('who'));
  await person.listens();
  await person.isSilent();
  expect((await saidSince(page)).map(({ text }) => text)).toEqual([
    'Who are you getting this for?',
    'Question 1 of about 7.',
    'Button: Why we ask.',
    '2 choices.',
    'Me.',
    'Someone I care for.',
    'Touch Continue to go on.',
  ]);
  await person.touches(answerText('who', 'me'), 'radio');
  await expect.poll(async () => (await saidSince(page)).map(({ text }) => text)).toEqual(['Chosen: Me.']);
});

test('listening can be paused, repeated, sped up and made louder, lights up its line, and ends at once', async ({
  person,
  page,
}) => {
  await installVoice(page, { auto: false });
  await person.arrives();
  await person.touches('Touch to start');
  await person.sees('Choose your language');
  await person.listens();
  await person.isSaid('Choose your language.');
  await expect(page.locator('[data-reading]')).toHaveText('Choose your language');
  await endLine(page);
  await person.isSaid('1 choice.');

  await person.touches('Pause');
  await expect(page.locator('[data-reading]')).toHaveCount(0);
  expect(await saidSince(page)).toEqual([]);
  await person.touches('Go on');
  await person.isSaid('1 choice.');
  await person.touches('Again');
  await person.isSaid('Choose your language.');

  await person.touches('Speed and sound');
  await person.sees('Speed and sound');
  await person.touches('Faster');
  await person.touches('Louder');
  const faster = (await saidSince(page)).at(-1);
  expect(faster).toMatchObject({ rate: 1.25, volume: 1, lang: 'en-US' });
  await person.touches('Close');
  await person.sees('Choose your language');

  await person.isSaid('Choose your language.');
  const before = await stopsSoFar(page);
  await person.goesOn();
  await expect.poll(() => stopsSoFar(page)).toBeGreaterThan(before);
  await person.sees('How this works');
  await person.isSaid('How this works.');

  // The next person begins in silence.
  await person.touches('Help');
  await person.sees('Please ask a nurse for help');
  await person.touches('Clear and leave');
  await person.sees('Clear everything and leave?');
  await person.touches('Yes, clear it');
  await person.sees('Getting insurance to pay for IV treatment at home');
  await expect(page.getByRole('button', { name: 'Listen' })).toHaveAttribute('aria-pressed', 'false');
  await person.touches('Touch to start');
  await person.sees('Choose your language');
  await saidSince(page);
  await person.listens();
  expect((await person.isSaid('Choose your language.')).rate).toBe(1);
});

test('without a voice there is no Listen', async ({ person, page }) => {
  await person.arrives();
  await expect(page.getByRole('button', { name: 'Listen' })).toHaveCount(0);
});
