import { describe, expect, test } from 'vitest';
import {
  afterCrash,
  isFullScreen,
  isKeyAllowed,
  isTrustedSender,
  mayFrameNavigate,
  mayLoad,
  spooledOf,
  spoolOptions,
  usesSystemPrinting,
} from './policy';

describe('what may be loaded', () => {
  test.each([
    'homeward://kiosk/',
    'homeward://kiosk/index.html',
    'homeward://kiosk/assets/app.js?x=1#y',
    'blob:homeward://kiosk/3f0c',
    'data:image/png;base64,AAAA',
  ])('the kiosk window may load %s', (address) => {
    expect(mayLoad('kiosk', address)).toBe(true);
  });

  test.each([
    'https://kiosk/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'homeward://evil/',
    'homeward://kiosk.evil/',
    'homeward://user@kiosk/',
    'homeward://kiosk:99/',
    'homeward-paper://packet/1',
    'blob:https://evil/1',
    'blob:homeward://kiosk.evil/1',
    'javascript:alert(1)',
    'about:blank',
    'chrome://settings',
    'devtools://devtools/bundled/inspector.html',
    'view-source:homeward://kiosk/',
    'ws://127.0.0.1/',
    'ftp://host/',
    'mailto:a@b',
    '//kiosk/',
    '',
  ])('the kiosk window may not load %j', (address) => {
    expect(mayLoad('kiosk', address)).toBe(false);
  });

  test('the paper window loads its packet and nothing else', () => {
    expect(mayLoad('paper', 'homeward-paper://packet/7')).toBe(true);
    expect(mayLoad('paper', 'data:font/woff2;base64,AAAA')).toBe(true);
    expect(mayLoad('paper', 'homeward://kiosk/index.html')).toBe(false);
    expect(mayLoad('paper', 'blob:homeward://kiosk/1')).toBe(false);
    expect(mayLoad('paper', 'https://example.org/')).toBe(false);
    expect(mayLoad('paper', 'file:///etc/passwd')).toBe(false);
    expect(mayLoad('paper', 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html')).toBe(false);
  });
});

describe('keys', () => {
  const plain = { control: false, alt: false, meta: false };

  test.each(['Tab', 'Enter', ' ', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', '7', 'k', 'Shift'])(
    '%j reaches the screens',
    (key) => {
      expect(isKeyAllowed({ ...plain, key })).toBe(true);
    },
  );

  test.each([
    ...Array.from({ length: 24 }, (_, at) => `F${at + 1}`),
    'Control',
    'Alt',
    'Meta',
    'AltGraph',
    'ContextMenu',
    'PrintScreen',
    'BrowserBack',
    'BrowserHome',
    'LaunchApplication1',
    'MediaPlayPause',
    'ZoomIn',
    'Process',
    'Unidentified',
    '',
  ])('%j does not', (key) => {
    expect(isKeyAllowed({ ...plain, key })).toBe(false);
  });

  test.each(['p', 'r', 'w', 'q', '+', '-', '0', 'Tab', 'F4', 'Escape', 'ArrowLeft', 'Delete'])(
    '%j with Ctrl, Alt or Meta does not',
    (key) => {
      expect(isKeyAllowed({ ...plain, key, control: true })).toBe(false);
      expect(isKeyAllowed({ ...plain, key, alt: true })).toBe(false);
      expect(isKeyAllowed({ ...plain, key, meta: true })).toBe(false);
    },
  );
});

describe('who sent a message', () => {
  const ours = { isLive: true, isKioskWindow: true, isMainFrame: true, address: 'homeward://kiosk/index.html' };

  test('the live main frame of our own page is ours', () => {
    expect(isTrustedSender(ours)).toBe(true);
  });

  test.each([
    ['a window that is gone', { isLive: false }],
    ['another window', { isKioskWindow: false }],
    ['a frame inside', { isMainFrame: false }],
    ['another page', { address: 'https://example.org/' }],
    ['a look-alike', { address: 'homeward://kiosk.evil/' }],
    ['a packet', { address: 'homeward-paper://packet/1' }],
    ['a blob of ours', { address: 'blob:homeward://kiosk/1' }],
    ['an empty page', { address: '' }],
  ])('%s is not', (_who, part) => {
    expect(isTrustedSender({ ...ours, ...part })).toBe(false);
  });
});

describe('after a crash', () => {
  test('the screen comes back, until it has died too often within a minute', () => {
    expect(afterCrash([1_000], 1_000)).toBe('reload');
    expect(afterCrash([1_000, 2_000, 3_000], 3_000)).toBe('reload');
    expect(afterCrash([1_000, 2_000, 3_000, 4_000], 4_000)).toBe('out-of-service');
    expect(afterCrash([1_000, 2_000, 3_000, 70_000], 70_000)).toBe('reload');
  });
});

test('the kiosk fills the screen where it serves people, and where it is asked to', () => {
  expect(isFullScreen(true, [])).toBe(true);
  expect(isFullScreen(false, ['--kiosk'])).toBe(true);
  expect(isFullScreen(false, ['.'])).toBe(false);
});

describe('what is handed to the system', () => {
  const VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html';

  test('only its window may load the viewer of PDFs, and only in a frame', () => {
    for (const address of ['homeward-paper://packet/7', VIEWER, 'chrome://resources/js/util.js']) {
      expect(mayLoad('spool', address)).toBe(true);
      expect(mayLoad('kiosk', address)).toBe(false);
      expect(mayFrameNavigate({ isMainFrame: false, url: address })).toBe(true);
      expect(mayFrameNavigate({ isMainFrame: true, url: address })).toBe(false);
    }
    for (const address of [
      'chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh/index.html',
      'chrome://settings/',
      'homeward://kiosk/index.html',
      'https://example.org/',
      'file:///etc/passwd',
    ]) {
      expect(mayLoad('spool', address)).toBe(false);
      expect(mayFrameNavigate({ isMainFrame: false, url: address })).toBe(false);
    }
  });

  test('goes there on Windows alone: CUPS is asked over IPP', () => {
    expect(usesSystemPrinting('win32')).toBe(true);
    expect(usesSystemPrinting('linux')).toBe(false);
    expect(usesSystemPrinting('darwin')).toBe(false);
  });

  test('goes to the printer of the settings, without a dialog, at its own size and on one side', () => {
    const options = spoolOptions('Ward 4 printer', { copies: 2, paper: 'letter' });
    expect(options).toMatchObject({
      silent: true,
      deviceName: 'Ward 4 printer',
      copies: 2,
      pageSize: 'Letter',
      duplexMode: 'simplex',
    });
    expect(spoolOptions(null, { copies: 1, paper: 'a4', color: 'monochrome' })).toMatchObject({
      pageSize: 'A4',
      color: false,
    });
    expect(spoolOptions(null, { copies: 1, paper: 'a4' })).not.toHaveProperty('deviceName');
  });

  test('is taken, refused, or nobody knows: never called taken by mistake', () => {
    expect(spooledOf(true, '')).toEqual({ kind: 'taken' });
    expect(spooledOf(false, 'Invalid printer settings')).toMatchObject({ kind: 'refused' });
    expect(spooledOf(false, 'Print job canceled')).toMatchObject({ kind: 'refused' });
    expect(spooledOf(false, 'Print job failed')).toEqual({ kind: 'unsure', detail: 'Print job failed' });
    expect(spooledOf(false, '')).toMatchObject({ kind: 'unsure' });
  });
});
