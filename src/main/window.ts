import { BrowserWindow, session } from 'electron';
import { OUT_OF_SERVICE_PAGE, START_PAGE, type FillPage } from '../machine/renderer-files';
import type { Screen } from '../site/settings';
import { afterCrash, APP_ORIGIN } from './policy';
import { lockSession } from './lockdown';
import { serveScreens } from './protocol';

export interface KioskWindowOptions {
  readonly isFullScreen: boolean;
  readonly screen: Screen;
  readonly preload: string;
  /** A PNG file for the taskbar. */
  readonly icon: string;
  /** The built screens. */
  readonly folder: string;
  readonly fillPage: FillPage;
  /** Called when the screen's process has died: the visit is over. */
  readonly onGone: () => void;
}

/** The one window. Its session has no disk: no `persist:` in the name of its partition. */
export function makeKioskWindow({
  isFullScreen,
  screen,
  preload,
  icon,
  folder,
  fillPage,
  onGone,
}: KioskWindowOptions): BrowserWindow {
  const own = session.fromPartition('kiosk');
  lockSession(own, 'kiosk');
  serveScreens(own, folder, fillPage);
  const window = new BrowserWindow({
    width: screen.widthPx,
    height: screen.heightPx,
    useContentSize: true,
    kiosk: isFullScreen,
    frame: !isFullScreen,
    show: false,
    icon,
    backgroundColor: '#FBF7F0',
    autoHideMenuBar: true,
    webPreferences: {
      session: own,
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      devTools: false,
      spellcheck: false,
      disableDialogs: true,
      autoplayPolicy: 'user-gesture-required',
    },
  });
  const crashesAtMs: number[] = [];
  window.once('ready-to-show', () => {
    window.show();
  });
  window.webContents.on('render-process-gone', () => {
    onGone();
    crashesAtMs.push(Date.now());
    const isLost = afterCrash(crashesAtMs, Date.now()) === 'out-of-service';
    void window.loadURL(`${APP_ORIGIN}${isLost ? OUT_OF_SERVICE_PAGE : START_PAGE}`);
  });
  void window.loadURL(`${APP_ORIGIN}${START_PAGE}`);
  return window;
}
