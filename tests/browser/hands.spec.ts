/** Hands that do not do what was expected: several fingers, palms, slow ones, wild ones; and the clock that watches. */
import { expect, type CDPSession, type Page } from '@playwright/test';
import { questionText, test } from './kiosk';
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

async function middleOf(page: Page, name: string): Promise<Finger> {
  const box = await page.getByRole('button', { name, exact: true }).filter({ visible: true }).boundingBox();
  if (box === null) throw new Error(`no control ${name}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function atLanguage(person: Person): Promise<void> {
  await person.arrives();
  await person.touches('Touch to start');
  await person.sees('Choose your language');
}

test('a finger that rests on a control means what a quick one does, once', async ({ person, page }) => {
  await atLanguage(person);
  const touch = await fingersOn(page);
  const at = await middleOf(page, 'Continue');
  await touch('touchStart', [at]);
  // Longer than any browser waits before it calls it a long press.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_200)));
  await touch('touchEnd', []);
  await person.sees('How this works');
});

test('drags, pinches, palms, swipes from the edge and slides off a control do nothing', async ({ person, page }) => {
  await atLanguage(person);
  const touch = await fingersOn(page);
  const at = await middleOf(page, 'Continue');
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
  await person.sees('Choose your language');
  expect(await scale()).toBe(1);
  expect(await page.evaluate(() => [scrollX, scrollY, document.documentElement.scrollTop])).toEqual([0, 0, 0]);
});

test('ten touches that hit nothing bring a curtain, and it can be lifted', async ({ person, page }) => {
  await atLanguage(person);
  for (let taps = 0; taps < 9; taps += 1) await page.mouse.click(540, 1200);
  await person.sees('Choose your language');
  await page.mouse.click(540, 1200);
  await person.sees('Do you want to go on?');
  await expect(page.getByText('English').filter({ visible: true })).toHaveCount(0);
  await person.touches('Yes, go on');
  await person.sees('Choose your language');
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

test('hiding is done by the next frames, and a hidden screen ends after 90 seconds', async ({ person, page }) => {
  await page.clock.install();
  await atLanguage(person);
  await person.goesOn();
  await person.sees('How this works');
  await person.goesOn();
  await person.sees(questionText('who'));
  // Also in the half second after a screen change.
  const stands = await page.getByRole('button', { name: 'Hide my screen' }).evaluate(async (control) => {
    (control as HTMLElement).click();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return [...document.querySelectorAll('h1')].filter((each) => each.checkVisibility()).map((each) => each.innerText);
  });
  expect(stands).toEqual(['Your screen is hidden']);
  await person.sees('Your screen is hidden');
  await page.clock.fastForward(91_000);
  await person.sees('Getting insurance to pay for IV treatment at home');
});

test('more time is given as often as it is wanted, and a slower clock after three times', async ({ person, page }) => {
  await page.clock.install();
  await atLanguage(person);
  for (let times = 1; times <= 12; times += 1) {
    await page.clock.fastForward(181_000);
    await person.sees('Do you need more time?');
    const slow = page.getByRole('button', { name: 'Wait 10 minutes each time' });
    await expect(slow).toHaveCount(times > 3 ? 1 : 0);
    await person.touches('Yes, more time');
    await person.sees('Choose your language');
  }
  await page.clock.fastForward(181_000);
  await person.sees('Do you need more time?');
  await person.touches('Wait 10 minutes each time');
  await person.sees('Choose your language');
  await page.clock.fastForward(590_000);
  await person.sees('Choose your language');
  await page.clock.fastForward(11_000);
  await person.sees('Do you need more time?');
});

test('who goes by keys has twice the time', async ({ person, page }) => {
  await page.clock.install();
  await atLanguage(person);
  await page.keyboard.press('Tab');
  await page.clock.fastForward(300_000);
  await person.sees('Choose your language');
  await page.clock.fastForward(61_000);
  await person.sees('Do you need more time?');
  await page.clock.fastForward(100_000);
  await person.sees('Do you need more time?');
  await page.clock.fastForward(21_000);
  await person.sees('Getting insurance to pay for IV treatment at home');
});
