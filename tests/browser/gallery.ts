/**
 * Every screen of the kiosk, reached at once instead of by the whole way: for the layout sweep and the contact sheet.
 * The real built app is asked through its own router and stores; nothing of this is in the product.
 */
import { expect, type Page } from '@playwright/test';
import type { AnswerSet } from '../../src/plan/model';

interface InApp {
  readonly router: { replace(to: { name: string; params?: Record<string, string> }): Promise<unknown> };
  store(name: string): Record<string, unknown>;
}

/** As many answers as anybody can give. */
const EVERYTHING = {
  who: ['other'],
  treatment: ['antibiotics', 'tpn', 'biologic', 'ivig', 'other'],
  leaving: ['soon'],
  insurance: ['job', 'bought', 'medicare', 'advantage', 'medicaid', 'tricare', 'va', 'other'],
  urgent: ['yes'],
  money: ['all'],
} as const satisfies AnswerSet;

export const PEOPLE = {
  denied: {
    answers: {
      who: ['me'],
      treatment: ['antibiotics', 'tpn'],
      leaving: ['soon'],
      insurance: ['advantage', 'bought'],
      stage: ['denied'],
      reason: ['not-necessary', 'missing-papers'],
      'who-said-no': ['bought'],
      level: ['first'],
      urgent: ['yes'],
      money: ['all'],
    },
    letterDate: '2026-11-02',
  },
  waiting: {
    answers: {
      who: ['other'],
      treatment: ['antibiotics'],
      leaving: ['soon'],
      insurance: ['medicare'],
      stage: ['waiting'],
      'hold-up': ['papers'],
      urgent: ['no'],
      money: ['copay'],
    },
    letterDate: null,
  },
  refused: {
    answers: {
      ...EVERYTHING,
      stage: ['denied'],
      reason: ['not-necessary', 'not-covered', 'experimental', 'step-therapy', 'missing-papers'],
      'who-said-no': ['unsure'],
      level: ['first'],
    },
    letterDate: '2026-11-02',
  },
  unasked: { answers: { ...EVERYTHING, stage: ['not-sent'] }, letterDate: null },
} as const satisfies Readonly<Record<string, { readonly answers: AnswerSet; readonly letterDate: string | null }>>;

/** Puts `inApp` on the page's window: the app's router and its stores. */
export async function exposeApp(page: Page): Promise<void> {
  await page.evaluate(() => {
    const root = document.querySelector('#app') as unknown as {
      __vue_app__: { config: { globalProperties: { $router: unknown; $pinia: { _s: Map<string, unknown> } } } };
    };
    const { $router, $pinia } = root.__vue_app__.config.globalProperties;
    Object.assign(window, { inApp: { router: $router, store: (name: string) => $pinia._s.get(name) } });
  });
  // A store is there from the first screen that needs it.
  await page.evaluate(async (person) => {
    const { inApp } = window as unknown as { inApp: InApp };
    Object.assign(inApp.store('visit'), person);
    // One visit for all scenes: pages that were made once stay made.
    await (inApp.store('kiosk') as { beginSession(): Promise<void> }).beginSession();
    await inApp.router.replace({ name: 'print' });
    await inApp.router.replace({ name: 'language' });
  }, PEOPLE.denied);
}

/** What is set before a screen is shown. */
interface Staging {
  readonly person?: keyof typeof PEOPLE;
  /** A store's fields, by its name. */
  readonly set?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Pages were made and handed to the printer; the job then says this. */
  readonly job?: { readonly phase: string; readonly reason: string | null; readonly reprintsLeft?: number };
  readonly curtain?: string;
  /** The printer takes no pages. */
  readonly noPrinter?: boolean;
  /** The second page is turned to. */
  readonly turned?: boolean;
}

export interface Scene extends Staging {
  /** Unique, and the name of its picture. */
  readonly name: string;
  readonly screen: string;
  readonly id?: string;
}

const QUESTIONS = [
  'who',
  'treatment',
  'leaving',
  'insurance',
  'stage',
  'hold-up',
  'reason',
  'who-said-no',
  'level',
  'urgent',
  'money',
];
const SECTIONS = ['i', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'z'];
const TROUBLES = ['attention', 'failed', 'unknown'];
const CURTAINS = [
  'help',
  'hidden',
  'start-over',
  'clear',
  'text-size',
  'contrast',
  'language',
  'sound',
  'stray-taps',
  'idle',
];

/** Where much was answered, much is shown. */
const MUCH: readonly {
  readonly screen: string;
  readonly id?: string;
  readonly person: 'refused' | 'unasked';
  readonly turned?: boolean;
}[] = [
  { screen: 'question', id: 'who-said-no', person: 'refused' },
  { screen: 'check', person: 'refused' },
  { screen: 'plan', person: 'refused' },
  { screen: 'find', id: 'offices', person: 'refused' },
  { screen: 'find', id: 'complain', person: 'refused' },
  { screen: 'appeal', person: 'refused' },
  { screen: 'pages', person: 'refused' },
  { screen: 'preview', person: 'refused' },
  { screen: 'plan', person: 'unasked' },
  { screen: 'pages', person: 'unasked' },
  { screen: 'preview', person: 'unasked', turned: true },
];

export const SCENES: readonly Scene[] = [
  { name: 'attract', screen: 'attract' },
  { name: 'attract-no-printer', screen: 'attract', noPrinter: true },
  { name: 'cleaning', screen: 'cleaning' },
  { name: 'language', screen: 'language' },
  {
    name: 'language-page',
    screen: 'language-page',
    set: {
      visit: {
        mode: { kind: 'language-page', returnPlace: { screen: 'language' }, before: { kind: 'asking', dropped: [] } },
      },
    },
  },
  { name: 'how', screen: 'how' },
  ...QUESTIONS.map((id): Scene => ({
    name: `question-${id}`,
    screen: 'question',
    id,
    person: id === 'hold-up' ? 'waiting' : 'denied',
  })),
  { name: 'safety', screen: 'safety', person: 'denied' },
  { name: 'check', screen: 'check', person: 'denied' },
  { name: 'state', screen: 'state', person: 'denied' },
  { name: 'helpers', screen: 'helpers', person: 'denied' },
  { name: 'letter-date', screen: 'letter-date', person: 'denied' },
  { name: 'plan-denied', screen: 'plan', person: 'denied' },
  { name: 'plan-waiting', screen: 'plan', person: 'waiting' },
  { name: 'decoder', screen: 'decoder', person: 'denied' },
  { name: 'decoder-reason', screen: 'decoder', id: 'not-necessary', person: 'denied' },
  { name: 'find', screen: 'find', person: 'denied' },
  ...['money', 'offices', 'people', 'complain'].map((id): Scene => ({
    name: `find-${id}`,
    screen: 'find',
    id,
    person: 'denied',
  })),
  { name: 'appeal', screen: 'appeal', person: 'denied' },
  { name: 'guide', screen: 'guide', person: 'denied' },
  { name: 'words', screen: 'words', person: 'denied' },
  ...SECTIONS.map((id): Scene => ({ name: `section-${id}`, screen: 'section', id, person: 'denied' })),
  { name: 'pages', screen: 'pages', person: 'denied' },
  { name: 'pages-no-printer', screen: 'pages', person: 'denied', noPrinter: true },
  { name: 'many', screen: 'many', person: 'denied' },
  { name: 'preview', screen: 'preview', person: 'denied' },
  { name: 'preview-appeal', screen: 'preview', id: 'appeal', person: 'denied' },
  { name: 'print', screen: 'print', person: 'denied' },
  { name: 'print-two', screen: 'print', person: 'denied', set: { visit: { copies: 2 } } },
  { name: 'printing-sending', screen: 'printing', person: 'denied', job: { phase: 'sending', reason: null } },
  ...TROUBLES.map((phase): Scene => ({
    name: `printing-${phase}`,
    screen: 'printing',
    person: 'denied',
    job: { phase, reason: 'paper-out' },
  })),
  { name: 'printing-none', screen: 'printing', person: 'denied', set: { print: { nothingCame: true } } },
  { name: 'count', screen: 'count', person: 'denied', job: { phase: 'saved', reason: null } },
  { name: 'missing', screen: 'missing', person: 'denied', job: { phase: 'saved', reason: null } },
  {
    name: 'missing-spent',
    screen: 'missing',
    person: 'denied',
    job: { phase: 'saved', reason: null, reprintsLeft: 0 },
  },
  { name: 'done', screen: 'done', person: 'denied', job: { phase: 'saved', reason: null } },
  ...MUCH.map((scene): Scene => {
    const { person, screen, id } = scene;
    return { ...scene, name: ['much', person, screen, id].filter((part) => part !== undefined).join('-') };
  }),
  ...CURTAINS.map((curtain): Scene => ({ name: `over-${curtain}`, screen: 'check', person: 'denied', curtain })),
];

/** Screens that are being read aloud, which takes one more bar. They stay so: to be shown after the others. */
export const LISTENING: readonly Scene[] = [
  'question-insurance',
  'plan-denied',
  'pages',
  'preview',
  'print',
  'guide',
].map((name) => ({
  ...sceneNamed(name),
  name: `listening-${name}`,
  set: { listen: { on: true, paused: true } },
}));

export function sceneNamed(name: string): Scene {
  const scene = SCENES.find((each) => each.name === name);
  if (scene === undefined) throw new Error(`there is no scene ${name}`);
  return scene;
}

export interface Look {
  readonly textSize: 1 | 2 | 3 | 4;
  readonly theme: string;
  readonly lowReach: boolean;
}

export async function setLook(page: Page, look: Look): Promise<void> {
  await page.evaluate((wanted) => {
    Object.assign((window as unknown as { inApp: InApp }).inApp.store('display'), wanted);
  }, look);
}

/** Shows a scene and waits until it stands: its code loaded, its pages made and counted. */
export async function show(page: Page, scene: Scene): Promise<void> {
  const person = scene.person === undefined ? null : PEOPLE[scene.person];
  await page.evaluate(
    async ({ wanted, who }) => {
      const { inApp } = window as unknown as { inApp: InApp };
      const [shell, visit, kiosk, print] = ['shell', 'visit', 'kiosk', 'print'].map((name) => inApp.store(name));
      (shell as { close(): void }).close();
      await inApp.router.replace({ name: 'language' });
      Object.assign(visit as object, {
        answers: {},
        usState: 'TX',
        letterDate: null,
        helpers: [],
        largePrint: false,
        basket: { added: [], removed: [] },
        basketBefore: null,
        mode: { kind: 'asking', dropped: [] },
        appealPicked: false,
        copies: 1,
      });
      Object.assign(print as object, { refusal: null, nothingCame: false });
      if (who !== null) Object.assign(visit as object, who, { mode: { kind: 'checked', dropped: [] } });
      const readiness = wanted.noPrinter === true ? 'unavailable' : 'ready';
      Object.assign(kiosk as object, { printer: { ...(kiosk as { printer: object }).printer, readiness } });
      if (wanted.job !== undefined) {
        const { inJob } = window as unknown as { inJob?: object };
        if (inJob === undefined) {
          await (print as { print(pages: null): Promise<void> }).print(null);
          while (!['saved', 'sent'].includes((kiosk as { job: { phase: string } }).job.phase)) {
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
          Object.assign(window, { inJob: (kiosk as { job: object }).job });
        }
        const { inJob: job } = window as unknown as { inJob: object };
        Object.assign(kiosk as object, { job: { ...job, ...wanted.job } });
      }
      for (const [name, fields] of Object.entries(wanted.set ?? {})) Object.assign(inApp.store(name), fields);
      if (['pages', 'many', 'print'].includes(wanted.screen)) {
        // As they stand when the pages are counted.
        await inApp.router.replace({ name: 'pages' });
        while ((inApp.store('plan') as { pages: number | null }).pages === null) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        await inApp.router.replace({ name: 'language' });
      }
      if (wanted.screen === 'appeal') {
        await inApp.router.replace({ name: 'appeal' });
        while (document.querySelector('main [role=status] > span') === null) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        await inApp.router.replace({ name: 'language' });
      }
      await inApp.router.replace({
        name: wanted.screen,
        ...(wanted.id === undefined ? {} : { params: { id: wanted.id } }),
      });
      if (wanted.curtain !== undefined) (shell as { open(curtain: string): void }).open(wanted.curtain);
    },
    { wanted: scene, who: person },
  );
  await expect(page.locator('h1:visible')).toHaveCount(1);
  if (scene.screen === 'pages' || scene.screen === 'print') {
    await expect(page.getByRole('status').filter({ hasText: /^\d/ }).first()).toBeAttached();
  }
  // Who listens sees the page as text.
  if (scene.screen === 'preview' || scene.screen === 'language-page')
    await expect(page.locator('canvas:visible, .line-of-text:visible').first()).toBeVisible();
  if (scene.turned === true) {
    await page.waitForFunction(() => document.querySelector('[data-input=open]') !== null);
    // Beside a picture, or on whatever page of the text.
    await page.locator('main .controls > button').nth(1).dispatchEvent('click');
  }
  await settle(page);
}

/** Two frames: the layout is measured, and paged once more if the pager came. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
