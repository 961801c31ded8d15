/** The one door between the screens and the machine: the contract's bridge, and nothing of Electron. */
import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, READY_CHANNEL, STATES_CHANNEL } from '../contract/channels';
import { makeStateReceiver } from '../contract/receiver';
import type { Bridge, CallName, Envelope, ErrorOf, InputOf, OutputOf, StatePush } from '../contract/table';

const receiver = makeStateReceiver();
ipcRenderer.on(STATES_CHANNEL, (_event, push: StatePush) => {
  receiver.push(push);
});
ipcRenderer.send(READY_CHANNEL);

async function call<Name extends CallName>(
  name: Name,
  input: InputOf<Name>,
): Promise<Envelope<OutputOf<Name>, ErrorOf<Name>>> {
  try {
    // The machine checks name and input, and answers with this call's own envelope.
    return (await ipcRenderer.invoke(CALL_CHANNEL, name, input)) as Envelope<OutputOf<Name>, ErrorOf<Name>>;
  } catch {
    // What cannot be sent at all, such as a function, fails here; no error of Electron's reaches the page.
    return { ok: false, error: { code: 'internal' } };
  }
}

const bridge: Bridge = Object.freeze({ call, onState: receiver.onState });
contextBridge.exposeInMainWorld('homeward', bridge);
