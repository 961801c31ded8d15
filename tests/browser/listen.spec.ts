/** Reading aloud: what is said of every screen, as text, and what the controls of listening do. */
import { expect, type Page } from '@playwright/test';
import { spoken, unspoken } from '../../src/guide/speech';
import type { WordKey } from '../../src/renderer/logic/word-keys';
import { Gallery, SCENES } from './gallery';
import { test } from './kiosk';
import { endLine, installVoice, saidSince, stopsSoFar } from './voice';

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

test('the names of the languages are said to whoever asks, also without Listen', async ({ person, page, words }) => {
  await installVoice(page, { auto: false });
  await person.arrives();
  await person.at.attract.starts();
  await person.sees('language.title');
  await person.touches('language.hear');
  expect((await person.hears('language.name.en')).lang).toBe('en-US');
  await expect(page.locator('[data-reading]')).toHaveText(words.word('language.name.en'));
  await endLine(page);
  await person.isSilent();
  expect(await saidSince(page)).toEqual([]);
  // Going on silences at once.
  await person.touches('language.hear');
  await person.hears('language.name.en');
  const stops = await stopsSoFar(page);
  await person.goesOn();
  await expect.poll(() => stopsSoFar(page)).toBe(stops + 1);
  await person.isSilent();
});

test('everything on every screen is said', async ({ person, page, words }) => {
  const { lexicon } = words.guide;
  test.setTimeout(240_000);
  await installVoice(page, { auto: true });
  await person.arrives();
  const gallery = await Gallery.open(page);
  await gallery.look({ textSize: 1, theme: 'warm', lowReach: false });
  await person.listens();
  const unsaid: string[] = [];
  const unfit: string[] = [];
  for (const scene of SCENES.filter(({ curtain }) => curtain !== 'hidden')) {
    await saidSince(page);
    await gallery.show(scene);
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

test('the first screen says what it does and how to listen alone', async ({ person, page, words }) => {
  const button = (key: WordKey): string => words.spoken('listen.button', { name: words.word(key) });
  await installVoice(page, { auto: true });
  await person.arrives();
  await person.listens();
  await person.isSilent();
  expect((await saidSince(page)).map(({ text }) => text)).toEqual([
    words.spoken('attract.title'),
    'Test Hospital.',
    ...(['attract.free', 'attract.private', 'attract.minutes', 'attract.prints'] as const).map((key) =>
      words.spoken(key),
    ),
    words.spoken('listen.headphones'),
    words.spoken('drawing.way-home'),
    button('attract.start'),
    words.spoken('language.name.en'),
    words.spoken('app.not-approved'),
    button('cleaning.start'),
  ]);
});

test('a question is said before its place, its reason, its answers and the hint', async ({ person, page, words }) => {
  await installVoice(page, { auto: true });
  await person.comesToQuestions();
  const who = person.at.question('who');
  await who.isShown();
  await person.listens();
  await person.isSilent();
  const [me, other] = [words.answer('who', 'me'), words.answer('who', 'other')];
  expect((await saidSince(page)).map(({ text }) => text)).toEqual([
    words.question('who'),
    expect.stringMatching(words.shown('question.place', { begins: true })),
    words.spoken('listen.button', { name: words.word('question.why') }),
    words.spoken('listen.choices', { count: 2 }),
    `${me}.`,
    `${other}.`,
    words.spoken('listen.hint'),
  ]);
  await who.chooses('me');
  const chosen = words.spoken('listen.chosen', { choice: me });
  await expect.poll(async () => (await saidSince(page)).map(({ text }) => text)).toEqual([chosen]);
});

test('listening can be paused, repeated, sped up and made louder, lights up its line, and ends at once', async ({
  person,
  page,
  words,
}) => {
  await installVoice(page, { auto: false });
  await person.arrives();
  await person.at.attract.starts();
  await person.sees('language.title');
  await person.listens();
  await person.hears('language.title');
  await expect(page.locator('[data-reading]')).toHaveText(words.word('language.title'));
  await endLine(page);
  await person.hears('listen.choices-one');

  await person.touches('listen.pause');
  await expect(page.locator('[data-reading]')).toHaveCount(0);
  expect(await saidSince(page)).toEqual([]);
  await person.touches('listen.go-on');
  await person.hears('listen.choices-one');
  await person.touches('listen.again');
  await person.hears('language.title');

  await person.touches('listen.sound');
  await person.sees('listen.sound');
  await person.touches('listen.faster');
  await person.touches('listen.louder');
  const faster = (await saidSince(page)).at(-1);
  expect(faster).toMatchObject({ rate: 1.25, volume: 1, lang: 'en-US' });
  await person.touches('bar.close');
  await person.sees('language.title');

  await person.hears('language.title');
  const stops = await stopsSoFar(page);
  await person.goesOn();
  await expect.poll(() => stopsSoFar(page)).toBeGreaterThan(stops);
  await person.sees('how.title');
  await person.hears('how.title');

  // The next person begins in silence.
  await person.at.help.clearsAndLeaves();
  await expect(person.shows.button('bar.listen')).toHaveAttribute('aria-pressed', 'false');
  await person.at.attract.starts();
  await person.sees('language.title');
  await saidSince(page);
  await person.listens();
  expect((await person.hears('language.title')).rate).toBe(1);
});

test('without a voice there is no Listen', async ({ person }) => {
  await person.arrives();
  await expect(person.shows.button('bar.listen')).toHaveCount(0);
});
