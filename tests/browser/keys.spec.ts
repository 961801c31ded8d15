/** The whole way without a touch: by six keys with speech, and by two. */
import { expect, type Page } from '@playwright/test';
import type { WordKey } from '../../src/renderer/logic/word-keys';
import { test } from './kiosk';
import type { Person } from './person';
import { installVoice, saidSince } from './voice';
import { DENIED } from './ways';
import { exactly } from './words';

interface Keypad {
  /** Goes to the control with this name by keys alone. */
  goesTo(name: RegExp): Promise<void>;
  /** Goes to the control with the words of this key. */
  goesToKey(key: WordKey): Promise<void>;
  selects(): Promise<void>;
}

/** The name of the control that has the focus; what has it must be seen, with its ring drawn. */
async function focused(page: Page): Promise<string> {
  const { name, isShown, ringPx, leastPx } = await page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    return {
      name: (at.getAttribute('aria-label') ?? at.innerText).replace(/\s+/g, ' ').trim(),
      isShown: at !== document.body && at.checkVisibility({ visibilityProperty: true }),
      ringPx: Number.parseFloat(getComputedStyle(at).outlineWidth),
      leastPx: 1.5 * Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm')),
    };
  });
  expect(isShown, `the focus is lost after "${name}"`).toBe(true);
  expect(ringPx).toBeGreaterThanOrEqual(leastPx - 0.5);
  return name;
}

const MAX_STEPS = 80;

function keypad(person: Person, move: string, select: string): Keypad {
  const { page } = person;
  const goesTo = async (name: RegExp): Promise<void> => {
    for (let steps = 0; steps < MAX_STEPS; steps += 1) {
      await page.keyboard.press(move);
      if (name.test(await focused(page))) return;
    }
    throw new Error(`no control ${String(name)} can be reached with ${move}`);
  };
  return {
    goesTo,
    goesToKey: (key) => goesTo(person.words.shown(key, { begins: true })),
    selects: async () => {
      await person.isReady();
      await page.keyboard.press(select);
    },
  };
}

async function wholeWay(person: Person, { goesTo, goesToKey, selects }: Keypad): Promise<void> {
  const { words } = person;
  const press = async (key: WordKey): Promise<void> => {
    await goesToKey(key);
    await selects();
  };
  await person.arrives();
  await press('attract.start');
  await person.sees('language.title');
  await press('bar.continue');
  await person.sees('how.title');
  await press('bar.continue');
  for (const [question, answers] of Object.entries(DENIED)) {
    await person.at.question(question).isShown();
    for (const answer of answers) {
      await goesTo(exactly(words.answer(question, answer), { begins: true }));
      await selects();
    }
    await press('bar.continue');
  }
  await person.sees('check.title');
  await press('bar.continue');
  await person.sees('plan.title');
  await press('pager.more');
  await focused(person.page);
  await press('bar.continue');
  await person.sees('pages.title');
  await press('bar.continue');
  await person.sees('preview.title');
  await expect(person.shows.picture(1)).toBeVisible();
  await press('bar.continue');
  await person.sees('print.title');
  await press('print.now');
  await person.sees('count.title');
  await press('count.all');
  await press('bar.continue');
  await person.sees('done.title');
  await press('done.done');
  await person.sees('attract.title');
}

test('six keys and speech lead from attract to done', async ({ person, page, kiosk, words }) => {
  await installVoice(page, { auto: true });
  await person.arrives();
  await page.keyboard.press('ArrowUp');
  const pad = keypad(person, 'ArrowDown', 'Enter');
  await pad.goesToKey('bar.listen');
  await pad.selects();
  const printed = kiosk.saved().length;
  await pad.goesToKey('attract.start');
  await pad.selects();
  await person.sees('language.title');
  // Left and right go by groups: from the heading to the bar below, and back to the settings above.
  await page.keyboard.press('ArrowRight');
  await focused(page);
  await page.keyboard.press('ArrowLeft');
  await focused(page);
  await saidSince(page);
  await pad.goesToKey('bar.continue');
  await person.hears('listen.button', { name: words.word('bar.continue') });
  await pad.selects();
  await person.sees('how.title');
  // Back.
  await person.isReady();
  await page.keyboard.press('Escape');
  await person.sees('language.title');
  await page.keyboard.press('Escape');
  await person.sees('attract.title');
  await wholeWay(person, pad);
  expect(kiosk.saved()).toHaveLength(printed + 1);
});

test('two keys lead from attract to done', async ({ person, kiosk }) => {
  const printed = kiosk.saved().length;
  const pad = keypad(person, 'Tab', ' ');
  await wholeWay(person, pad);
  expect(kiosk.saved()).toHaveLength(printed + 1);
  // A key ends the cleaning of the screen, which no touch does.
  await pad.goesToKey('cleaning.start');
  await pad.selects();
  await person.sees('cleaning.title');
  await pad.goesToKey('cleaning.stop');
  await pad.selects();
  await person.sees('attract.title');
});

test('a key that is held down acts once, and every other key does nothing', async ({ person, page, words }) => {
  await person.arrives();
  await person.at.attract.starts();
  await person.sees('language.title');
  await keypad(person, 'Tab', ' ').goesToKey('bar.continue');
  await page.keyboard.down('Enter');
  for (let repeats = 0; repeats < 30; repeats += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await person.sees('how.title');

  await page.keyboard.press('F1');
  await person.sees('help.title');
  await expect(page.getByText(`${words.word('help.here')} ${words.word('how.title')}`)).toBeVisible();
  await expect(person.shows.words('help.keys')).toBeVisible();
  await page.keyboard.press('Escape');
  await person.sees('how.title');

  const others = [
    ..."abcdefghijklmnopqrstuvwxyz0123456789`-=[]\\;',./",
    // F1 is the key for help, F2 the one for listening.
    ...Array.from({ length: 10 }, (_, at) => `F${at + 3}`),
    'Home',
    'End',
    'PageUp',
    'PageDown',
    'Insert',
    'Delete',
    'ContextMenu',
    'Control+a',
    'Control+p',
    'Control+f',
    'Control+r',
    'Control+s',
    'Control+Shift+i',
    'Alt+ArrowLeft',
    'Control+plus',
    'BrowserBack',
  ];
  for (const key of others) await page.keyboard.press(key).catch(() => undefined);
  await person.sees('how.title');
  expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toBe('');
  expect(page.context().pages()).toHaveLength(1);
});
