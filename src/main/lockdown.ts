import { app, Menu, session, type Session, type WebContents } from 'electron';
import type { Site } from '../site/settings';
import { isKeyAllowed, mayFrameNavigate, mayLoad, type WindowKind } from './policy';

/**
 * Before `ready`: every window in a sandbox, and no name on any network can be found.
 * @param keysOfSite asked at each key press, because the settings are read later
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

/** After `ready`: no menu, so no accelerator of one. */
export function lockShell(): void {
  Menu.setApplicationMenu(null);
  // Nothing of ours uses the default session; whatever ends up in it gets nothing.
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
  // There is no switch for its dictionary download (electron#22995): it gets an address that no one can have.
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
    // It comes back after a change of displays (electron#11216).
    void contents.setVisualZoomLevelLimits(1, 1);
  });
}

function prevent(event: { preventDefault(): void }): void {
  event.preventDefault();
}
