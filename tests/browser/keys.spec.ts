/** The whole way without a touch: by six keys with speech, and by two. */
import { expect, type Page } from '@playwright/test';
import { answerText, questionText, test } from './kiosk';
import type { Person } from './person';
import { installVoice, saidSince } from './voice';

const WAY = [
  ['who', 'me'],
  ['treatment', 'tpn'],
  ['leaving', 'home'],
  ['insurance', 'bought'],
  ['stage', 'denied'],
  ['reason', 'not-necessary'],
  ['level', 'first'],
  ['urgent', 'no'],
  ['money', 'no'],
] as const;

interface Keypad {
  /** Goes to the control with this name by keys alone. */
  goesTo(name: string | RegExp): Promise<void>;
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

function matches(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name === wanted || name.startsWith(`${wanted} `) : wanted.test(name);
}

const MAX_STEPS = 80;

function keypad(person: Person, move: string, select: string): Keypad {
  const { page } = person;
  return {
    goesTo: async (name) => {
      for (let steps = 0; steps < MAX_STEPS; steps += 1) {
        await page.keyboard.press(move);
        if (matches(await focused(page), name)) return;
      }
      throw new Error(`no control "${String(name)}" can be reached with ${move}`);
    },
    selects: async () => {
      await person.isReady();
      await page.keyboard.press(select);
    },
  };
}

async function wholeWay(person: Person, { goesTo, selects }: Keypad): Promise<void> {
  const press = async (name: string | RegExp): Promise<void> => {
    await goesTo(name);
    await selects();
  };
  await person.arrives();
  await press('Touch to start');
  await person.sees('Choose your language');
  await press('Continue');
  await person.sees('How this works');
  await press('Continue');
  for (const [question, answer] of WAY) {
    await person.sees(questionText(question));
    await press(answerText(question, answer));
    await press('Continue');
  }
  await person.sees('Check your answers');
  await press('Continue');
  await person.sees('Your plan');
  await press('More');
  await focused(person.page);
  await press('Continue');
  await person.sees('My pages');
  await press('Continue');
  await person.sees('Look at your pages');
  await expect(person.page.getByRole('img', { name: /^Picture of page 1 of/ })).toBeVisible();
  await press('Continue');
  await person.sees('Print your pages');
  await press('Print now');
  await person.sees(/You should have \d+ sheets?\. Do you\?/);
  await press('Yes, all of them');
  await press('Continue');
  await person.sees('Take your papers');
  await press("I'm done");
  await person.sees('Getting insurance to pay for IV treatment at home');
}

test('six keys, with speech, from attract to done', async ({ person, page, kiosk }) => {
  await installVoice(page, { auto: true });
  await person.arrives();
  await page.keyboard.press('ArrowUp');
  const pad = keypad(person, 'ArrowDown', 'Enter');
  await pad.goesTo('Listen');
  await pad.selects();
  await person.isSaid('Touch to start.').catch(() => undefined);
  const printed = kiosk.saved().length;
  await pad.goesTo('Touch to start');
  await pad.selects();
  await person.sees('Choose your language');
  // Left and right go by groups: from the heading to the bar below, and back to the settings above.
  await page.keyboard.press('ArrowRight');
  await focused(page);
  await page.keyboard.press('ArrowLeft');
  await focused(page);
  await saidSince(page);
  await pad.goesTo('Continue');
  await person.isSaid('Button: Continue.');
  await pad.selects();
  await person.sees('How this works');
  // Back.
  await person.isReady();
  await page.keyboard.press('Escape');
  await person.sees('Choose your language');
  await page.keyboard.press('Escape');
  await person.sees('Getting insurance to pay for IV treatment at home');
  await wholeWay(person, pad);
  expect(kiosk.saved()).toHaveLength(printed + 1);
});

test('two keys, from attract to done', async ({ person, kiosk }) => {
  const printed = kiosk.saved().length;
  const pad = keypad(person, 'Tab', ' ');
  await wholeWay(person, pad);
  expect(kiosk.saved()).toHaveLength(printed + 1);
  // A key ends the cleaning of the screen, which no touch does.
  await pad.goesTo('Clean the screen');
  await pad.selects();
  await person.sees('Cleaning the screen');
  await pad.goesTo('Stop cleaning');
  await pad.selects();
  await person.sees('Getting insurance to pay for IV treatment at home');
});

test('a key that is held down acts once, and every other key does nothing', async ({ person, page }) => {
  await person.arrives();
  await person.touches('Touch to start');
  await person.sees('Choose your language');
  await keypad(person, 'Tab', ' ').goesTo('Continue');
  await page.keyboard.down('Enter');
  for (let repeats = 0; repeats < 30; repeats += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await person.sees('How this works');

  await page.keyboard.press('F1');
  await person.sees('Please ask a nurse for help');
  await expect(page.getByText('You are here: How this works')).toBeVisible();
  await expect(page.getByText('What the keys do')).toBeVisible();
  await page.keyboard.press('Escape');
  await person.sees('How this works');

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
  await person.sees('How this works');
  expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toBe('');
  expect(page.context().pages()).toHaveLength(1);
});
