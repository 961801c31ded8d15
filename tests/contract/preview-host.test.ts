/** Who may speak to the preview host: tried over real sockets, as a stranger on this machine would. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { callNames, makeDispatcher } from '../../src/contract/dispatcher';
import type { Handlers, StatePush } from '../../src/contract/table';
import { startPreviewHost, type Hosted, type PreviewHost } from '../../src/preview/host';
import { builtScreens } from '../../src/preview/screens';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A machine that has nothing to say. */
const SILENT: Hosted = {
  dispatcher: {} as never,
  listen: () => () => undefined,
  screenGone: () => undefined,
  fillPage: (html) => html,
};

let host: PreviewHost;
let folder = '';
let reached: string[] = [];
let gone = 0;
let push: ((state: StatePush) => void) | null = null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'homeward-host-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html><head><title>{{app.title}}</title></head></html>');
  writeFileSync(join(folder, 'app.js'), 'export {};');
  writeFileSync(join(folder, 'notes.txt'), 'not a part of the screens');
  symlinkSync('/etc/hostname', join(folder, 'link.json'));
  const handlers = Object.fromEntries(
    callNames().map((name) => [
      name,
      async () => {
        reached.push(name);
        return { ok: true, value: { number: 1 } };
      },
    ]),
  ) as unknown as Handlers;
  const dispatcher = makeDispatcher({ handlers, role: () => 'patient', nowMs: () => 0, onRefusal: () => undefined });
  host = await startPreviewHost(
    {
      dispatcher,
      listen(onPush) {
        push = onPush;
        onPush({ name: 'session', revision: 1, state: { phase: 'nobody', number: 0 } });
        return () => {
          push = null;
        };
      },
      screenGone: () => {
        gone += 1;
      },
      fillPage: (html) => html.replace('{{app.title}}', 'Homeward'),
    },
    { screens: builtScreens(folder) },
  );
});

afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

beforeEach(() => {
  reached = [];
});

/** A request with just these headers: `host` too is ours to set. */
function ask(
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(host.origin);
  return new Promise((resolve, reject) => {
    const sending = request({ hostname, port, path, method, headers, setHost: !('Host' in headers) }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

function good(): Record<string, string> {
  return { Origin: host.origin, Authorization: `Bearer ${host.key}`, 'Content-Type': 'application/json' };
}

function call(name: string, headers: Record<string, string>, body = '{}'): Promise<Answer> {
  return ask(`/call/${name}`, { method: 'POST', headers, body });
}

test('its own page may call', async () => {
  const answer = await call('session.begin', good());
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body)).toEqual({ ok: true, value: { number: 1 } });
  expect(reached).toEqual(['session.begin']);
});

describe('refused before the machine is reached:', () => {
  test.each([
    ['a foreign Host', { Host: 'homeward.example' }, 403],
    ['the same Host with another port', { Host: '127.0.0.1:1' }, 403],
    ['localhost for 127.0.0.1', { Host: 'localhost' }, 403],
    ['a foreign Origin', { Origin: 'https://evil.example' }, 403],
    ['an opaque Origin', { Origin: 'null' }, 403],
    ['our Origin with a tail', { Origin: '{origin}.evil.example' }, 403],
    ['no Origin', { Origin: '' }, 403],
    ['no key', { Authorization: '' }, 401],
    ['a wrong key', { Authorization: 'Bearer AAAA' }, 401],
    ['a key of the right length', { Authorization: `Bearer ${'A'.repeat(32)}` }, 401],
    ['a form instead of JSON', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text, which needs no preflight', { 'Content-Type': 'text/plain' }, 415],
  ])('%s', async (_what, part: Record<string, string>, status) => {
    const changed = Object.entries({ ...good(), ...part }).map(([name, value]) => [
      name,
      value.replace('{origin}', host.origin),
    ]);
    const headers = Object.fromEntries(changed.filter(([, value]) => value !== '')) as Record<string, string>;
    const answer = await call('session.begin', headers);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(reached).toEqual([]);
  });

  test.each(['shell.open', '', '../session.begin', '__proto__', 'session.begin/x'])(
    'the unknown call %j',
    async (name) => {
      const answer = await call(name, good());
      expect(answer.status).toBe(404);
      expect(JSON.parse(answer.body)).toEqual({ ok: false, error: { code: 'unknown-call' } });
    },
  );

  test('ten megabytes, said or not said', async () => {
    const body = JSON.stringify({ padding: 'x'.repeat(10_000_000) });
    const said = await call('session.begin', { ...good(), 'Content-Length': String(body.length) }, body);
    const unsaid = await call('session.begin', { ...good(), 'Transfer-Encoding': 'chunked' }, body);
    for (const { status, body: text } of [said, unsaid]) {
      expect(status).toBe(413);
      expect(JSON.parse(text)).toEqual({ ok: false, error: { code: 'too-big' } });
    }
    expect(reached).toEqual([]);
  });

  test('what is not JSON', async () => {
    expect((await call('session.begin', good(), '{"a":')).status).toBe(400);
    expect(reached).toEqual([]);
  });

  test.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH'])('the method %s', async (method) => {
    expect((await ask('/call/session.begin', { method, headers: good() })).status).toBe(405);
    expect(reached).toEqual([]);
  });

  test('the states without the key', async () => {
    expect((await ask('/states', { method: 'POST', headers: { Origin: host.origin } })).status).toBe(401);
  });
});

describe('the pages', () => {
  test('come with the policy as a header, and the bridge before anything else', async () => {
    const { status, headers, body } = await ask('/');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe-|https?:|\*/);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toContain('<head><script type="module" src="/preview-client.js"></script><title>Homeward</title>');
    expect((await ask('/app.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  test('are not served to a foreign Host', async () => {
    expect((await ask('/', { headers: { Host: 'homeward.example' } })).status).toBe(403);
  });

  test.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/%2e%2e%2f%2e%2e%2fetc/hosts.json',
    '/..\\package.json',
    '/%5c..%5cpackage.json',
    '//etc/hosts.json',
    '/link.json',
    '/notes.txt',
    '/index.html%00.js',
    '/%',
    '/nothing.js',
    '/app.js/x.js',
    '/call/session.begin',
    '/states',
  ])('%s is not one of them', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  test('one without the key says how to get in', async () => {
    const { status, body } = await ask('/no-key');
    expect(status).toBe(403);
    expect(body).toContain('Open the whole address');
  });
});

test('the states come at once and at each change, and the machine hears when the last page goes', async () => {
  const response = await fetch(`${host.origin}/states`, { method: 'POST', headers: good(), body: '{}' });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = await reader?.read();
  expect(JSON.parse(first?.value ?? '')).toMatchObject({ name: 'session', revision: 1 });
  push?.({ name: 'session', revision: 2, state: { phase: 'patient', number: 1 } });
  const second = await reader?.read();
  expect(JSON.parse(second?.value ?? '')).toMatchObject({ revision: 2, state: { phase: 'patient' } });
  expect(gone).toBe(0);
  await reader?.cancel();
  await expect.poll(() => gone, { timeout: 10_000 }).toBe(1);
  expect(push).toBeNull();
});

test.each(['0.0.0.0', '::', '192.168.0.1', 'localhost', ''])('it does not listen on %j', async (address) => {
  await expect(startPreviewHost(SILENT, { screens: builtScreens(folder), address })).rejects.toThrow(
    /this machine alone/,
  );
});

describe('a websocket', () => {
  test.each([
    ['from its own page', {}, true],
    ['from another page', { Origin: 'http://evil.example' }, false],
    ['with no Origin', { Origin: '' }, false],
    ['to another Host', { Host: 'homeward.example' }, false],
  ])('%s reaches the dev server only where it may', async (_who, headers, isLetIn) => {
    let reachedDevServer = 0;
    const screens = {
      ...builtScreens(folder),
      upgrade: (_request: IncomingMessage, socket: Duplex) => {
        reachedDevServer += 1;
        socket.end();
      },
    };
    const dev = await startPreviewHost(SILENT, { screens });
    await openWebsocket(dev.origin, { Origin: dev.origin, ...headers });
    expect(reachedDevServer).toBe(isLetIn ? 1 : 0);
    await dev.close();
  });

  test('reaches nothing of a kiosk that is no dev server', async () => {
    expect(await openWebsocket(host.origin, { Origin: host.origin })).not.toBe(101);
  });
});

/** @returns the status, or null when the connection was closed */
function openWebsocket(origin: string, headers: Readonly<Record<string, string>>): Promise<number | null> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const opening = request({ hostname, port, headers: { Connection: 'Upgrade', Upgrade: 'websocket', ...headers } });
    opening.on('response', ({ statusCode }) => resolve(statusCode ?? null));
    opening.on('upgrade', () => resolve(101));
    opening.on('error', () => resolve(null));
    opening.end();
  });
}
