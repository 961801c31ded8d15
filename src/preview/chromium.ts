import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, delimiter } from 'node:path';
import { chromium } from '@playwright/test';

export interface FoundChromium {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** Where it was found, for the terminal. */
  readonly source: string;
}
export type ChromiumSearch = FoundChromium | { readonly missing: string };

/** No background requests and no prompts: the kiosk has no network. */
const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium without windows: the same engine at twice the speed, for PDFs and tests. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge'];

/** Where the usual installers put browsers that are not on PATH. */
const USUAL_PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const root = process.env[variable];
    if (root === undefined) return [];
    return [
      join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(root, 'Chromium', 'Application', 'chrome.exe'),
      join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ];
  }),
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge'].flatMap((folder) =>
    NAMES.map((name) => join(folder, name)),
  ),
};

const MISSING =
  'no Chromium was found: install Chromium, Chrome or Edge (Debian: apt-get install chromium), ' +
  'or name one in CHROMIUM_PATH';

/** Cached for the process: the search checks many paths, and the packaged Chromium is unpacked only once. */
let search: Promise<ChromiumSearch> | null = null;

/** Finds a Chromium for PDFs and tests: CHROMIUM_PATH, Playwright's own, the system's (headless first), or npm's. */
export function findChromium(): Promise<ChromiumSearch> {
  search ??= searchAll();
  return search;
}

/** Finds a browser with windows, to show the kiosk full screen. */
export function findInstalledBrowser(): FoundChromium | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    return isProgram(named) ? found(named, 'CHROMIUM_PATH') : null;
  }
  return installed([...programsOnPath(NAMES), ...(USUAL_PLACES[process.platform] ?? [])]);
}

async function searchAll(): Promise<ChromiumSearch> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    return isProgram(named)
      ? found(named, 'CHROMIUM_PATH')
      : { missing: `CHROMIUM_PATH names ${named}, which is not a program; fix or unset it` };
  }
  const own = chromium.executablePath();
  if (own !== '' && isProgram(own)) return found(own, "Playwright's own");
  return installed(programsOnPath(SHELLS)) ?? findInstalledBrowser() ?? (await packagedChromium());
}

/** The Chromium in `@sparticuz/chromium`. Its own arguments turn off web security, so they are not used. */
async function packagedChromium(): Promise<ChromiumSearch> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return { missing: MISSING };
  // It unpacks 209 MB into the temporary folder, which may be in memory. This folder is on disk and is kept.
  const folder = join(process.cwd(), '.cache', 'chromium');
  mkdirSync(folder, { recursive: true });
  const previous = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executablePath = await packaged.executablePath();
    return {
      executablePath,
      args: ['--no-sandbox', '--disable-gpu'],
      source: '@sparticuz/chromium',
    };
  } catch (error) {
    return {
      missing: `${MISSING} (the one from npm failed: ${error instanceof Error ? error.message : String(error)})`,
    };
  } finally {
    if (previous === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = previous;
  }
}

function found(executablePath: string, source: string): FoundChromium {
  return { executablePath, args: isRoot() ? ['--no-sandbox', ...ARGS] : ARGS, source };
}

/** Chromium refuses to run as root with its sandbox on. Containers and build machines often run as root. */
function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function installed(programs: readonly string[]): FoundChromium | null {
  const program = programs.find(isProgram);
  return program === undefined ? null : found(program, program);
}

function programsOnPath(names: readonly string[]): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const ending = process.platform === 'win32' ? '.exe' : '';
  return names.flatMap((name) => folders.map((folder) => join(folder, `${name}${ending}`)));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
