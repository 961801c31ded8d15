/** A person at the kiosk: finds texts, touches them, and waits until the screen accepts touches again. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Parameters } from '../../src/guide/text';
import type { AnswerSet } from '../../src/plan/model';
import type { WordKey } from '../../src/renderer/logic/word-keys';
import { accessFaults } from './access';
import { screensOf, type Screens } from './screens';
import { saidSince, type Said } from './voice';
import type { Asked, Words } from './words';

/** Called on each screen of a walk, with its name. */
export type Look = (screen: string) => Promise<void>;

const NO_LOOK: Look = async () => undefined;

type Role = 'button' | 'radio' | 'checkbox';

export class Person {
  /** What a person can do on each screen: `person.at.question('stage').answers('denied')`. */
  readonly at: Screens;

  constructor(
    readonly page: Page,
    readonly url: string,
    readonly words: Words,
  ) {
    this.at = screensOf(this);
  }

  /** Arrives at a free kiosk. @param heading null if the texts on screen are not those of the content */
  async arrives(heading: 'attract.title' | null = 'attract.title'): Promise<void> {
    this.words.voice = 'me';
    await this.page.goto(this.url);
    await this.seesHeading(heading === null ? /./ : this.words.shown(heading));
  }

  /** From a free kiosk to the first question. */
  async comesToQuestions(look: Look = NO_LOOK): Promise<void> {
    await this.arrives();
    await look('attract');
    await this.at.attract.starts();
    await this.sees('language.title');
    await look('language');
    await this.goesOn();
    await this.sees('how.title');
    await look('how');
    await this.goesOn();
  }

  /** From a free kiosk to the check screen with these answers. */
  async comesToCheck(way: AnswerSet, look: Look = NO_LOOK): Promise<void> {
    await this.comesToQuestions(look);
    await this.answersAll(way, look);
  }

  /** From the first question to the check screen with these answers. */
  async answersAll(way: AnswerSet, look: Look = NO_LOOK): Promise<void> {
    for (const [id, answers] of Object.entries(way)) {
      const question = this.at.question(id);
      await question.isShown();
      await look(`question-${id}`);
      await question.answers(...answers);
      if (id === 'urgent' && answers.includes('yes')) {
        await this.at.safety.isShown();
        await look('safety');
        await this.goesOn();
      }
    }
    await this.sees('check.title');
    await look('check');
  }

  /** From a free kiosk to the plan for these answers. */
  async comesToPlan(way: AnswerSet): Promise<void> {
    await this.comesToCheck(way);
    await this.goesOn();
    await this.sees('plan.title');
  }

  /** From the plan to the screen that asks whether all sheets came. @returns the number of sheets that the kiosk announced */
  async printsAll(look: Look = NO_LOOK): Promise<number> {
    await this.goesOn();
    const sheets = await this.at.pages.sheets();
    await look('pages');
    await this.goesOn();
    await this.sees('preview.title');
    await expect(this.shows.picture(1)).toBeVisible();
    await look('preview');
    await this.goesOn();
    await this.sees('print.title');
    await look('print');
    await this.touches('print.now');
    await this.sees('count.title');
    await look('count');
    return sheets;
  }

  /** From the screen that asks whether all sheets came to a free kiosk. */
  async leavesWithAll(look: Look = NO_LOOK): Promise<void> {
    await this.at.count.allCame();
    await this.sees('done.title');
    await look('done');
    await this.touches('done.done');
    await this.sees('attract.title');
  }

  /** Waits until the screen with this heading is shown and accepts touches. */
  async sees(key: WordKey, parameters: Parameters = {}): Promise<void> {
    await this.seesHeading(this.words.shown(key, { parameters }));
  }

  async seesHeading(heading: RegExp): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await this.isReady();
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 }).filter({ visible: true });
  }

  async isReady(): Promise<void> {
    // Checked in each frame: an expectation polls so rarely that every screen would take twice as long.
    await this.page.waitForFunction(() => document.querySelector('[data-input=open]') !== null);
  }

  /** Touches a button by its word key, on any page of the screen. */
  async touches(key: WordKey, asked: Asked = {}): Promise<void> {
    await (await this.comesTo(key, asked)).click();
  }

  /** Touches an answer or a setting by its word key. */
  async chooses(key: WordKey, parameters: Parameters = {}): Promise<void> {
    await (await this.findsChoice(this.words.shown(key, { parameters, begins: true }))).click();
  }

  /** Pages through the screen to a button. */
  comesTo(key: WordKey, asked: Asked = {}): Promise<Locator> {
    return this.finds('button', this.words.shown(key, asked));
  }

  /** Pages through the screen to a control with this name. */
  finds(role: Role, name: RegExp): Promise<Locator> {
    return this.turnsTo(this.page.getByRole(role, { name }));
  }

  findsChoice(name: RegExp): Promise<Locator> {
    return this.turnsTo(this.page.getByRole('radio', { name }).or(this.page.getByRole('checkbox', { name })));
  }

  async goesOn(): Promise<void> {
    await this.touches('bar.continue');
  }

  async goesBack(): Promise<void> {
    await this.touches('bar.back');
  }

  /** Texts and pictures on this page of the screen. */
  readonly shows = {
    words: (key: WordKey, asked: Asked = {}): Locator =>
      this.page.getByText(this.words.shown(key, asked)).filter({ visible: true }).first(),
    text: (text: string): Locator => this.page.getByText(text).filter({ visible: true }).first(),
    button: (key: WordKey): Locator => this.page.getByRole('button', { name: this.words.shown(key) }),
    picture: (page: number, parameters: Parameters = {}): Locator =>
      this.page.getByRole('img', {
        name: this.words.shown('preview.picture', { parameters: { ...parameters, page } }),
      }),
    chosen: (): Locator => this.page.locator('[aria-checked=true]'),
  };

  /** The text of all pages of the screen. */
  async reads(): Promise<string> {
    const pages: string[] = [];
    await this.eachPage(async () => {
      pages.push(await this.page.locator('main:visible').innerText());
    });
    return pages.join('\n');
  }

  /** Pages through the screen. @param does gets the number of the page, from 1 */
  async eachPage(does: (page: number) => Promise<void>): Promise<void> {
    await this.toFirstPage();
    for (let page = 1; ; page += 1) {
      await does(page);
      const more = this.pager('pager.more');
      if ((await more.count()) === 0) return;
      await more.click();
    }
  }

  /** Expects no violation from axe on any page of the screen. */
  async checksAccess(): Promise<void> {
    await this.isReady();
    expect(await accessFaults(this.page)).toEqual([]);
  }

  /** Turns on reading aloud (voice.ts is installed). */
  async listens(): Promise<void> {
    await this.touches('bar.listen');
  }

  /** Waits until nothing is being said. */
  async isSilent(): Promise<void> {
    await expect(this.page.locator('[data-speaking]')).toHaveCount(0);
  }

  /** Waits until the text of this key is being said. */
  hears(key: WordKey, parameters: Parameters = {}): Promise<Said> {
    return this.hearsText(this.words.spoken(key, parameters));
  }

  /** Waits until this text is being said. */
  async hearsText(text: string): Promise<Said> {
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

  private async turnsTo(target: Locator): Promise<Locator> {
    const shown = target.filter({ visible: true }).first();
    await this.isReady();
    if ((await shown.count()) > 0) return shown;
    await this.toFirstPage();
    while ((await shown.count()) === 0) {
      const more = this.pager('pager.more');
      if ((await more.count()) === 0) break;
      await more.click();
    }
    return shown;
  }

  private async toFirstPage(): Promise<void> {
    const up = this.pager('pager.up');
    while ((await up.count()) > 0) await up.click();
  }

  private pager(key: 'pager.up' | 'pager.more'): Locator {
    return this.shows.button(key).filter({ visible: true });
  }
}
