import { beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '../basics/clock';
import { makeSession, type Session } from './session';
import type { Visit } from './visit';

const DEADLINE_MS = 60_000;

let nowMs = 0;
let sleepers: { readonly wakeMs: number; readonly wake: () => void }[] = [];
let changes: string[] = [];
let failures: unknown[] = [];
let ended: number[] = [];
let onEnd: () => void = () => undefined;
let session: Session;

const clock: Clock = {
  nowMs: () => nowMs,
  sleep: (durationMs, signal) =>
    new Promise((resolve) => {
      sleepers.push({ wakeMs: nowMs + durationMs, wake: resolve });
      signal?.addEventListener('abort', () => resolve());
    }),
};

/** Lets time pass, and whoever slept until then wake. */
async function pass(durationMs: number): Promise<void> {
  nowMs += durationMs;
  const awake = sleepers.filter(({ wakeMs }) => wakeMs <= nowMs);
  sleepers = sleepers.filter(({ wakeMs }) => wakeMs > nowMs);
  for (const { wake } of awake) wake();
  await new Promise((resolve) => setImmediate(resolve));
}

beforeEach(() => {
  nowMs = 0;
  sleepers = [];
  changes = [];
  failures = [];
  ended = [];
  onEnd = () => undefined;
  session = makeSession({
    openVisit: (number) =>
      ({
        end: () => {
          ended.push(number);
          onEnd();
        },
      }) as Visit,
    deadlineMs: () => DEADLINE_MS,
    clock,
    onChange: (state, why) => changes.push(`${state.phase} ${state.number} ${why}`),
    onEndFailed: (error) => failures.push(error),
  });
});

describe('a session', () => {
  test('begins and ends, and the next person gets the next number', () => {
    session.begin();
    session.end('done');
    session.begin();
    expect(changes).toEqual(['patient 1 begin', 'nobody 1 done', 'patient 2 begin']);
  });

  test('that is begun again ends the visit of the person before', () => {
    session.begin();
    session.begin();
    expect(ended).toEqual([1]);
    expect(changes).toEqual(['patient 1 begin', 'nobody 1 replaced', 'patient 2 begin']);
  });

  test('that is ended twice ends its visit once', () => {
    session.begin();
    session.end('idle');
    session.end('idle');
    expect(ended).toEqual([1]);
    expect(session.visit()).toBeNull();
  });

  test('ends also when the end of its visit fails', () => {
    onEnd = () => {
      throw new Error('no');
    };
    session.begin();
    session.end('clear');
    expect(failures).toHaveLength(1);
    expect(session.state()).toEqual({ phase: 'nobody', number: 1 });
  });
});

describe('the deadline', () => {
  test('ends a visit without a sign of life', async () => {
    session.begin();
    await pass(DEADLINE_MS - 1);
    expect(ended).toEqual([]);
    await pass(1);
    expect(changes.at(-1)).toBe('nobody 1 no-sign-of-life');
    expect(ended).toEqual([1]);
  });

  test('starts again at each sign of life', async () => {
    session.begin();
    await pass(DEADLINE_MS - 1);
    session.signOfLife();
    await pass(DEADLINE_MS - 1);
    expect(ended).toEqual([]);
    await pass(1);
    expect(ended).toEqual([1]);
  });

  test('of one person does not end the visit of the next', async () => {
    session.begin();
    await pass(DEADLINE_MS - 1);
    session.end('done');
    session.begin();
    await pass(DEADLINE_MS - 1);
    expect(ended).toEqual([1]);
  });
});
