/** The bridge in a real browser over the preview host: what a page gets, and what stays of the key. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callNames, makeDispatcher } from '../../src/contract/dispatcher';
import type { Bridge, Handlers, StatePush } from '../../src/contract/table';
import { findChromium } from '../../src/preview/chromium';
import { startPreviewHost, type PreviewHost } from '../../src/preview/host';
import { builtScreens } from '../../src/preview/screens';

const found = await findChromium();
const blocker = 'missing' in found ? found.missing : null;
if (blocker !== null) process.stdout.write(`\n!!! THE PREVIEW CLIENT WAS NOT TESTED: ${blocker}\n\n`);

declare global {
  interface Window {
    readonly homeward: Bridge;
    /** What the app saw when it started. */
    readonly seen: { readonly hasBridge: boolean; readonly address: string };
  }
}

const APP = `window.seen = { hasBridge: typeof window.homeward?.call === 'function', address: location.href };`;

let folder = '';
let browser: Browser;
let page: Page;
let host: PreviewHost;
let push: (state: StatePush) => void;
let gone = 0;

beforeAll(async () => {
  if ('missing' in found) return;
  folder = mkdtempSync(join(tmpdir(), 'homeward-client-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      rollupOptions: { input: 'src/preview/client.ts', output: { entryFileNames: 'preview-client.js' } },
    },
  });
  writeFileSync(join(folder, 'app.js'), APP);
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html><head><title>Homeward</title><script type="module" src="/app.js"></script></head></html>',
  );
  browser = await chromium.launch({ executablePath: found.executablePath, args: [...found.args] });
}, 60_000);

afterAll(async () => {
  if ('missing' in found) return;
  await browser.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  if ('missing' in found) return;
  gone = 0;
  const handlers = Object.fromEntries(
    callNames().map((name) => [name, async () => ({ ok: true, value: { number: 7 } })]),
  ) as unknown as Handlers;
  host = await startPreviewHost(
    {
      dispatcher: makeDispatcher({ handlers, role: () => 'patient', nowMs: () => 0, onRefusal: () => undefined }),
      listen(onPush) {
        push = onPush;
        onPush({ name: 'session', revision: 1, state: { phase: 'nobody', number: 0 } });
        return () => undefined;
      },
      screenGone: () => {
        gone += 1;
      },
      fillPage: (html) => html,
    },
    { screens: builtScreens(folder) },
  );
  page = await browser.newPage();
});

afterEach(async () => {
  if ('missing' in found) return;
  await page.close();
  await host.close();
});

describe.skipIf(blocker !== null)('a page of the preview host', () => {
  test('has the bridge before its app starts, and the key nowhere', async () => {
    await page.goto(host.url);
    expect(await page.evaluate(() => window.seen)).toEqual({ hasBridge: true, address: `${host.origin}/` });
    expect(await page.evaluate(() => Object.keys(window.homeward))).toEqual(['call', 'onState']);
    expect(await page.evaluate(() => Object.isFrozen(window.homeward))).toBe(true);
    const kept = await page.evaluate(() =>
      JSON.stringify([localStorage, sessionStorage, document.cookie, document.title]),
    );
    expect(kept).not.toContain(host.key);
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
    await page.goBack();
    expect(page.url()).not.toContain(host.key);
  });

  test('calls, and hears the newest state and each change', async () => {
    await page.goto(host.url);
    expect(await page.evaluate(() => window.homeward.call('session.begin', {}))).toEqual({
      ok: true,
      value: { number: 7 },
    });
    const heard = page.evaluate(
      () =>
        new Promise((resolve) => {
          const numbers: number[] = [];
          window.homeward.onState('session', ({ number }) => {
            numbers.push(number);
            if (numbers.length === 2) resolve(numbers);
          });
          document.title = 'listening';
        }),
    );
    await page.waitForFunction(() => document.title === 'listening');
    push({ name: 'session', revision: 2, state: { phase: 'patient', number: 1 } });
    expect(await heard).toEqual([0, 1]);
  });

  test('without the key says how to get in', async () => {
    for (const address of [`${host.origin}/`, `${host.origin}/#wrong`]) {
      await page.goto('about:blank');
      await page.goto(address);
      await page.waitForURL('**/no-key');
      expect(await page.textContent('body')).toContain('Open the whole address');
    }
  });

  test('that reloads itself keeps the key, and still shows it nowhere', async () => {
    await page.goto(host.url);
    await page.evaluate(() => {
      document.title = 'before';
      location.reload();
    });
    await page.waitForFunction(() => document.title === 'Homeward');
    expect(await page.evaluate(() => window.homeward.call('session.begin', {}))).toMatchObject({ ok: true });
    expect(await page.evaluate(() => JSON.stringify([history.state, location.href]))).not.toContain(host.key);
  });

  test('opened again at its own address starts afresh', async () => {
    await page.goto(host.url);
    await page.evaluate(() => {
      document.title = 'before';
    });
    await page.goto(host.url);
    await page.waitForFunction(() => document.title === 'Homeward');
    await page.waitForFunction(() => window.seen.hasBridge);
  });

  test('that is closed tells the machine that nobody is there', async () => {
    await page.goto(host.url);
    await page.evaluate(() => new Promise<void>((resolve) => window.homeward.onState('session', () => resolve())));
    await page.goto('about:blank');
    await expect.poll(() => gone, { timeout: 10_000 }).toBe(1);
  });

  test('gets a code, and no error, when the host is gone', async () => {
    await page.goto(host.url);
    await host.close();
    const internal = { ok: false, error: { code: 'internal' } };
    expect(await page.evaluate(() => window.homeward.call('session.begin', {}))).toEqual(internal);
  });
});
