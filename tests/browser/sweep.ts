/**
 * The layout of every page of every screen and curtain, across screen sizes, text sizes, themes, reach and long words.
 * `npm run sweep` tests every combination; `npm test` a sample.
 */
import { expect, type Locator, type Page } from '@playwright/test';
import { accessFaults } from './access';
import { Gallery, LISTENING, SCENES, sceneNamed, settle } from './gallery';
import { test } from './kiosk';
import { layoutFaults } from './layout';
import { installVoice } from './voice';
import type { Look, Scene } from '../../src/renderer/scenes/scene';
import { TEXT_SIZES, THEMES } from '../../src/renderer/stores/display';

export interface Glass {
  readonly width: number;
  readonly height: number;
  readonly inches: number;
  /** Height of the lower edge above the floor. */
  readonly mountMm: number;
  /** Selects the part of the sample for this screen. */
  readonly shift: number;
}
const REACH = [false, true] as const;
const WORDS = ['as they are', 'long'] as const;
type Words = (typeof WORDS)[number];

const SHOWN = [...SCENES, ...LISTENING];
const WHOLE = process.env['SWEEP'] === 'full';

/** Declares the tests for one screen size. Each size has its own file, because each needs its own kiosk. */
export function sweepOn({ width, height, inches, mountMm, shift }: Glass): void {
  test.use({
    viewport: { width, height },
    glass: [`diagonal_inch = ${inches}`, `width_px = ${width}`, `height_px = ${height}`, `mount_mm = ${mountMm}`].join(
      '\n',
    ),
    settings: '[pages]\nguides_address = "https://hospital.example/patients/iv-at-home/guides/"',
  });
  test(`a second touch in the same place never clears, at ${width} by ${height}`, async ({ person, page }) => {
    await person.arrives();
    const gallery = await Gallery.open(page);
    const risky: string[] = [];
    for (const textSize of TEXT_SIZES)
      for (const lowReach of WHOLE ? REACH : [(textSize + shift) % 2 === 0])
        for (const { scene, touch, never } of WAYS_TO_CLEAR) {
          await gallery.look({ textSize, theme: 'warm', lowReach });
          await gallery.show(scene);
          const way = await person.comesTo(touch);
          const box = await way.boundingBox();
          await way.click();
          await settle(page);
          for (const key of never)
            for (const act of await person.shows.button(key).all())
              if (overlap(box, await act.boundingBox()))
                risky.push(`${scene.name}, text ${textSize}, reach ${lowReach}`);
        }
    expect(risky).toEqual([]);
  });
  for (const words of WORDS) {
    for (const [name, sights] of WHOLE ? everything(words) : [['a sample', sample(shift, words)] as const]) {
      test(`every screen holds at ${width} by ${height}, words ${words}, ${name}`, async ({ person, page }) => {
        test.setTimeout(WHOLE ? 3_600_000 : 180_000);
        // If there is a voice, the screens show more.
        await installVoice(page, { auto: true });
        if (words === 'long') await stretchWords(page);
        await person.arrives(words === 'long' ? null : undefined);
        const gallery = await Gallery.open(page);
        const faults: string[] = [];
        for (const { scene, looks, withAxe } of sights) {
          const [first] = looks;
          await gallery.look(first);
          await gallery.show(scene);
          const { textSize, lowReach } = first;
          const where = `${scene.name}, text ${textSize}${lowReach ? ', low reach' : ''}`;
          const found = await faultsOnEachPage(page, gallery, looks, { brokenWords: words === 'long', withAxe });
          faults.push(...found.map((fault) => `${where}, ${fault}`));
        }
        expect(faults).toEqual([]);
      });
    }
  }
}

/** Each control that opens a question about clearing, and the control that must not be under a second touch. */
const WAYS_TO_CLEAR = [
  { scene: sceneNamed('over-help'), touch: 'start-over.leave', never: ['clear.leave'] },
  { scene: sceneNamed('printing-failed'), touch: 'trouble.leave', never: ['clear.leave'] },
  { scene: sceneNamed('check'), touch: 'bar.start-over', never: ['start-over.again', 'start-over.leave'] },
] as const;

type Box = Awaited<ReturnType<Locator['boundingBox']>>;

function overlap(one: Box, other: Box): boolean {
  if (one === null || other === null) return false;
  const apart = (a: number, b: number, length: number, otherLength: number): boolean =>
    a + length <= b || b + otherLength <= a;
  return !apart(one.x, other.x, one.width, other.width) && !apart(one.y, other.y, one.height, other.height);
}

interface Sight {
  readonly scene: Scene;
  /** They differ only in the theme, so that each page is opened once for all of them. */
  readonly looks: readonly [Look, ...Look[]];
  readonly withAxe: boolean;
}

/** Every screen in every setting, split into tests. */
function everything(words: Words): readonly (readonly [name: string, sights: readonly Sight[]])[] {
  return TEXT_SIZES.flatMap((textSize) =>
    REACH.map((lowReach) => {
      const [theme, ...others] = THEMES;
      const look = { textSize, lowReach };
      const looks = [{ ...look, theme }, ...others.map((other) => ({ ...look, theme: other }))] as const;
      const sights = SHOWN.map((scene): Sight => ({ scene, looks: [...looks], withAxe: words === 'as they are' }));
      return [`text ${textSize}${lowReach ? ', low reach' : ''}`, sights] as const;
    }),
  );
}

/** Shares no divisor with the number of settings, so that steps of this size reach every setting. */
const STRIDE = 7;

/**
 * Every screen once, each in a different setting. Every pair of size, theme and reach is used on some screen, and every
 * screen is shown in six settings over the three screen sizes, once with axe.
 */
function sample(shift: number, words: Words): readonly Sight[] {
  const settings = TEXT_SIZES.flatMap((textSize) =>
    THEMES.flatMap((theme) => REACH.map((lowReach): Look => ({ textSize, theme, lowReach }))),
  );
  const start = shift * 11 + (words === 'long' ? 5 : 0);
  return SHOWN.map((scene, at): Sight => {
    const look = settings[(start + at * STRIDE) % settings.length];
    if (look === undefined) throw new Error('there are no settings');
    return { scene, looks: [look], withAxe: words === 'as they are' && at % 3 === shift };
  });
}

/** The sample shows only the first pages of a long screen. */
const PAGES_IN_SAMPLE = 4;
const MAX_PAGES = 80;

async function faultsOnEachPage(
  page: Page,
  gallery: Gallery,
  looks: readonly Look[],
  { brokenWords, withAxe }: { readonly brokenWords: boolean; readonly withAxe: boolean },
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (let number = 1; ; number += 1) {
    for (const look of looks) {
      await gallery.look(look);
      const found = await layoutFaults(page, { brokenWords });
      const unfit = withAxe && number === 1 ? await accessFaults(page) : [];
      const where = `${look.theme}, page ${number}`;
      faults.push(...found.map((each) => `${where}: ${each}`), ...unfit.map((each) => `${where}: axe ${each}`));
    }
    await noteControls(page);
    if (!WHOLE && number === PAGES_IN_SAMPLE) return faults;
    if (number > MAX_PAGES) return [...faults, 'it has no end'];
    const hasMore = await page.evaluate(() => {
      const more = [...document.querySelectorAll<HTMLElement>('[data-more]')].find((each) =>
        each.checkVisibility({ visibilityProperty: true }),
      );
      if (more === undefined) return false;
      more.dataset['unguarded'] = '';
      more.click();
      return true;
    });
    if (!hasMore) return [...faults, ...(await controlsOnNoPage(page))];
    await settle(page);
  }
}

const PAGED_CONTROLS = '.room > .content button:not(:disabled)';

/** Marks the controls that this page shows. */
function noteControls(page: Page): Promise<void> {
  return page.evaluate((paged) => {
    for (const control of document.querySelectorAll<HTMLElement>(paged))
      if (control.checkVisibility({ visibilityProperty: true })) control.dataset['noted'] = '';
  }, PAGED_CONTROLS);
}

/** Controls that no page has shown, so that nobody could touch them. */
function controlsOnNoPage(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    (paged) =>
      [...document.querySelectorAll<HTMLElement>(paged)]
        .filter((control) => control.checkVisibility() && control.dataset['noted'] === undefined)
        .map((control) => `on no page: ${(control.textContent ?? '').trim()}`),
    PAGED_CONTROLS,
  );
}

/** Makes every word of five or more letters half as long again, as in another language. */
async function stretchWords(page: Page): Promise<void> {
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

/** Whether this is a text; ids and conditions are not changed. */
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
