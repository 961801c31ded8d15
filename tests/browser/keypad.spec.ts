/** A keypad that sends keys of its own, which the settings name. */
import { expect } from '@playwright/test';
import { test } from './kiosk';
import { endLine, installVoice } from './voice';

test.use({ settings: '[keys]\nnext = ["F7"]\nselect = ["F8"]\nback = ["F9"]\nlisten = ["p"]' });

test('each key does what the settings say, and the usual keys still work', async ({ person, page }) => {
  await installVoice(page, { auto: false });
  await person.arrives();
  const start = person.shows.button('attract.start');
  for (let steps = 0; steps < 3 && !(await start.evaluate((it) => it === document.activeElement)); steps += 1) {
    await page.keyboard.press('F7');
  }
  await expect(start).toBeFocused();
  await page.keyboard.press('F8');
  await person.sees('language.title');
  await page.keyboard.press('p');
  await person.hears('language.title');
  await endLine(page);
  await person.hears('listen.choices-one');
  // Once more: from the beginning.
  await page.keyboard.press('p');
  await person.hears('language.title');
  await page.keyboard.press('F9');
  await person.sees('attract.title');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('button:focus')).toHaveCount(1);
});
