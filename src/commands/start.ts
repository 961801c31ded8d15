/** `npm start`: the kiosk in Electron, or in a browser on this machine if Electron cannot run. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { formatProblem } from '../basics/problem';
import { pathsFrom } from '../machine/assemble';
import { findInstalledBrowser, type FoundChromium } from '../preview/chromium';
import { builtScreens } from '../preview/screens';
import { buildIfNeeded } from './build-if-needed';
import { obtainElectron, whyNoElectron, windowBlocker } from './electron-binary';
import { openKioskBrowser } from './kiosk-browser';
import { serveKiosk, stopped } from './serve-kiosk';
import { EXIT_BAD_INPUT, EXIT_CANNOT_RUN, fail, print, readCommandLine } from './terminal';

const USAGE = 'npm start [-- --kiosk] [--port NUMBER]';
/** An Electron that ends sooner never opened a window: a library is missing, or the display does not work. */
const REAL_START_MS = 5_000;

interface Options {
  readonly isKiosk: boolean;
  readonly port: number;
}

/** Runs until it is stopped. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) return fail(EXIT_BAD_INPUT, `usage: ${USAGE}`);
  const root = process.cwd();
  if (!(await buildIfNeeded(root, print)))
    return fail(EXIT_CANNOT_RUN, 'The kiosk could not be built; the lines above say why.');

  const why = await tryElectron(root, options);
  if (why === null) return 0;
  print(`Not in Electron: ${why}. This is the same kiosk in a browser.`);
  return serve(root, options);
}

/** Null when the kiosk ran in Electron, else why it could not. */
async function tryElectron(root: string, { isKiosk }: Options): Promise<string | null> {
  const blocker = whyNoElectron();
  if (blocker !== null) return blocker;
  const electron = await obtainElectron(root, print);
  if ('missing' in electron) return electron.missing;
  const startedAtMs = performance.now();
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn(electron.executablePath, ['.', ...(isKiosk ? ['--kiosk'] : [])], {
      cwd: root,
      stdio: 'inherit',
    });
    child.once('error', () => {
      resolve(EXIT_CANNOT_RUN);
    });
    child.once('exit', resolve);
  });
  const isRealStart = performance.now() - startedAtMs > REAL_START_MS;
  return code === 0 || isRealStart ? null : 'its program ended at once; the lines above say why';
}

async function serve(root: string, { isKiosk, port }: Options): Promise<number> {
  const browser = isKiosk ? kioskBrowser() : null;
  if (typeof browser === 'string') return fail(EXIT_CANNOT_RUN, browser);

  const paths = pathsFrom(process.env, { root, dataFolder: null });
  const served = await serveKiosk({ paths, screens: builtScreens(join(root, 'out', 'renderer')), port });
  if (!served.ok) {
    const explanation = 'The kiosk cannot use its content; the lines above say how to fix it.';
    return fail(EXIT_CANNOT_RUN, ...served.error.map(formatProblem), explanation);
  }
  const kiosk = served.value;
  print(`\nHomeward is ready. Open this address in a browser on this machine:\n\n  ${kiosk.url}\n`);
  print(`${kiosk.output} Stop with Ctrl+C.`);

  const window = browser === null ? null : openKioskBrowser(browser, kiosk.url);
  await (window === null ? stopped() : Promise.race([stopped(), window.closed]));
  window?.close();
  await window?.closed;
  await kiosk.close();
  return 0;
}

/** A browser with windows, or one line that says why there is none. */
function kioskBrowser(): FoundChromium | string {
  const blocker = windowBlocker();
  if (blocker !== null) return `The kiosk cannot be shown full screen: ${blocker}.`;
  const browser = findInstalledBrowser();
  return (
    browser ?? 'The kiosk cannot be shown full screen: install Chromium, Chrome or Edge, or name one in CHROMIUM_PATH.'
  );
}

function readOptions(args: readonly string[]): Options | null {
  const line = readCommandLine({
    args,
    options: { kiosk: { type: 'boolean', default: false }, port: { type: 'string', default: '0' } },
  });
  if (line === null) return null;
  const port = Number(line.values.port);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? { isKiosk: line.values.kiosk, port } : null;
}
