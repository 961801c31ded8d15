/**
 * The layout of every screen and curtain, on every page, over screen sizes, text sizes, themes, reach and long words.
 * `npm run sweep` takes the whole grid; `npm test` a sample in which each pair of settings meets at least once.
 */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
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
      test.setTimeout(WHOLE ? 3_600_000 : 120_000);
      if (words === 'long') await stretchWords(page);
      await person.arrives(words === 'long' ? null : undefined);
      await openDoors(page);
      const faults: string[] = [];
      const settings = WHOLE ? GRID.filter((each) => each.words === words) : sample(shift, words);
      for (const setting of settings) {
        await setLook(page, setting);
        for (const scene of SCENES) {
          const where = `${scene.name}, text ${setting.textSize}, ${setting.theme}${setting.lowReach ? ', low reach' : ''}`;
          await show(page, scene);
          for (const fault of await faultsOnEachPage(page, scene, setting)) faults.push(`${where}: ${fault}`);
        }
      }
      expect(faults).toEqual([]);
    });
  }
}

/** Of the sixteen pairs of size and theme, with reach: over the three screens every pair of settings meets. */
function sample(glass: number, words: Setting['words']): readonly Setting[] {
  const shift = words === 'long' ? 2 : 0;
  return [0, 1].map((at) => {
    const pick = glass + 2 * at + shift;
    return {
      textSize: SIZES[(1 + at * 2 + glass + shift / 2) % SIZES.length] ?? 1,
      theme: THEMES[pick % THEMES.length] ?? 'warm',
      lowReach: at === (glass + shift / 2) % 2,
      words,
    };
  });
}

async function faultsOnEachPage(page: Page, scene: Scene, setting: Setting): Promise<readonly string[]> {
  const faults: string[] = [];
  for (let number = 1; ; number += 1) {
    for (const fault of await layoutFaults(page, { brokenWords: setting.words === 'long' }))
      faults.push(`page ${number}: ${fault}`);
    if (setting.words === 'as they are' && (WHOLE || number === 1)) {
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, nodes } of violations)
        faults.push(`page ${number}: axe ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' ')}`);
    }
    if (number > 40) return [...faults, 'it has no end'];
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
