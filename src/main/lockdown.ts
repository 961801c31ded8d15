import { app, Menu, session, type Session, type WebContents } from 'electron';
import type { Site } from '../site/settings';
import { isKeyAllowed, mayFrameNavigate, mayLoad, type WindowKind } from './policy';

/**
 * Call before `ready`. Puts every window in a sandbox and makes every host name fail to resolve.
 * @param keysOfSite called at each key press, because the settings are read later
 */
export function lockApp(keysOfSite: () => Site['keys']): void {
  app.enableSandbox();
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-pinch');
  app.commandLine.appendSwitch('overscroll-history-navigation', '0');
  // Applies to every web contents that is ever created.
  app.on('web-contents-created', (_event, contents) => {
    lockContents(contents, keysOfSite);
  });
}

/** Call after `ready`. Removes the menu, and with it its keyboard shortcuts. */
export function lockShell(): void {
  Menu.setApplicationMenu(null);
  // Our windows have sessions of their own. Locked all the same, in case anything ever uses the default one.
  lockSession(session.defaultSession, 'kiosk');
}

/** No permissions, no downloads, no network. */
export function lockSession(own: Session, kind: WindowKind): void {
  own.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.setDisplayMediaRequestHandler(null);
  own.on('will-download', prevent);
  own.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !mayLoad(kind, request.url) });
  });
  own.setSpellCheckerEnabled(false);
  // The dictionary download cannot be switched off (electron#22995), so it gets an address that cannot exist.
  own.setSpellCheckerDictionaryDownloadURL('https://dictionaries.invalid/');
}

function lockContents(contents: WebContents, keysOfSite: () => Site['keys']): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // The screens never navigate, so any navigation by a page, a dropped file or a link is stopped.
  contents.on('will-navigate', prevent);
  contents.on('will-frame-navigate', (details) => {
    if (!mayFrameNavigate(details)) details.preventDefault();
  });
  contents.on('will-redirect', prevent);
  contents.on('will-attach-webview', prevent);
  contents.on('before-input-event', (event, press) => {
    if (!isKeyAllowed(press, keysOfSite())) event.preventDefault();
  });
  contents.on('did-finish-load', () => {
    // Zooming comes back when the displays change (electron#11216).
    void contents.setVisualZoomLevelLimits(1, 1);
  });
}

function prevent(event: { preventDefault(): void }): void {
  event.preventDefault();
}
