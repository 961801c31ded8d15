/** The whole way in the largest text, all controls within reach of a wheelchair. */
import { expect } from '@playwright/test';
import { test } from './kiosk';
import { layoutFaults } from './layout';
import { FOR_ANOTHER } from './ways';

test('the largest text in low reach holds on every screen from attract to done', async ({ person, page, kiosk }) => {
  test.setTimeout(180_000);
  const saved = kiosk.saved().length;
  const holds = async (): Promise<void> => {
    expect(await layoutFaults(page, { brokenWords: false })).toEqual([]);
  };
  const holdsOnEachPage = (): Promise<void> => person.eachPage(holds);

  await person.arrives();
  await person.at.attract.starts();
  await person.sees('language.title');
  await person.at.textSize.picks(4);
  await person.sees('language.title');
  await person.touches('bar.low-reach');
  await holds();
  await person.goesOn();
  await person.sees('how.title');
  await holdsOnEachPage();
  await person.goesOn();
  await person.answersAll(FOR_ANOTHER, holdsOnEachPage);
  await person.goesOn();
  await person.sees('plan.title');
  await holdsOnEachPage();
  await person.goesOn();
  await person.sees('pages.title');
  await person.goesOn();
  await person.sees('preview.title');
  await expect(person.shows.picture(1)).toBeVisible();
  await holds();
  await person.touches('preview.as-text');
  await expect(page.locator('.line-of-text:visible').first()).toBeVisible();
  await holds();
  await person.goesOn();
  await person.sees('print.title');
  await person.touches('print.now');
  await person.sees('count.title');
  await holds();
  await person.leavesWithAll(holds);
  expect(kiosk.saved()).toHaveLength(saved + 1);
});
