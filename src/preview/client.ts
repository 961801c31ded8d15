/**
 * Puts `window.homeward` into an ordinary browser before the app starts: the same contract as in Electron, carried by
 * the preview host. The key came in the address after `#`, which no server log and no other page sees; it is taken out
 * of the address at once and lives only in this variable.
 */
import { makeStateReceiver } from '../contract/receiver';
import type { Bridge, CallName, Envelope, ErrorOf, InputOf, OutputOf, StatePush } from '../contract/table';
import { CALL_PATH, NO_KEY_PATH, STATES_PATH } from './paths';

const key = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
// Opening the printed address again in the same tab changes only what stands after `#`: then start afresh.
addEventListener('hashchange', () => {
  location.reload();
});

/** A page that is left behind may be kept frozen by the browser, but the machine must hear that nobody is there. */
const leaving = new AbortController();
addEventListener('pagehide', () => {
  leaving.abort();
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});

if (key === '') location.replace(NO_KEY_PATH);
else start();

function start(): void {
  const receiver = makeStateReceiver();
  const bridge: Bridge = { call, onState: receiver.onState };
  Object.defineProperty(window, 'homeward', { value: Object.freeze(bridge) });
  receive(receiver.push).catch(() => {
    // The host is gone, or this page is: there is nothing more to hear.
  });
}

async function call<Name extends CallName>(
  name: Name,
  input: InputOf<Name>,
): Promise<Envelope<OutputOf<Name>, ErrorOf<Name>>> {
  try {
    const response = await post(`${CALL_PATH}${name}`, input);
    // The host answers with this call's own envelope: it is the machine's dispatcher that speaks.
    return (await response.json()) as Envelope<OutputOf<Name>, ErrorOf<Name>>;
  } catch {
    // The host is gone.
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

/** One state a line, for as long as the host lives. */
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
