/** Hands that do the unexpected: several fingers, palms, slow or stray touches; and the idle clock. */
import { expect, type CDPSession, type Page } from '@playwright/test';
import type { WordKey } from '../../src/renderer/logic/word-keys';
import { test } from './kiosk';
import type { Person } from './person';

interface Finger {
  readonly x: number;
  readonly y: number;
}

test.use({ hasTouch: true });

async function fingersOn(
  page: Page,
): Promise<(type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly Finger[]) => Promise<void>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  return async (type, at) => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: at.map((finger, id) => ({ ...finger, id })) });
  };
}

async function middleOf(person: Person, key: WordKey): Promise<Finger> {
  const box = await (await person.comesTo(key)).boundingBox();
  if (box === null) throw new Error(`no control ${key}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function atLanguage(person: Person): Promise<void> {
  await person.arrives();
  await person.at.attract.starts();
  await person.sees('language.title');
}

test('a long press on a control acts as a tap does, once', async ({ person, page }) => {
  await atLanguage(person);
  const touch = await fingersOn(page);
  const at = await middleOf(person, 'bar.continue');
  await touch('touchStart', [at]);
  // Longer than any browser waits before it calls it a long press.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_200)));
  await touch('touchEnd', []);
  await person.sees('how.title');
});

test('drags, pinches, palms, swipes from the edge and slides off a control do nothing', async ({ person, page }) => {
  await atLanguage(person);
  const touch = await fingersOn(page);
  const at = await middleOf(person, 'bar.continue');
  const scale = (): Promise<number> => page.evaluate(() => window.visualViewport?.scale ?? 1);
  // Off the control before it is let go.
  await touch('touchStart', [at]);
  for (let step = 1; step <= 10; step += 1) await touch('touchMove', [{ x: at.x, y: at.y - step * 40 }]);
  await touch('touchEnd', []);
  // Two fingers apart.
  await touch('touchStart', [
    { x: 500, y: 900 },
    { x: 580, y: 900 },
  ]);
  for (let step = 1; step <= 10; step += 1)
    await touch('touchMove', [
      { x: 500 - step * 30, y: 900 },
      { x: 580 + step * 30, y: 900 },
    ]);
  await touch('touchEnd', []);
  // A palm: many points at once.
  await touch(
    'touchStart',
    Array.from({ length: 6 }, (_, point) => ({ x: 200 + point * 60, y: 1000 + (point % 3) * 50 })),
  );
  await touch('touchEnd', []);
  // From the left and the upper edge.
  for (const [from, to] of [
    [
      { x: 1, y: 900 },
      { x: 700, y: 900 },
    ],
    [
      { x: 500, y: 1 },
      { x: 500, y: 900 },
    ],
  ] as const) {
    await touch('touchStart', [from]);
    for (let step = 1; step <= 10; step += 1)
      await touch('touchMove', [
        { x: from.x + ((to.x - from.x) * step) / 10, y: from.y + ((to.y - from.y) * step) / 10 },
      ]);
    await touch('touchEnd', []);
  }
  await person.sees('language.title');
  expect(await scale()).toBe(1);
  expect(await page.evaluate(() => [scrollX, scrollY, document.documentElement.scrollTop])).toEqual([0, 0, 0]);
});

test('ten touches that hit nothing bring a curtain, which can be closed', async ({ person, page }) => {
  await atLanguage(person);
  for (let taps = 0; taps < 9; taps += 1) await page.mouse.click(540, 1200);
  await person.sees('language.title');
  await page.mouse.click(540, 1200);
  await person.sees('stray-taps.title');
  await expect(person.shows.words('language.name.en')).toHaveCount(0);
  await person.touches('stray-taps.keep');
  await person.sees('language.title');
});

test('nothing can be selected, copied, pasted or dragged', async ({ person, page }) => {
  await atLanguage(person);
  const box = await page.getByRole('heading', { level: 1 }).boundingBox();
  if (box === null) throw new Error('no heading');
  await page.mouse.move(box.x, box.y + 5);
  await page.mouse.down();
  await page.mouse.move(box.x + 400, box.y + 300, { steps: 5 });
  await page.mouse.up();
  await page.mouse.dblclick(box.x + 60, box.y + 20);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toBe('');
  const prevented = await page.evaluate(() =>
    ['copy', 'cut', 'paste', 'dragstart', 'drop', 'contextmenu', 'selectstart'].filter((name) =>
      document.body.dispatchEvent(new Event(name, { bubbles: true, cancelable: true })),
    ),
  );
  expect(prevented).toEqual([]);
});

test('Hide hides within two frames, and a hidden screen ends after 90 seconds', async ({ person, page }) => {
  await page.clock.install();
  await atLanguage(person);
  await person.goesOn();
  await person.sees('how.title');
  await person.goesOn();
  await person.at.question('who').isShown();
  // Also in the half second after a screen change.
  const headings = await person.shows.button('bar.hide').evaluate(async (control) => {
    (control as HTMLElement).click();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return [...document.querySelectorAll('h1')].filter((each) => each.checkVisibility()).map((each) => each.innerText);
  });
  expect(headings).toEqual([person.words.word('hidden.title')]);
  await person.sees('hidden.title');
  await page.clock.fastForward(91_000);
  await person.sees('attract.title');
});

test('a person gets more time as often as they ask, and is offered a slower clock after three times', async ({
  person,
  page,
}) => {
  await page.clock.install();
  await atLanguage(person);
  for (let times = 1; times <= 12; times += 1) {
    await page.clock.fastForward(181_000);
    await person.sees('idle.title');
    await expect(person.shows.button('idle.slow')).toHaveCount(times > 3 ? 1 : 0);
    await person.touches('idle.more');
    await person.sees('language.title');
  }
  await page.clock.fastForward(181_000);
  await person.sees('idle.title');
  await person.touches('idle.slow');
  await person.sees('language.title');
  await page.clock.fastForward(590_000);
  await person.sees('language.title');
  await page.clock.fastForward(11_000);
  await person.sees('idle.title');
});

test('a person who uses keys has twice the time', async ({ person, page }) => {
  await page.clock.install();
  await atLanguage(person);
  await page.keyboard.press('Tab');
  await page.clock.fastForward(300_000);
  await person.sees('language.title');
  await page.clock.fastForward(61_000);
  await person.sees('idle.title');
  await page.clock.fastForward(100_000);
  await person.sees('idle.title');
  await page.clock.fastForward(21_000);
  await person.sees('attract.title');
});
