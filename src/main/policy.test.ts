import { describe, expect, test } from 'vitest';
import { USUAL_KEYS } from '../contract/keys';
import { KEY_NAMES } from '../site/key-names';
import { readSite } from '../site/read';
import { DEFAULT_SITE } from '../site/settings';
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
  const plain = { shift: false, control: false, alt: false, meta: false };
  const { keys: unset } = DEFAULT_SITE;

  test.each(Object.keys(USUAL_KEYS))('the usual key %j reaches the screens', (key) => {
    expect(isKeyAllowed({ ...plain, key }, unset)).toBe(true);
  });

  test.each([...KEY_NAMES, 'x', '7', '+', '*', '/'])('%j reaches the screens when the settings name it', (key) => {
    const { site, problems } = readSite('site.toml', `[keys]\nlisten = [${JSON.stringify(key)}]\n`);
    expect(problems).toEqual([]);
    expect(isKeyAllowed({ ...plain, key }, site.keys)).toBe(true);
    if (!(key in USUAL_KEYS)) expect(isKeyAllowed({ ...plain, key }, unset)).toBe(false);
  });

  test.each([
    'F10',
    'F11',
    'F12',
    'Control',
    'Ctrl+R',
    'Alt',
    'Alt+F4',
    'AltGraph',
    'Meta',
    'Shift',
    'CapsLock',
    'ContextMenu',
    'PrintScreen',
    'Power',
    'WakeUp',
    'BrowserBack',
    'BrowserHome',
    'LaunchApplication1',
    'AudioVolumeUp',
    'ZoomIn',
    'Process',
    'Dead',
    'Unidentified',
    '',
    ' ',
  ])('%j cannot be named in the settings, and never reaches the screens by being named', (key) => {
    const { site, problems } = readSite('site.toml', `[keys]\nlisten = [${JSON.stringify(key)}]\n`);
    expect(problems).toHaveLength(1);
    if (!(key in USUAL_KEYS)) expect(isKeyAllowed({ ...plain, key }, site.keys)).toBe(false);
  });

  test.each(['p', 'r', '+', '0', 'F4', 'F5', ...Object.keys(USUAL_KEYS)])(
    '%j with Ctrl, Alt or Meta does not',
    (key) => {
      const keys = { ...unset, listen: [key] };
      for (const held of ['control', 'alt', 'meta']) {
        expect(isKeyAllowed({ ...plain, key, [held]: true }, keys)).toBe(false);
      }
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
