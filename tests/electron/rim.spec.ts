/** The Electron rim: what a page, a key or a second program may not do, tried on the real thing. */
import { readdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { Bridge, Choices } from '../../src/contract/table';
import { test, tierBlocker } from './kiosk';

declare global {
  interface Window {
    readonly homeward: Bridge;
    /** Set by a test to see whether the page was loaded anew. */
    isSamePage?: boolean;
  }
}

const blocker = tierBlocker();
if (blocker !== null) process.stdout.write(`\n!!! THE ELECTRON TIER DID NOT RUN: ${blocker}\n\n`);
test.skip(blocker !== null, blocker ?? '');

/** Enough for a plan. */
const CHOICES: Choices = {
  answers: { who: ['me'], treatment: ['antibiotics'], leaving: ['today'], insurance: ['none'], money: ['no'] },
  state: 'TX',
  letterDate: null,
  helpers: [],
  largePrint: false,
};

test('the window fills the screen, and its page has the bridge and nothing of Node or Electron', async ({ kiosk }) => {
  const { app, page } = kiosk;
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isKiosk()))).toEqual([
    true,
  ]);
  expect(page.url()).toBe('homeward://kiosk/index.html');
  const seen = await page.evaluate(() => ({
    bridge: Object.keys(window.homeward),
    isFrozen: Object.isFrozen(window.homeward),
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
  }));
  expect(seen).toEqual({ bridge: ['call', 'onState'], isFrozen: true, node: [] });
});

test('the settings of every window are the safe ones', async ({ kiosk }) => {
  const settings = await kiosk.app.evaluate(({ BrowserWindow, Menu }) => ({
    menu: Menu.getApplicationMenu(),
    isPersistent: BrowserWindow.getAllWindows().map((w) => w.webContents.session.isPersistent()),
    devTools: BrowserWindow.getAllWindows().map((w) => {
      w.webContents.openDevTools();
      return w.webContents.isDevToolsOpened();
    }),
  }));
  expect(settings).toEqual({ menu: null, isPersistent: [false], devTools: [false] });
});

test('nothing written into the page runs', async ({ kiosk }) => {
  const ran = await kiosk.page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.ran = "inline"';
    document.head.append(script);
    const remote = document.createElement('script');
    remote.src = 'data:text/javascript,document.documentElement.dataset.ran="data"';
    document.head.append(remote);
    await new Promise((resolve) => {
      remote.onerror = resolve;
      remote.onload = resolve;
    });
    return document.documentElement.dataset['ran'] ?? null;
  });
  expect(ran).toBeNull();
});

test('the page cannot leave, open a window, or reach a network', async ({ kiosk }) => {
  const { app, page } = kiosk;
  await page.evaluate(() => {
    window.isSamePage = true;
    window.open('https://example.org/');
    location.assign('https://example.org/');
    const link = document.createElement('a');
    link.href = 'file:///etc/passwd';
    document.body.append(link);
    link.click();
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    document.body.append(frame);
  });
  const reached = await page.evaluate(async () => {
    const addresses = [
      'https://example.org/',
      'http://127.0.0.1:1/',
      'file:///etc/passwd',
      'homeward-paper://packet/1',
    ];
    const tried = await Promise.allSettled(addresses.map((address) => fetch(address)));
    return tried.filter(({ status }) => status === 'fulfilled').length;
  });
  expect(reached).toBe(0);
  expect(page.url()).toBe('homeward://kiosk/index.html');
  expect(await page.evaluate(() => window.isSamePage)).toBe(true);
  expect(app.windows()).toHaveLength(1);
});

test.describe('the protocol', () => {
  for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2f..%2fpackage.json', '/main/index.js']) {
    test(`does not serve ${path}`, async ({ kiosk }) => {
      expect(await kiosk.page.evaluate(async (asked) => (await fetch(asked)).status, path)).toBe(404);
    });
  }

  test('sends the policy as a header', async ({ kiosk }) => {
    const policy = await kiosk.page.evaluate(async () =>
      (await fetch('/index.html')).headers.get('content-security-policy'),
    );
    expect(policy).toContain("default-src 'none'");
  });
});

test('no permission is given', async ({ kiosk }) => {
  const given = await kiosk.page.evaluate(async () => {
    const names = ['camera', 'microphone', 'geolocation', 'notifications', 'midi', 'clipboard-read'] as const;
    const states = await Promise.all(
      names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          ({ state }) => state,
          () => 'denied',
        ),
      ),
    );
    return names.filter((_name, at) => states[at] === 'granted');
  });
  expect(given).toEqual([]);
});

test('no key leaves the kiosk', async ({ kiosk }) => {
  const { app, page } = kiosk;
  await page.evaluate(() => {
    window.isSamePage = true;
  });
  for (const key of [
    'F5',
    'F11',
    'F12',
    'Control+R',
    'Control+W',
    'Control+P',
    'Control+N',
    'Control+Shift+I',
    'Alt+F4',
  ]) {
    await page.keyboard.press(key);
  }
  expect(await page.evaluate(() => window.isSamePage)).toBe(true);
  expect(app.windows()).toHaveLength(1);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isKiosk())).toBe(true);
});

test('a call that is not in the contract, too large, or not from our page is refused', async ({ kiosk }) => {
  const { app, page } = kiosk;
  const codes = await page.evaluate(async () => {
    const call = window.homeward.call as (name: string, input: unknown) => Promise<unknown>;
    return Promise.all([
      call('shell.open', {}),
      call('session.begin', { padding: 'x'.repeat(10_000_000) }),
      call('session.begin', { extra: 1 }),
      call('packet.prepare', {}),
    ]);
  });
  expect(codes).toEqual([
    { ok: false, error: { code: 'unknown-call' } },
    { ok: false, error: { code: 'too-big' } },
    { ok: false, error: { code: 'bad-input' } },
    { ok: false, error: { code: 'bad-input' } },
  ]);
  const foreign = await app.evaluate(async ({ BrowserWindow }) => {
    const kioskWindow = BrowserWindow.getAllWindows()[0];
    // A window that is not the kiosk's, with the same preload: as if a page had got one.
    const other = new BrowserWindow({
      show: false,
      webPreferences: { sandbox: false, nodeIntegration: true, contextIsolation: false },
    });
    await other.loadURL('data:text/html,foreign');
    const answer: unknown = await other.webContents.executeJavaScript(
      `require('electron').ipcRenderer.invoke('homeward:call', 'session.begin', {})`,
    );
    other.destroy();
    return { answer, isOpen: kioskWindow?.isDestroyed() === false };
  });
  expect(foreign).toEqual({ answer: { ok: false, error: { code: 'wrong-sender' } }, isOpen: true });
});

test('the window cannot be closed, and a dead page comes back with nobody in it', async ({ kiosk }) => {
  const { app, page } = kiosk;
  await page.evaluate(() => window.homeward.call('session.begin', {}));
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined) return;
    const loaded = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
    contents.forcefullyCrashRenderer();
    await loaded;
  });
  const phase = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const code = `new Promise((resolve) => window.homeward.onState('session', ({ phase }) => resolve(phase)))`;
    return contents?.executeJavaScript(code) as Promise<unknown>;
  });
  expect(phase).toBe('nobody');
});

test('a packet becomes a tagged PDF in memory and goes to the folder printer', async ({ kiosk }) => {
  const { page, printed } = kiosk;
  const head = await page.evaluate(async (choices) => {
    await window.homeward.call('session.begin', {});
    const prepared = await window.homeward.call('packet.prepare', { choices, documents: ['D01'] });
    if (!prepared.ok) return prepared.error.code;
    const { packet, pdf } = prepared.value;
    const sent = await window.homeward.call('print.submit', { requestId: 'r1', packet, copies: 1, pages: null });
    return sent.ok ? atob(pdf).slice(0, 5) : sent.error.code;
  }, CHOICES);
  expect(head).toBe('%PDF-');
  await expect.poll(() => readdirSync(printed).filter((file) => file.endsWith('.pdf')).length).toBe(1);
});

test.describe('with the printing of the system', () => {
  test.skip(process.platform !== 'win32', 'the printing of the system is offered on Windows alone');
  test.use({ printer: 'kind = "system"\nname = "Ward 4 printer"' });

  test('the very PDF is opened in a window without a face and handed to the printer of the settings', async ({
    kiosk,
  }) => {
    const { app, page } = kiosk;
    // No printer is needed: Electron's own two calls are answered here, and what they were given is kept.
    await app.evaluate(({ app: electron, BrowserWindow }) => {
      const ward = { name: 'Ward 4 printer', displayName: 'Ward 4', description: '', options: {} };
      const seen = globalThis as unknown as { asked?: unknown };
      const kioskContents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (kioskContents !== undefined) kioskContents.getPrintersAsync = async () => [ward];
      electron.on('web-contents-created', (_event, contents) => {
        contents.print = (options, done) => {
          // Blank before the viewer has the document: then this is no PDF of a page with words.
          void contents.printToPDF({}).then(({ length }) => {
            seen.asked = { options, length, address: contents.getURL() };
            done?.(true, '');
          });
        };
      });
    });
    await page.evaluate(async (choices) => {
      const phases: string[] = [];
      window.homeward.onState('job', ({ phase }) => {
        phases.push(phase);
        document.documentElement.dataset['phases'] = phases.join();
      });
      await window.homeward.call('session.begin', {});
      const prepared = await window.homeward.call('packet.prepare', { choices, documents: ['D01'] });
      if (!prepared.ok) throw new Error(prepared.error.code);
      const { packet } = prepared.value;
      await window.homeward.call('print.submit', { requestId: 'r1', packet, copies: 1, pages: null });
    }, CHOICES);
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['phases'])).toContain('handed-over');
    const asked = await app.evaluate(() => (globalThis as unknown as { asked?: unknown }).asked);
    expect(asked).toMatchObject({
      options: { silent: true, deviceName: 'Ward 4 printer', copies: 1, duplexMode: 'simplex', pageSize: 'Letter' },
      address: expect.stringMatching(/^homeward-paper:\/\/packet\/\d+$/) as unknown,
    });
    expect((asked as { length: number }).length).toBeGreaterThan(5_000);
    // The window is gone, and with it the pages.
    await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
});

test('a second start ends by itself', async ({ kiosk }) => {
  const second = await kiosk.startAgain().catch(() => null);
  if (second !== null) await second.waitForEvent('close');
  expect(await kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
