/**
 * Shows any scene in the real built app without walking there: for the layout sweep, the contact sheet and the tests of
 * reading aloud.
 */
import { expect, type JSHandle, type Page } from '@playwright/test';
import { loadGuide } from '../../src/guide/load';
import { PEOPLE } from '../../src/renderer/scenes/people';
import type { Look, Scene } from '../../src/renderer/scenes/scene';
import { listeningScenesOf, scenesOf, sceneNamed as named } from '../../src/renderer/scenes/scenes';
import { stage, type Backstage, type Stores } from '../../src/renderer/scenes/stage';

const loaded = loadGuide({ folder: 'content', language: 'en', today: '2026-11-23' });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));

export const SCENES = scenesOf(loaded.value.guide);
export const LISTENING = listeningScenesOf(loaded.value.guide);

export function sceneNamed(name: string): Scene {
  return named(name, SCENES);
}

/** All scenes share one visit, so that pages are made only once. */
export class Gallery {
  private constructor(
    private readonly page: Page,
    private readonly backstage: JSHandle<Backstage>,
  ) {}

  /** @param page with the app in it */
  static async open(page: Page): Promise<Gallery> {
    return new Gallery(page, await goBackstage(page));
  }

  async look(look: Look): Promise<void> {
    await this.backstage.evaluate(({ stores }, wanted) => {
      Object.assign(stores.display, wanted);
    }, look);
  }

  /** Shows a scene and waits until its code is loaded, its pages are made and its layout is settled. */
  async show(scene: Scene): Promise<void> {
    const { page } = this;
    const { screen } = scene.place;
    await this.backstage.evaluate(stage, scene);
    await expect(page.locator('h1:visible')).toHaveCount(1);
    if (screen === 'pages' || screen === 'print') {
      await expect(page.getByRole('status').filter({ hasText: /^\d/ }).first()).toBeAttached();
    }
    // For a person who listens, the page is shown as text.
    if (screen === 'preview' || screen === 'language-page')
      await expect(page.locator('canvas:visible, .line-of-text:visible').first()).toBeVisible();
    if (scene.turned === true) {
      await page.waitForFunction(() => document.querySelector('[data-input=open]') !== null);
      // The control is beside the picture, or on some page of the text.
      await page.locator('main .controls > button').nth(1).dispatchEvent('click');
    }
    await settle(page);
  }
}

/** The only place that reaches into the built app. What it returns has the app's own types. */
function goBackstage(page: Page): Promise<JSHandle<Backstage>> {
  return page.evaluateHandle(async (person): Promise<Backstage> => {
    const root = document.querySelector('#app') as unknown as {
      readonly __vue_app__: {
        readonly config: {
          readonly globalProperties: {
            readonly $router: Backstage['router'];
            readonly $pinia: { readonly _s: { get<Name extends keyof Stores>(name: Name): Stores[Name] } };
          };
        };
      };
    };
    const { $router: router, $pinia: pinia } = root.__vue_app__.config.globalProperties;
    Object.assign(pinia._s.get('visit'), person);
    await pinia._s.get('kiosk').beginSession();
    // A store is created by the first screen that needs it. This screen creates those that are still missing.
    await router.replace({ name: 'print' });
    await router.replace({ name: 'language' });
    const stores: Stores = {
      display: pinia._s.get('display'),
      kiosk: pinia._s.get('kiosk'),
      listen: pinia._s.get('listen'),
      packet: pinia._s.get('packet'),
      plan: pinia._s.get('plan'),
      print: pinia._s.get('print'),
      shell: pinia._s.get('shell'),
      visit: pinia._s.get('visit'),
    };
    return { router, stores, doneJob: null };
  }, PEOPLE.denied);
}

/** Waits two frames: the layout is measured, and measured again if it needs a pager. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
