import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { callNames, makeDispatcher, type RefusalReport } from '../../src/contract/dispatcher';
import { calls, type CallName, type Handlers, type Role } from '../../src/contract/table';
import { EXAMPLES } from './examples';

let nowMs = 0;
let role: Role = 'patient';
let reached: { readonly name: string; readonly input: unknown }[] = [];
let reports: RefusalReport[] = [];

/** Every handler answers `{ok: true}`; `broken` throws what it is given. */
function setUp(broken: Partial<Record<CallName, unknown>> = {}) {
  const handlers = Object.fromEntries(
    callNames().map((name) => [
      name,
      async (input: unknown) => {
        if (name in broken) throw broken[name];
        reached.push({ name, input });
        return { ok: true, value: {} };
      },
    ]),
  ) as unknown as Handlers;
  return makeDispatcher({
    handlers,
    role: () => role,
    nowMs: () => nowMs,
    onRefusal: (report) => reports.push(report),
  });
}

beforeEach(() => {
  nowMs = 0;
  role = 'patient';
  reached = [];
  reports = [];
});

describe.each(callNames())('%s', (name) => {
  const example: object = EXAMPLES[name];

  test('reaches its handler with a good input', async () => {
    expect(await setUp().dispatch(name, example)).toEqual({ ok: true, value: {} });
    expect(reached).toEqual([{ name, input: example }]);
  });

  test.each([
    ['an unknown key', { ...example, extra: 1 }],
    ['nothing', undefined],
    ['null', null],
    ['a list', [example]],
    ['a word', 'x'],
    ['a map', new Map(Object.entries(example))],
    ['a date', new Date(0)],
  ])('refuses %s', async (_what, input) => {
    expect(await setUp().dispatch(name, input)).toEqual({ ok: false, error: { code: 'bad-input' } });
    expect(reached).toEqual([]);
  });

  test.each(Object.keys(example))('refuses an input without its %s', async (key) => {
    const rest = Object.fromEntries(Object.entries(example).filter(([other]) => other !== key));
    expect(await setUp().dispatch(name, rest)).toEqual({ ok: false, error: { code: 'bad-input' } });
  });

  test('refuses what is longer than it may be, before it looks inside', async () => {
    const long = { ...example, padding: 'x'.repeat(calls[name].maxBytes) };
    expect(await setUp().dispatch(name, long)).toEqual({ ok: false, error: { code: 'too-big' } });
    const circle: Record<string, unknown> = { ...example };
    circle['self'] = circle;
    expect(await setUp().dispatch(name, circle)).toEqual({ ok: false, error: { code: 'too-big' } });
    expect(reached).toEqual([]);
  });

  test('is refused when it comes too often, and taken again later', async () => {
    const dispatcher = setUp();
    const { perMinute } = calls[name];
    for (let count = 0; count < perMinute; count += 1) await dispatcher.dispatch(name, example);
    expect(reached).toHaveLength(perMinute);
    expect(await dispatcher.dispatch(name, example)).toEqual({ ok: false, error: { code: 'too-often' } });
    nowMs += 60_000 / perMinute + 1;
    expect(await dispatcher.dispatch(name, example)).toEqual({ ok: true, value: {} });
  });

  test('asks the machine, not the screen, for the role', async () => {
    role = 'nobody';
    const roles: readonly Role[] = calls[name].roles;
    const answer = await setUp().dispatch(name, example);
    if (roles.includes('nobody')) expect(answer).toEqual({ ok: true, value: {} });
    else expect(answer).toEqual({ ok: false, error: { code: 'wrong-role' } });
  });

  test('a bug in its handler crosses as a code and nothing else', async () => {
    const dispatcher = setUp({ [name]: new TypeError('answers: denied, medicaid') });
    expect(await dispatcher.dispatch(name, example)).toEqual({ ok: false, error: { code: 'internal' } });
    expect(reports).toHaveLength(1);
    expect(reports[0]?.trace[0]).toBe('TypeError');
    expect(JSON.stringify(reports)).not.toContain('medicaid');
  });

  test('takes only plain data: the example survives a structured clone', () => {
    expect(structuredClone(example)).toEqual(example);
    expect(v.parse(calls[name].input, structuredClone(example))).toEqual(example);
  });
});

describe('a call that is not in the table', () => {
  test.each(['shell.open', '', 'toString', '__proto__', 'constructor', 7, null, undefined, {}, ['session.begin']])(
    '%j is refused',
    async (name) => {
      expect(await setUp().dispatch(name, {})).toEqual({ ok: false, error: { code: 'unknown-call' } });
      expect(reached).toEqual([]);
    },
  );
});

test('each kind of refusal is logged once, counted always, and says nothing of what was sent', async () => {
  const dispatcher = setUp();
  for (const secret of ['denied', 'medicaid', 'none']) {
    await dispatcher.dispatch(`no.${secret}`, {});
    await dispatcher.dispatch('content.guide', { language: secret, [secret]: secret });
  }
  dispatcher.refuse('wrong-sender');
  expect(reports).toEqual([
    { code: 'unknown-call', call: null, trace: [] },
    { code: 'bad-input', call: 'content.guide', trace: [] },
    { code: 'wrong-sender', call: null, trace: [] },
  ]);
  expect(Object.fromEntries(dispatcher.refusals())).toEqual({
    'unknown-call': 3,
    'bad-input content.guide': 3,
    'wrong-sender': 1,
  });
});

test.each([
  ['a path for a document', 'packet.prepare', { ...EXAMPLES['packet.prepare'], documents: ['../../etc/passwd'] }],
  ['no document', 'packet.prepare', { ...EXAMPLES['packet.prepare'], documents: [] }],
  ['three copies', 'print.submit', { ...EXAMPLES['print.submit'], copies: 3 }],
  ['page nought', 'print.submit', { ...EXAMPLES['print.submit'], pages: [0] }],
  ['half a page', 'print.submit', { ...EXAMPLES['print.submit'], pages: [1.5] }],
  ['a URL for a job', 'print.cancel', { job: 'ipp://somewhere/1' }],
  ['a long language', 'content.guide', { language: 'en/../..' }],
  ['a day that is not', 'packet.prepare', choicesWith({ letterDate: '2026-13-01' })],
  ['a state in words', 'packet.prepare', choicesWith({ state: 'Texas' })],
  ['an answer that is free text', 'packet.prepare', choicesWith({ answers: { who: ['my name is Ann'] } })],
])('%s is refused', async (_what, name, input) => {
  expect(await setUp().dispatch(name, input)).toEqual({ ok: false, error: { code: 'bad-input' } });
});

function choicesWith(part: object): unknown {
  const { choices, documents } = EXAMPLES['packet.prepare'];
  return { documents, choices: { ...choices, ...part } };
}
