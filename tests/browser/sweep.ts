/**
 * The layout of every screen and curtain, on every page, over screen sizes, text sizes, themes, reach and long words.
 * `npm run sweep` takes the whole grid; `npm test` a sample of it.
 */
import { expect, type Page } from '@playwright/test';
import { accessFaults } from './access';
import { openDoors, SCENES, setLook, settle, show, type Look, type Scene } from './gallery';
import { test } from './kiosk';
import { layoutFaults } from './layout';

export interface Glass {
  readonly width: number;
  readonly height: number;
  readonly inches: number;
  /** Lower edge above the floor. */
  readonly mountMm: number;
  /** Which part of the sample falls to this screen. */
  readonly shift: number;
}
const SIZES = [1, 2, 3, 4] as const;
const THEMES = ['warm', 'black-on-white', 'white-on-black', 'low-glare'] as const;
const REACH = [false, true] as const;
const WORDS = ['as they are', 'long'] as const;

interface Setting extends Look {
  readonly words: (typeof WORDS)[number];
}
const WHOLE = process.env['SWEEP'] === 'full';

const GRID: readonly Setting[] = SIZES.flatMap((textSize) =>
  THEMES.flatMap((theme) =>
    REACH.flatMap((lowReach) => WORDS.map((words): Setting => ({ textSize, theme, lowReach, words }))),
  ),
);

/** Declares the tests of one screen size; a file of its own for each, because each is a kiosk of its own. */
export function sweepOn({ width, height, inches, mountMm, shift }: Glass): void {
  test.use({
    viewport: { width, height },
    glass: [`diagonal_inch = ${inches}`, `width_px = ${width}`, `height_px = ${height}`, `mount_mm = ${mountMm}`].join(
      '\n',
    ),
  });
  for (const words of WORDS) {
    test(`every screen holds at ${width} by ${height}, words ${words}`, async ({ person, page }) => {
      test.setTimeout(WHOLE ? 7_200_000 : 180_000);
      if (words === 'long') await stretchWords(page);
      await person.arrives(words === 'long' ? null : undefined);
      await openDoors(page);
      const faults: string[] = [];
      for (const { scene, setting, withAxe } of WHOLE ? everything(words) : sample(shift, words)) {
        await setLook(page, setting);
        await show(page, scene);
        const where = `${scene.name}, text ${setting.textSize}, ${setting.theme}${setting.lowReach ? ', low reach' : ''}`;
        for (const fault of await faultsOnEachPage(page, setting, withAxe)) faults.push(`${where}: ${fault}`);
      }
      expect(faults).toEqual([]);
    });
  }
}

interface Sight {
  readonly scene: Scene;
  readonly setting: Setting;
  readonly withAxe: boolean;
}

function everything(words: Setting['words']): readonly Sight[] {
  return GRID.filter((setting) => setting.words === words).flatMap((setting) =>
    SCENES.map((scene): Sight => ({ scene, setting, withAxe: words === 'as they are' })),
  );
}

/** No common divisor with the number of settings: going by it, each of them comes up. */
const STRIDE = 7;

/**
 * Every screen once, each in another setting: all pairs of size, theme and reach come up on some screen, and every
 * screen is seen in six settings over the three screen sizes, once with axe.
 */
function sample(shift: number, words: Setting['words']): readonly Sight[] {
  const settings = GRID.filter((setting) => setting.words === words);
  const start = shift * 11 + (words === 'long' ? 5 : 0);
  return SCENES.map((scene, at): Sight => {
    const setting = settings[(start + at * STRIDE) % settings.length];
    if (setting === undefined) throw new Error('there are no settings');
    return { scene, setting, withAxe: words === 'as they are' && at % 3 === shift };
  });
}

/** Of a long screen, the sample sees only the first pages. */
const PAGES_IN_SAMPLE = 4;
const MOST_PAGES = 80;

async function faultsOnEachPage(page: Page, setting: Setting, withAxe: boolean): Promise<readonly string[]> {
  const faults: string[] = [];
  for (let number = 1; ; number += 1) {
    for (const fault of await layoutFaults(page, { brokenWords: setting.words === 'long' }))
      faults.push(`page ${number}: ${fault}`);
    if (withAxe && number === 1) {
      for (const fault of await accessFaults(page)) faults.push(`page ${number}: axe ${fault}`);
    }
    if (!WHOLE && number === PAGES_IN_SAMPLE) return faults;
    if (number > MOST_PAGES) return [...faults, 'it has no end'];
    const hasMore = await page.evaluate(() => {
      const more = [...document.querySelectorAll<HTMLElement>('[data-more]')].find((each) =>
        each.checkVisibility({ visibilityProperty: true }),
      );
      if (more === undefined) return false;
      more.dataset['unguarded'] = '';
      more.click();
      return true;
    });
    if (!hasMore) return faults;
    await settle(page);
  }
}

/** Every word of five letters and more becomes half as long again, as in another language. */
export async function stretchWords(page: Page): Promise<void> {
  await page.route('**/content.guide', async (route) => {
    const response = await route.fetch();
    const envelope = (await response.json()) as { value: Record<string, unknown> };
    const { words, questions, sections, cards, messages, steps, overlays, helpers } = envelope.value;
    const longer = stretch({ words, questions, sections, cards, messages, steps, overlays, helpers });
    await route.fulfill({ response, json: { ...envelope, value: { ...envelope.value, ...(longer as object) } } });
  });
}

function stretch(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return isText(value, key) ? stretchText(value) : value;
  if (Array.isArray(value)) return value.map((each) => stretch(each, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, stretch(each, name)]));
}

/** Ids and conditions stay as they are. */
function isText(value: string, key: string): boolean {
  const texts = ['title', 'label', 'hint', 'why', 'text', 'short', 'name', 'does', 'about'];
  return texts.includes(key) || key.includes('.') || /\s/.test(value);
}

function stretchText(text: string): string {
  return text
    .split(/(\{[^}]*\})/)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : part.replace(/\p{L}{5,}/gu, (word) => word + word.slice(0, Math.ceil(word.length / 2)).toLowerCase()),
    )
    .join('');
}
