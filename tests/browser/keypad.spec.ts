/** A keypad that sends keys of its own, told in the settings. */
import { expect } from '@playwright/test';
import { test } from './kiosk';
import { endLine, installVoice } from './voice';

test.use({ settings: '[keys]\nnext = ["F7"]\nselect = ["F8"]\nback = ["F9"]\nlisten = ["p"]' });

test('each key does what the settings say, and the usual keys still work', async ({ person, page }) => {
  await installVoice(page, { auto: false });
  await person.arrives();
  const start = page.getByRole('button', { name: 'Touch to start' });
  for (let steps = 0; steps < 3 && !(await start.evaluate((it) => it === document.activeElement)); steps += 1) {
    await page.keyboard.press('F7');
  }
  await expect(start).toBeFocused();
  await page.keyboard.press('F8');
  await person.sees('Choose your language');
  await page.keyboard.press('p');
  await person.isSaid('Choose your language.');
  await endLine(page);
  await person.isSaid('1 choice.');
  // Once more: from the beginning.
  await page.keyboard.press('p');
  await person.isSaid('Choose your language.');
  await page.keyboard.press('F9');
  await person.sees('Getting insurance to pay for IV treatment at home');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('button:focus')).toHaveCount(1);
});
