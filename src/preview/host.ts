/**
 * The same kiosk in an ordinary browser: serves the screens and carries their calls to the machine's dispatcher.
 * Listens on this machine alone. A caller must name this host exactly (Host: against DNS rebinding), come from its own
 * page (Origin: against other pages of the browser), and know the key that was printed at the start.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { isCallName, type Dispatcher } from '../contract/dispatcher';
import { calls, type Refusal, type StatePush } from '../contract/table';
import type { FillPage } from '../machine/renderer-files';
import { CALL_PATH, NO_KEY_PATH, STATES_PATH } from './paths';
import type { Screens } from './screens';

/** The part of a machine that a host needs. */
export interface Hosted {
  readonly dispatcher: Dispatcher;
  listen(onPush: (push: StatePush) => void): () => void;
  /** Called when the last page closes: the person is gone. */
  screenGone(): void;
  readonly fillPage: FillPage;
}

export interface PreviewHostOptions {
  readonly screens: Screens;
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Loopback only. */
  readonly address?: string;
}

export interface PreviewHost {
  /** The address to open in a browser; the key follows the `#`. */
  readonly url: string;
  readonly origin: string;
  readonly key: string;
  close(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', '::1']);
const NO_KEY_LINE = 'Open the whole address that was printed at the start: it ends with the key to this kiosk.\n';
const KEY_BYTES = 24;
/** Ample time to receive a request: the page is on this machine. */
const REQUEST_TIMEOUT_MS = 30_000;

/** @throws RangeError for an address that is not loopback */
export async function startPreviewHost(
  { dispatcher, listen, screenGone, fillPage }: Hosted,
  { screens, port = 0, address = '127.0.0.1' }: PreviewHostOptions,
): Promise<PreviewHost> {
  if (!LOOPBACK.has(address)) {
    throw new RangeError(`the preview host listens on this machine alone (127.0.0.1 or ::1), not on ${address}`);
  }
  const key = randomBytes(KEY_BYTES).toString('base64url');
  let openPages = 0;
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else sendRefusal(response, 500, 'internal');
    });
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  if (screens.upgrade !== undefined) server.on('upgrade', upgrade);
  await listenOn(server, port, address);
  const bound = server.address() as AddressInfo;
  const host = `${address === '::1' ? '[::1]' : address}:${bound.port}`;
  const origin = `http://${host}`;
  return { url: `${origin}/#${key}`, origin, key, close: () => close(server) };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(screens.headers)) response.setHeader(name, value);
    if (!namesThisHost(request)) return refuse(response, 403, 'wrong-sender');
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (request.method === 'GET' || request.method === 'HEAD') return sendFile(path, request, response);
    if (request.method !== 'POST') return refuse(response, 405, 'wrong-sender');
    if (request.headers.origin !== origin) return refuse(response, 403, 'wrong-sender');
    if (!isKey(request.headers.authorization)) return refuse(response, 401, 'wrong-sender');
    if (path === STATES_PATH) return sendStates(response);
    const name = path.startsWith(CALL_PATH) ? path.slice(CALL_PATH.length) : '';
    if (!isCallName(name)) return refuse(response, 404, 'unknown-call');
    if (request.headers['content-type'] !== 'application/json') return refuse(response, 415, 'bad-input');
    const body = await readBody(request, calls[name].maxBytes);
    if (body === null) return refuse(response, 413, 'too-big');
    const input = parseJson(body);
    if (input === undefined) return refuse(response, 400, 'bad-input');
    sendJson(response, 200, await dispatcher.dispatch(name, input.value));
  }

  async function sendFile(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (path !== NO_KEY_PATH) return screens.serve({ path, request, response, fillPage });
    response.writeHead(403, { 'Content-Type': 'text/plain; charset=utf-8' }).end(NO_KEY_LINE);
  }

  /** A websocket has no key, so it never reaches the machine. It is passed to the screens, if it comes from their page. */
  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (namesThisHost(request) && request.headers.origin === origin) screens.upgrade?.(request, socket, head);
    else socket.destroy();
  }

  function namesThisHost(request: IncomingMessage): boolean {
    return isLoopback(request.socket.remoteAddress) && request.headers.host === host;
  }

  /** Sends the states, one per line, until the page is closed. */
  function sendStates(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
    openPages += 1;
    const stop = listen((push) => {
      response.write(`${JSON.stringify(push)}\n`);
    });
    response.on('close', () => {
      stop();
      openPages -= 1;
      if (openPages === 0) screenGone();
    });
  }

  function refuse(response: ServerResponse, status: number, code: Refusal): void {
    dispatcher.refuse(code);
    sendRefusal(response, status, code);
  }

  function isKey(authorization: string | undefined): boolean {
    const given = Buffer.from(authorization ?? '');
    const wanted = Buffer.from(`Bearer ${key}`);
    return given.byteLength === wanted.byteLength && timingSafeEqual(given, wanted);
  }
}

function sendRefusal(response: ServerResponse, status: number, code: Refusal): void {
  sendJson(response, status, { ok: false, error: { code } });
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

/** Null if it is longer than allowed, whatever Content-Length says. The rest is dropped. */
async function readBody(request: IncomingMessage, maxBytes: number): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && (LOOPBACK.has(address) || address.startsWith('::ffff:127.'));
}

function listenOn(server: Server, port: number, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
