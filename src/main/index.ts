/** Starts Electron: locks it down, serves the screens, connects them to the machine. The rules are in `policy.ts`. */
import { join } from 'node:path';
import { app } from 'electron';
import { formatProblem } from '../basics/problem';
import { assembleMachine, pathsFrom } from '../machine/assemble';
import { formatEvent } from '../machine/events';
import { DEFAULT_SITE } from '../site/settings';
import { isFullScreen, usesSystemPrinting } from './policy';
import { connect } from './ipc';
import { lockApp, lockShell } from './lockdown';
import { makeWindowPdf } from './paper';
import { registerSchemes } from './protocol';
import { makeWindowSpooler } from './spooler';
import { makeKioskWindow } from './window';

const CANNOT_START = 1;

/** The usual keys until the settings are read. */
let keysOfSite = DEFAULT_SITE.keys;

if (app.requestSingleInstanceLock()) {
  lockApp(() => keysOfSite);
  registerSchemes();
  void app.whenReady().then(start);
} else {
  // The kiosk is running already.
  app.quit();
}

function start(): void {
  lockShell();
  // In a package the content lies beside the program's archive, where a hospital can see it.
  const root = app.isPackaged ? process.resourcesPath : app.getAppPath();
  const places = pathsFrom(process.env, { root, dataFolder: app.getPath('userData') });
  const log = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  const assembled = assembleMachine(places, {
    makePdf: makeWindowPdf(),
    ...(usesSystemPrinting(process.platform) ? { spooler: makeWindowSpooler() } : {}),
    log: (event) => {
      log(formatEvent(event));
    },
  });
  if (!assembled.ok) {
    for (const problem of assembled.error) log(formatProblem(problem));
    app.exit(CANNOT_START);
    return;
  }
  const { machine, setup } = assembled.value;
  machine.listen((push) => {
    if (push.name === 'kiosk') keysOfSite = push.state.keys;
  });
  const isKiosk = isFullScreen(app.isPackaged, process.argv);
  const window = makeKioskWindow({
    isFullScreen: isKiosk,
    screen: setup.site.screen,
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    icon: join(root, 'resources', 'icon.png'),
    folder: join(import.meta.dirname, '../renderer'),
    fillPage: machine.fillPage,
    onGone: () => {
      machine.endSession('screen-gone');
    },
  });
  connect(window, machine);
  closeInOrder(window, machine.close, isKiosk);
}

/** A kiosk's window closes only with the program. The program ends once its print jobs are canceled. */
function closeInOrder(window: Electron.BrowserWindow, close: () => Promise<void>, isKiosk: boolean): void {
  let isQuitting = false;
  let isClosed = false;
  window.on('close', (event) => {
    if (isKiosk && !isQuitting) event.preventDefault();
  });
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}
