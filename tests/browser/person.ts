/** What a person does at the kiosk: look for words, touch them, wait until the screen takes touches again. */
import { expect, type Locator, type Page } from '@playwright/test';
import { accessFaults } from './access';
import { saidSince, type Said } from './voice';

export class Person {
  constructor(
    readonly page: Page,
    readonly url: string,
  ) {}

  /** Comes to the kiosk while nobody is there. @param heading null where the words are not those of the content */
  async arrives(heading: string | null = 'Getting insurance to pay for IV treatment at home'): Promise<void> {
    await this.page.goto(this.url);
    await this.sees(heading ?? /./);
  }

  /** From nobody there to the first question. */
  async comesToQuestions(): Promise<void> {
    await this.arrives();
    await this.touches('Touch to start');
    await this.sees('Choose your language');
    await this.goesOn();
    await this.sees('How this works');
    await this.goesOn();
  }

  /** Waits for a screen by its heading, and until it takes touches. */
  async sees(heading: string | RegExp): Promise<void> {
    const exact = typeof heading === 'string';
    await expect(this.page.getByRole('heading', { level: 1, name: heading, exact })).toBeVisible();
    await this.isReady();
  }

  async isReady(): Promise<void> {
    // Looked at in each frame: an expectation looks so seldom that every screen would wait twice as long.
    await this.page.waitForFunction(() => document.querySelector('[data-input=open]') !== null);
  }

  /** Touches a control, on whatever page of the screen it stands. */
  async touches(name: string | RegExp, role: 'button' | 'radio' | 'checkbox' = 'button'): Promise<void> {
    await (await this.comesTo(name, role)).click();
  }

  /** Pages to a control. */
  comesTo(name: string | RegExp, role: 'button' | 'radio' | 'checkbox' = 'button'): Promise<Locator> {
    return this.find(this.page.getByRole(role, { name, exact: typeof name === 'string' }));
  }

  /** Chooses answers by their words and goes on. */
  async answers(question: string, ...labels: readonly string[]): Promise<void> {
    await this.sees(question);
    for (const label of labels) {
      const tile = this.page.locator('[role=radio], [role=checkbox]').filter({ hasText: label });
      await (await this.find(tile)).click();
    }
    await this.goesOn();
  }

  async goesOn(): Promise<void> {
    await this.touches('Continue');
  }

  /** All pages of what the screen shows, as text. */
  async reads(): Promise<string> {
    const pages: string[] = [];
    await this.eachPage(async () => {
      pages.push(await this.page.locator('main:visible').innerText());
    });
    return pages.join('\n');
  }

  /** Pages through what the screen shows. @param does gets the number of the page, from 1 */
  async eachPage(does: (page: number) => Promise<void>): Promise<void> {
    await this.toFirstPage();
    for (let page = 1; ; page += 1) {
      await does(page);
      const more = this.visible('More');
      if ((await more.count()) === 0) return;
      await more.click();
    }
  }

  /** No violation that axe can find, on every page of this screen. */
  async checksAccess(): Promise<void> {
    await this.isReady();
    expect(await accessFaults(this.page)).toEqual([]);
  }

  /** Turns on reading aloud (voice.ts is installed). */
  async listens(): Promise<void> {
    await this.touches('Listen');
  }

  /** Waits for the end of what is being said. */
  async isSilent(): Promise<void> {
    await expect(this.page.locator('[data-speaking]')).toHaveCount(0);
  }

  /** Waits until this is being said. */
  async isSaid(text: string): Promise<Said> {
    let last: Said | undefined;
    await expect
      .poll(async () => {
        last = (await saidSince(this.page)).at(-1) ?? last;
        return last?.text;
      })
      .toBe(text);
    if (last === undefined) throw new Error('nothing was said');
    return last;
  }

  private async find(target: Locator): Promise<Locator> {
    const shown = target.filter({ visible: true }).first();
    await this.isReady();
    if ((await shown.count()) > 0) return shown;
    await this.toFirstPage();
    while ((await shown.count()) === 0) {
      const more = this.visible('More');
      if ((await more.count()) === 0) break;
      await more.click();
    }
    return shown;
  }

  private async toFirstPage(): Promise<void> {
    const up = this.visible('Back up');
    while ((await up.count()) > 0) await up.click();
  }

  private visible(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true }).filter({ visible: true });
  }
}
