/** Starts the built kiosk in Electron for a test, or says why it cannot. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { findElectron, windowBlocker } from '../../src/commands/electron-binary';

export interface Kiosk {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly printed: string;
  /** Starts the program a second time on the same profile. */
  startAgain(): Promise<ElectronApplication>;
}

const ROOT = process.cwd();

/** Null when the tier can run. */
export function tierBlocker(): string | null {
  const electron = findElectron(ROOT);
  if ('missing' in electron) return `Electron: ${electron.missing}`;
  if (!existsSync(join(ROOT, 'out/main/index.js'))) return 'the kiosk is not built: run npm run build';
  return windowBlocker();
}

export const test = base.extend<{ printer: string | null; kiosk: Kiosk }>({
  /** Lines of `[printer]` in the settings; null for a folder printer. */
  printer: [null, { option: true }],

  kiosk: async ({ printer }, use) => {
    const electron = findElectron(ROOT);
    if ('missing' in electron) throw new Error(electron.missing);
    const { executablePath } = electron;
    const folder = mkdtempSync(join(tmpdir(), 'homeward-electron-'));
    const printed = join(folder, 'printed');
    const site = join(folder, 'site.toml');
    const lines = printer ?? `kind = "folder"\nfolder = "${printed}"`;
    writeFileSync(site, `name = "Test Hospital"\nstate = "TX"\n[printer]\n${lines}\n`);
    const launch = (): Promise<ElectronApplication> =>
      _electron.launch({
        executablePath,
        cwd: ROOT,
        // The system's own sandbox cannot be had as root in a container; Electron's other walls stay.
        args: ['.', '--kiosk', `--user-data-dir=${join(folder, 'profile')}`, ...(isRoot() ? ['--no-sandbox'] : [])],
        env: { ...environment(), HOMEWARD_SITE: site },
      });
    const app = await launch();
    const page = await app.firstWindow();
    await page.waitForLoadState('load');
    await use({ app, page, printed, startAgain: launch });
    await app.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
});

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}
