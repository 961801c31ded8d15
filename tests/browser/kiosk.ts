/** One kiosk per test file: the real `npm start` with its preview host, settings and printer. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { Person } from './person';
import { Words } from './words';

const ROOT = process.cwd();
/** A first start builds the screens. */
const START_TIMEOUT_MS = 90_000;

export interface KioskHost {
  readonly url: string;
  /** Its `site.toml`. */
  readonly siteFile: string;
  /** Its own content folder; null for the packaged content. */
  readonly content: string | null;
  /** The names of the files that the folder printer has saved. */
  saved(): readonly string[];
  savedBytes(name: string): Uint8Array;
}

/** A text that an editor replaces in a copy of the content. It must exist. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

interface Kiosk {
  /** The edits in the hospital's own content folder; null for the packaged content. */
  readonly ownContent: { readonly edits: readonly Edit[] } | null;
  /** The lines of `[printer]` in the settings; null for the folder that `saved` lists. */
  readonly printer: string | null;
  /** The lines of `[screen]`; null for the default screen. */
  readonly glass: string | null;
  /** The language that people choose. */
  readonly language: string;
  /** Further tables of its settings. */
  readonly settings: string;
  readonly kiosk: KioskHost;
}

export const test = base.extend<{ person: Person }, Kiosk & { readonly words: Words }>({
  printer: [null, { scope: 'worker', option: true }],
  glass: [null, { scope: 'worker', option: true }],
  language: ['en', { scope: 'worker', option: true }],
  settings: ['', { scope: 'worker', option: true }],
  ownContent: [null, { scope: 'worker', option: true }],

  kiosk: [
    async ({ printer, glass, settings, ownContent }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'homeward-browser-'));
      const printed = join(folder, 'printed');
      const site = join(folder, 'site.toml');
      const content = ownContent === null ? null : edited(join(folder, 'content'), ownContent.edits);
      const printerLines = printer ?? `kind = "folder"\nfolder = "${printed}"`;
      writeFileSync(
        site,
        `name = "Test Hospital"\nstate = "TX"\n[screen]\n${glass ?? ''}\n[printer]\n${printerLines}\n${settings}\n`,
      );
      const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
      // Without a display, `npm start` serves the kiosk to a browser even if Electron is installed.
      const host = spawn(process.execPath, ['src/commands/run.mjs', 'start'], {
        cwd: ROOT,
        env: { ...rest, HOMEWARD_SITE: site, ...(content === null ? {} : { HOMEWARD_CONTENT: content }) },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await use({
        url: await addressOf(host),
        siteFile: site,
        content,
        saved: () => listOf(printed),
        savedBytes: (name) => readFileSync(join(printed, name)),
      });
      const gone = new Promise((resolve) => host.once('exit', resolve));
      host.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: START_TIMEOUT_MS },
  ],

  words: [
    async ({ language, kiosk }, use) => use(new Words(language, kiosk.content ?? undefined)),
    { scope: 'worker' },
  ],

  person: async ({ page, kiosk, words }, use) => {
    const trouble: string[] = [];
    const origin = new URL(kiosk.url).origin;
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') trouble.push(message.text());
    });
    page.on('request', (request) => {
      const isOurs = request.url().startsWith(origin) || /^(?:data|blob):/.test(request.url());
      if (!isOurs) trouble.push(`a request left the machine: ${request.url()}`);
    });
    await use(new Person(page, kiosk.url, words));
    base.expect(trouble).toEqual([]);
  },
});

function edited(folder: string, edits: readonly Edit[]): string {
  cpSync(join(ROOT, 'content'), folder, { recursive: true });
  for (const { file, from, to } of edits) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not say "${from}"`);
    writeFileSync(join(folder, file), text.replace(from, to));
  }
  return folder;
}

function listOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** The address with the key that `npm start` prints. */
export function addressOf(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    host.stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString('utf8');
      const address = /http:\/\/\S+#\S+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
    host.once('exit', () => reject(new Error(`the kiosk did not start:\n${said}`)));
  });
}
