import { ipcMain, type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent } from 'electron';
import { CALL_CHANNEL, READY_CHANNEL, STATES_CHANNEL } from '../contract/channels';
import type { Machine } from '../machine/machine';
import { isTrustedSender } from './policy';

/** Passes calls of the kiosk's own page to the dispatcher, and the machine's states to the page. */
export function connect(window: BrowserWindow, machine: Machine): void {
  let stop = (): void => undefined;

  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) =>
    isFrom(window, event) ? machine.dispatcher.dispatch(name, input) : machine.dispatcher.refuse('wrong-sender'),
  );

  ipcMain.on(READY_CHANNEL, (event) => {
    if (!isFrom(window, event)) {
      machine.dispatcher.refuse('wrong-sender');
      return;
    }
    stop();
    // A page that has just loaded has no visit, so the previous one is over.
    machine.endSession('screen-gone');
    stop = machine.listen((push) => {
      if (!window.isDestroyed()) window.webContents.send(STATES_CHANNEL, push);
    });
  });

  window.on('closed', () => {
    stop();
  });
}

function isFrom(window: BrowserWindow, { sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  const isLive = !window.isDestroyed() && !sender.isDestroyed() && senderFrame !== null;
  return (
    isLive &&
    isTrustedSender({
      isLive,
      isKioskWindow: sender === window.webContents,
      isMainFrame: senderFrame === window.webContents.mainFrame,
      address: senderFrame.url,
    })
  );
}
