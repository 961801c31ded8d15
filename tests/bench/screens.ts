/** The screen rows of the bench: start, touch → next screen painted, hiding, layout shifts, the first page of a preview. */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { chromium, type Page } from '@playwright/test';
import type { FoundChromium } from '../../src/preview/chromium';

const SLOWED = 4;
const TOUCHES = 8;
const PREVIEWS = 10;
const STARTS = 7;
const PORTRAIT = { width: 1080, height: 1920 };

export interface ScreenFigures {
  /** From the touch to the frame after the next screen appeared, with the processor slowed four times. */
  readonly touchMs: readonly number[];
  /** From "Hide my screen" to the frame after everything of the person was gone, slowed as well. */
  readonly hideMs: readonly number[];
  /** From the start of a browser to a first screen that takes touches. */
  readonly startMs: readonly number[];
  /** From the start of a browser to an almost empty page of the same host. */
  readonly emptyMs: readonly number[];
  /** From "Clear and leave" to a new app with the first screen in it. */
  readonly endMs: readonly number[];
  /** From "My pages" to the first sheet drawn. */
  readonly previewMs: readonly number[];
  /** Sum of all layout shifts on the way, as the browser scores them. */
  readonly shift: number;
}

/** Runs the built kiosk as `npm start` serves it, and walks through it as a person does. */
export async function measureScreens(found: FoundChromium): Promise<ScreenFigures> {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const host = spawn(process.execPath, ['src/commands/run.mjs', 'start'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args] });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      host.stdout.on('data', (bytes: Buffer) => {
        said += bytes.toString('utf8');
        const address = /http:\/\/\S+#\S+/.exec(said)?.[0];
        if (address !== undefined) resolve(address);
      });
      host.once('exit', () => reject(new Error(said)));
    });
    const startMs: number[] = [];
    const emptyMs: number[] = [];
    for (let at = 0; at < STARTS; at += 1) {
      emptyMs.push(await timeToStand(found, new URL('/out-of-service.html', url).href, 'h1'));
      startMs.push(await timeToStand(found, url, '[data-input=open] button.start'));
    }
    const page = await browser.newPage({ viewport: PORTRAIT });
    await page.goto(url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(() => {
      Object.assign(window, { shift: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
          if (!hadRecentInput) (window as unknown as { shift: number }).shift += value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // The screens are fetched in the quiet moment before anybody comes.
    await page.waitForFunction(() => performance.getEntriesByType('resource').length > 20);
    const session = await page.context().newCDPSession(page);
    const touchMs: number[] = [];
    const hideMs: number[] = [];
    const endMs: number[] = [];
    const previewMs: number[] = [];
    for (let at = 0; at < TOUCHES; at += 1) {
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
      touchMs.push(...(await walkToPlan(page)));
      hideMs.push(await touch(page, 'Hide my screen'));
      await touches(page, 'Show my screen', 'Yes, show it now');
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      endMs.push(await leave(page));
    }
    for (let at = 0; at < PREVIEWS; at += 1) {
      await walkToPlan(page);
      await touch(page, 'Continue');
      await page.getByText(/^\d+ sheets? of paper$/).waitFor();
      await touch(page, 'Continue');
      previewMs.push(await drawnAfterTouch(page));
      endMs.push(await leave(page));
    }
    const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
    return { touchMs, hideMs, endMs, startMs, emptyMs, previewMs, shift };
  } finally {
    await browser.close();
    host.kill('SIGTERM');
  }
}

/** Starts a browser, like a kiosk that is switched on. @param mark what is visible when the page can be used */
async function timeToStand(found: FoundChromium, url: string, mark: string): Promise<number> {
  const sinceMs = performance.now();
  const browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args] });
  try {
    const page = await browser.newPage({ viewport: PORTRAIT });
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction((wanted) => document.querySelector(wanted)?.checkVisibility() === true, mark);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    return performance.now() - sinceMs;
  } finally {
    await browser.close();
  }
}

/** One answer for each question, so that the way is always the same. */
const ANSWERS = ['Me', 'IVIG', 'Today', 'Medicaid', 'The plan said yes', 'No, thank you'];

/** @returns the milliseconds of each touch */
async function walkToPlan(page: Page): Promise<readonly number[]> {
  const times = [await touch(page, 'Touch to start'), await touch(page, 'Continue'), await touch(page, 'Continue')];
  for (const answer of ANSWERS) {
    await page.locator('[data-input=open]').waitFor();
    await page.locator('[role=radio], [role=checkbox]').filter({ hasText: answer }).first().click();
    times.push(await touch(page, 'Continue'));
  }
  times.push(await touch(page, 'Continue'));
  return times;
}

/** Touches a control and waits for the frame that shows another heading. */
async function touch(page: Page, name: string): Promise<number> {
  await page.locator('[data-input=open]').waitFor();
  const control = page.getByRole('button', { name, exact: true }).filter({ visible: true });
  await control.evaluate((element) => {
    const heading = (): string =>
      [...document.querySelectorAll('h1')].find((each) => each.checkVisibility())?.innerText ?? '';
    const before = heading();
    const state = window as unknown as { touchedMs: number };
    state.touchedMs = Number.NaN;
    element.addEventListener(
      'pointerup',
      (event) => {
        const look = (): void => {
          if (heading() === before || heading() === '') requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => (state.touchedMs = performance.now() - event.timeStamp)));
        };
        requestAnimationFrame(look);
      },
      { once: true },
    );
  });
  await control.click();
  await page.waitForFunction(() => (window as unknown as { touchedMs: number }).touchedMs > 0);
  return page.evaluate(() => (window as unknown as { touchedMs: number }).touchedMs);
}

/** The picture of the first page may be there already; then it took no longer than the change of screens. */
async function drawnAfterTouch(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const changedMs = (window as unknown as { touchedMs: number }).touchedMs;
    const sinceMs = performance.now();
    while (document.querySelector('canvas')?.checkVisibility() !== true) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return changedMs + (performance.now() - sinceMs);
  });
}

/** @returns the milliseconds from the last touch until the app of the next person stands */
async function leave(page: Page): Promise<number> {
  await touches(page, 'Start over');
  await page.locator('[data-input=open]').waitFor();
  const clear = page.getByRole('button', { name: 'Clear and leave', exact: true }).filter({ visible: true });
  await clear.evaluate((element) => {
    const state = window as unknown as { endedMs: number };
    state.endedMs = Number.NaN;
    const old = document.querySelector('#app > *');
    element.addEventListener('pointerup', ({ timeStamp }) => {
      const look = (): void => {
        const isNew = document.querySelector('#app > *') !== old && document.querySelector('button.start') !== null;
        if (!isNew) requestAnimationFrame(look);
        else requestAnimationFrame(() => setTimeout(() => (state.endedMs = performance.now() - timeStamp)));
      };
      requestAnimationFrame(look);
    });
  });
  await clear.click();
  await page.waitForFunction(() => (window as unknown as { endedMs: number }).endedMs > 0);
  await page.locator('#app:not([inert]) [data-input=open] button.start').waitFor();
  return page.evaluate(() => (window as unknown as { endedMs: number }).endedMs);
}

async function touches(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await page.locator('[data-input=open]').waitFor();
    await page.getByRole('button', { name, exact: true }).filter({ visible: true }).click();
  }
}
