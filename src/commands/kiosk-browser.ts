import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FoundChromium } from '../preview/chromium';

const KIOSK_ARGS = [
  '--kiosk',
  '--incognito',
  '--no-default-browser-check',
  '--noerrdialogs',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--disable-features=Translate',
  '--disable-session-crashed-bubble',
  '--password-store=basic',
];

export interface KioskBrowser {
  /** Resolves when its window is closed. */
  readonly closed: Promise<void>;
  close(): void;
}

/** Opens an address full screen in a browser with a temporary profile. */
export function openKioskBrowser({ executablePath, args }: FoundChromium, url: string): KioskBrowser {
  const profile = mkdtempSync(join(tmpdir(), 'homeward-kiosk-'));
  // The address contains the key, and every user of the machine can read command lines, so a private file opens it.
  const door = join(profile, 'open.html');
  writeFileSync(door, `<!doctype html><meta http-equiv="refresh" content="0;url=${url}">`, { mode: 0o600 });
  const child: ChildProcess = spawn(
    executablePath,
    [...args, ...KIOSK_ARGS, `--user-data-dir=${profile}`, pathToFileURL(door).href],
    { stdio: 'ignore' },
  );
  const closed = new Promise<void>((resolve) => {
    child.once('error', () => {
      resolve();
    });
    child.once('exit', () => {
      resolve();
    });
  }).then(() => {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });
  return {
    closed,
    close: () => {
      child.kill();
    },
  };
}
