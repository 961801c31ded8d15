/**
 * Puts `window.homeward` into an ordinary browser before the app starts: the same contract as in Electron, carried by
 * the preview host. The key comes in the address after `#`, which no server log and no other page sees. It is removed
 * from the address at once and lives only in this variable.
 */
import { makeStateReceiver } from '../contract/receiver';
import type { Bridge, CallName, Envelope, ErrorOf, InputOf, OutputOf, StatePush } from '../contract/table';
import { CALL_PATH, NO_KEY_PATH, STATES_PATH } from './paths';

const key = location.hash.slice(1) || keyOfPreviousPage();
history.replaceState(null, '', location.pathname + location.search);
// A page that reloads itself passes the key on in its history entry, which only pages of this origin can read.
addEventListener('beforeunload', () => {
  history.replaceState({ key }, '');
});
// Opening the printed address again in the same tab changes only the part after `#`, so start over.
addEventListener('hashchange', () => {
  location.reload();
});

/** The browser may keep a page frozen after the person leaves; the machine must still learn that nobody is there. */
const leaving = new AbortController();
addEventListener('pagehide', () => {
  leaving.abort();
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});

if (key === '') location.replace(NO_KEY_PATH);
else start();

function keyOfPreviousPage(): string {
  const { key: passedOn } = (history.state ?? {}) as { readonly key?: unknown };
  return typeof passedOn === 'string' ? passedOn : '';
}

function start(): void {
  const receiver = makeStateReceiver();
  const bridge: Bridge = { call, onState: receiver.onState };
  Object.defineProperty(window, 'homeward', { value: Object.freeze(bridge) });
  receive(receiver.push).catch(() => {
    // The host has stopped, or this page is closing: no more states will come.
  });
}

async function call<Name extends CallName>(
  name: Name,
  input: InputOf<Name>,
): Promise<Envelope<OutputOf<Name>, ErrorOf<Name>>> {
  try {
    const response = await post(`${CALL_PATH}${name}`, input);
    // The host passes on what the machine's dispatcher answered to this very call.
    return (await response.json()) as Envelope<OutputOf<Name>, ErrorOf<Name>>;
  } catch {
    // The host has stopped.
    return { ok: false, error: { code: 'internal' } };
  }
}

function post(path: string, body: unknown): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
    signal: leaving.signal,
  });
}

/** Reads one state per line for as long as the host runs. */
async function receive(push: (state: StatePush) => void): Promise<void> {
  const response = await post(STATES_PATH, {});
  if (!response.ok || response.body === null) {
    location.replace(NO_KEY_PATH);
    return;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) push(JSON.parse(line) as StatePush);
  }
}
