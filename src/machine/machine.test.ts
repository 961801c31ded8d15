import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../tests/contract/examples';
import { calls, stateSchemas, type CallName, type StatePush } from '../contract/table';
import type { Guide } from '../guide/model';
import { DEFAULT_SITE } from '../site/settings';
import type { PrintDocument, PrinterPort } from '../printer';
import type { MachineEvent } from './events';
import type { Setup } from './keeper';
import { makeMachine, type Machine } from './machine';
import type { Composed } from './pages/compose';

const GUIDE = { language: 'en' } as Guide;
const PDF = new TextEncoder().encode('%PDF-1.7 pages');

let day = '2026-11-23';
let version = 'abc123';
let approval: Guide['approval'] = null;
let composed: () => Composed;
let printed: PrintDocument[] = [];
let events: MachineEvent[] = [];
let pushes: StatePush[] = [];
let machine: Machine;

const PAPER_OUT = { keyword: 'media-empty', trouble: 'paper-out', severity: 'error', raw: '' } as const;

const printer: PrinterPort = {
  kind: 'folder',
  status: async () => ({
    readiness: 'attention',
    reasons: [PAPER_OUT],
    because: [PAPER_OUT],
    offers: { papers: [], twoSided: false, maxCopies: 1, colorModes: [], trueSize: true },
  }),
  async submit(document) {
    printed.push(document);
    const { copies, sides, paper } = document;
    return { ok: true, value: { id: '/secret/place.pdf', copies, sides, paper, reasonsBefore: [] } };
  },
  async follow(_job, onState) {
    const outcome = { state: 'saved', file: '/secret/place.pdf' } as const;
    onState(outcome);
    return outcome;
  },
  cancel: async () => ({ ok: true, value: 'already-finished' }),
  purge: async () => ({ ok: true, value: { cancelled: 0, wiped: 0, isDone: true } }),
};

beforeEach(() => {
  day = '2026-11-23';
  version = 'abc123';
  approval = null;
  printed = [];
  events = [];
  pushes = [];
  composed = () => ({
    ok: true,
    making: Promise.resolve({ pdf: PDF, documents: [{ id: 'D01', pages: 1 }], pages: 1, only: async () => PDF }),
  });
  machine = makeMachine({
    setup: setupNow(),
    reopen: setupNow,
    compose: () => composed(),
    clock: {
      nowMs: () => 0,
      sleep: (_durationMs, signal) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
    },
    monotonicMs: () => 0,
    today: () => day,
    log: (event) => events.push(event),
  });
  machine.listen((push) => pushes.push(push));
});

function setupNow(): Setup {
  const site = { ...DEFAULT_SITE, name: 'General Hospital', state: 'TX' };
  return { today: day, site, guides: new Map([['en', { ...GUIDE, version, approval }]]), printer };
}

function ask(name: CallName, input: unknown = EXAMPLES[name]) {
  return machine.dispatcher.dispatch(name, input);
}

function newest(name: StatePush['name']): unknown {
  return pushes.filter((push) => push.name === name).at(-1)?.state;
}

test('a walk from the first touch to paper: every answer is what the contract says, and plain data', async () => {
  const walk: readonly (readonly [CallName, unknown])[] = [
    ['content.guide', { language: 'en' }],
    ['session.begin', {}],
    ['packet.prepare', EXAMPLES['packet.prepare']],
    ['print.submit', { ...EXAMPLES['print.submit'], packet: 'packet-1-1' }],
    ['print.cancel', { job: 'job-1-1' }],
    ['print.counted', { job: 'job-1-1', came: 'all' }],
    ['session.end', { why: 'done' }],
  ];
  for (const [name, input] of walk) {
    const answer = await ask(name, input);
    expect(answer, name).toMatchObject({ ok: true });
    if (answer.ok) expect(v.is(calls[name].output, answer.value), name).toBe(true);
    expect(structuredClone(answer)).toEqual(answer);
    expect(JSON.stringify(answer)).not.toContain('secret');
  }
  expect(printed).toHaveLength(1);
  expect(pushes).toContainEqual(
    expect.objectContaining({ name: 'job', state: expect.objectContaining({ phase: 'saved', came: 'all' }) }),
  );
  for (const { name, state } of pushes) expect(v.is(stateSchemas[name], state), name).toBe(true);
  expect(JSON.stringify(pushes)).not.toContain('secret');
});

test('the screens hear whole states with growing revisions, and cannot change them', async () => {
  await ask('session.begin');
  await ask('session.end');
  const revisions = pushes.filter((push) => push.name === 'session').map((push) => push.revision);
  expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
  expect(new Set(revisions).size).toBe(3);
  expect(newest('printer')).toEqual({
    readiness: 'attention',
    reasons: ['paper-out'],
    twoSided: false,
    mostCopies: 1,
  });
  expect(newest('kiosk')).toMatchObject({ name: 'General Hospital', approved: false, savesOnly: true });
  expect(Object.isFrozen(newest('kiosk'))).toBe(true);
});

describe('the session is the machine’s', () => {
  test('before a touch nothing is made or printed', async () => {
    const wrongRole = { ok: false, error: { code: 'wrong-role' } };
    expect(await ask('packet.prepare')).toEqual(wrongRole);
    expect(await ask('print.submit')).toEqual(wrongRole);
    expect(printed).toEqual([]);
  });

  test('the last person’s packet cannot be printed by the next', async () => {
    await ask('session.begin');
    await ask('packet.prepare');
    await ask('session.begin');
    expect(await ask('print.submit')).toEqual({ ok: false, error: { code: 'unknown-packet' } });
    machine.endSession('screen-gone');
    expect(newest('session')).toMatchObject({ phase: 'nobody' });
    expect(newest('job')).toMatchObject({ phase: 'idle', packet: null });
  });

  test('pages that are done after the person went are thrown away', async () => {
    let finish: (() => void) | undefined;
    composed = () => ({
      ok: true,
      making: new Promise((resolve) => {
        finish = () => resolve({ pdf: PDF, documents: [], pages: 1, only: async () => PDF });
      }),
    });
    await ask('session.begin');
    const preparing = ask('packet.prepare');
    await ask('session.end');
    finish?.();
    expect(await preparing).toEqual({ ok: false, error: { code: 'cannot-compose' } });
  });

  test('each person gets the date of the day', async () => {
    day = '2026-11-24';
    await ask('session.begin');
    expect(newest('kiosk')).toMatchObject({ today: '2026-11-24' });
  });

  test('the screens are told when the content is another, on the same day too', async () => {
    expect(newest('kiosk')).toMatchObject({ languages: ['en'], contentVersions: ['abc123'] });
    version = 'def456';
    machine.renew('content');
    expect(newest('kiosk')).toMatchObject({ contentVersions: ['def456'] });
  });

  test('each person is told whether the content is signed', async () => {
    expect(newest('kiosk')).toMatchObject({ approved: false });
    approval = { reviewer: 'A. Nurse', role: 'RN', date: '2026-12-01' };
    machine.renew('content');
    expect(newest('kiosk')).toMatchObject({ approved: true });
  });

  test('what changes within a visit is taken up after it', async () => {
    await ask('session.begin');
    day = '2026-11-24';
    machine.renew('settings');
    expect(newest('kiosk')).toMatchObject({ today: '2026-11-23' });
    await ask('session.end', { why: 'done' });
    expect(newest('kiosk')).toMatchObject({ today: '2026-11-24' });
  });
});

test('choices that no screen offers, and a browser that fails, are codes; the log names no answer', async () => {
  await ask('session.begin');
  composed = () => ({ ok: false, code: 'bad-choices' });
  expect(await ask('packet.prepare')).toEqual({ ok: false, error: { code: 'bad-choices' } });
  composed = () => ({ ok: true, making: Promise.reject(new Error('antibiotics')) });
  expect(await ask('packet.prepare')).toEqual({ ok: false, error: { code: 'cannot-compose' } });
  expect(events.map((event) => event.kind)).toEqual(['printer-changed', 'compose-failed']);
  expect(JSON.stringify(events)).not.toContain('antibiotics');
  expect(await ask('content.guide', { language: 'xx' })).toEqual({ ok: false, error: { code: 'unknown-language' } });
});
