import { BrowserWindow, session, type WebPreferences } from 'electron';
import { PAPER_ORIGIN, PAPER_SCHEME } from './policy';
import { lockSession } from './lockdown';

export interface HiddenPageOptions {
  readonly kind: 'paper' | 'spool';
  readonly headers: Readonly<Record<string, string>>;
  readonly preferences: WebPreferences;
}

/** Calls `work` with a new window and the address to load in it. Destroys the window when the work is done or failed. */
export type WithHiddenPage = <Value>(
  content: string | Uint8Array,
  work: (window: BrowserWindow, address: string) => Promise<Value>,
) => Promise<Value>;

/**
 * Makes a new hidden, sandboxed window for each document, so that a failed one cannot affect the next (electron#41064).
 * The document exists only in memory.
 */
export function makeHiddenPages({ kind, headers, preferences }: HiddenPageOptions): WithHiddenPage {
  const own = session.fromPartition(kind);
  lockSession(own, kind);
  const waiting = new Map<string, string | Uint8Array>();
  let made = 0;
  own.protocol.handle(PAPER_SCHEME, (request) => {
    const content = waiting.get(request.url);
    if (content === undefined) return new Response(null, { status: 404 });
    return new Response(typeof content === 'string' ? content : Buffer.from(content), { headers });
  });

  return async (content, work) => {
    made += 1;
    const address = `${PAPER_ORIGIN}/${made}`;
    waiting.set(address, content);
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        ...preferences,
        session: own,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        devTools: false,
        spellcheck: false,
        // A hidden window that is throttled never finishes its fonts (electron#42284).
        backgroundThrottling: false,
      },
    });
    try {
      return await work(window, address);
    } finally {
      waiting.delete(address);
      window.destroy();
    }
  };
}

/** Rejects with `message` when the work takes longer. */
export function withTimeout<Value>(work: Promise<Value>, timeoutMs: number, message: string): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(message));
    }, timeoutMs);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
