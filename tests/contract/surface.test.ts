/** The whole surface between screens and machine, as one list: a change of it is seen in review. */
import { describe, expect, expectTypeOf, test, vi } from 'vitest';
import { CALL_CHANNEL, READY_CHANNEL, STATES_CHANNEL } from '../../src/contract/channels';
import { callNames } from '../../src/contract/dispatcher';
import { calls, stateSchemas, type Bridge, type Handlers, type OutputOf } from '../../src/contract/table';
import type { Guide } from '../../src/guide/model';

const crossed: Record<string, unknown> = {};
const handled = new Map<string, (event: unknown, push: unknown) => void>();
const sent: unknown[][] = [];
let answer: (...parameters: unknown[]) => Promise<unknown> = async () => ({ ok: true, value: {} });

/** Electron's side of the bridge: what crosses is cloned, as between two processes. */
vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, value: unknown) => {
      crossed[name] = value;
    },
  },
  ipcRenderer: {
    on: (channel: string, listener: (event: unknown, push: unknown) => void) => handled.set(channel, listener),
    send: (...parameters: unknown[]) => sent.push(parameters),
    invoke: async (...parameters: unknown[]) => structuredClone(await answer(...structuredClone(parameters))),
  },
}));

test('the calls, who may make them, and what they may answer', () => {
  const surface = callNames().map((name) => {
    const { roles, sideEffect, errors } = calls[name];
    return `${name} · ${roles.join(' ')} · ${sideEffect ? 'acts' : 'asks'} · ${errors.join(' ')}`;
  });
  expect(surface).toMatchInlineSnapshot(`
    [
      "content.guide · nobody patient · asks · unknown-language",
      "session.begin · nobody patient · acts · ",
      "session.alive · nobody patient · acts · ",
      "session.end · nobody patient · acts · ",
      "packet.prepare · patient · asks · bad-choices unknown-document cannot-compose",
      "print.submit · patient · acts · unknown-packet no-such-page",
      "print.cancel · patient · acts · unknown-job",
      "print.counted · patient · acts · unknown-job not-countable counted-already",
    ]
  `);
  expect(Object.keys(stateSchemas)).toEqual(['kiosk', 'session', 'printer', 'job']);
});

describe('the preload bridge', () => {
  test('puts one frozen thing into the page, with two functions', async () => {
    await import('../../src/preload/index');
    expect(Object.keys(crossed)).toEqual(['homeward']);
    expect(Object.keys(crossed['homeward'] as object)).toEqual(['call', 'onState']);
    expect(Object.isFrozen(crossed['homeward'])).toBe(true);
    expect([...handled.keys()]).toEqual([STATES_CHANNEL]);
    expect(sent).toEqual([[READY_CHANNEL]]);
  });

  test('carries a call as plain data, and nothing of an error', async () => {
    await import('../../src/preload/index');
    const bridge = crossed['homeward'] as Bridge;
    const asked: unknown[][] = [];
    answer = async (...parameters) => {
      asked.push(parameters);
      return { ok: true, value: { number: 1 } };
    };
    expect(await bridge.call('session.begin', {})).toEqual({ ok: true, value: { number: 1 } });
    expect(asked).toEqual([[CALL_CHANNEL, 'session.begin', {}]]);
    const internal = { ok: false, error: { code: 'internal' } };
    const notData = { language: (() => 'en') as unknown as string };
    expect(await bridge.call('content.guide', notData)).toEqual(internal);
    answer = () => Promise.reject(new Error('/home/kiosk/secret'));
    expect(await bridge.call('session.begin', {})).toEqual(internal);
  });

  test('tells a listener the newest state at once, then each newer one, until it stops', async () => {
    await import('../../src/preload/index');
    const bridge = crossed['homeward'] as Bridge;
    const push = (revision: number, number: number): void => {
      const state = { phase: 'patient', number };
      handled.get(STATES_CHANNEL)?.({}, { name: 'session', revision, state });
    };
    push(3, 1);
    const seen: number[] = [];
    const stop = bridge.onState('session', ({ number }) => seen.push(number));
    expect(seen).toEqual([1]);
    push(2, 99);
    push(5, 2);
    expect(seen).toEqual([1, 2]);
    stop();
    push(6, 3);
    expect(seen).toEqual([1, 2]);
  });
});

test('handlers that miss one, add one or answer amiss do not compile', () => {
  expectTypeOf<keyof Handlers>().toEqualTypeOf<keyof typeof calls>();
  expectTypeOf<Omit<Handlers, 'print.cancel'>>().not.toExtend<Handlers>();
  expectTypeOf<{ number: string }>().not.toExtend<OutputOf<'session.begin'>>();
  expectTypeOf<OutputOf<'content.guide'>>().toExtend<Guide>();
  expectTypeOf<Guide>().toExtend<OutputOf<'content.guide'>>();
  expectTypeOf<Parameters<Handlers['print.submit']>[0]['copies']>().toEqualTypeOf<1 | 2>();
});
