import { beforeEach, expect, test } from 'vitest';
import type { Clock } from '../basics/clock';
import { DEFAULT_SITE } from '../site/settings';
import type { MachineEvent } from './events';
import { makeKeeper, type Keeper, type Setup } from './keeper';

let day = '2026-11-23';
let isFree = true;
let isBroken = false;
let renewed: string[] = [];
let events: MachineEvent[] = [];
let wake: () => void = () => undefined;
let keeper: Keeper;

const clock: Clock = {
  nowMs: () => 0,
  sleep: (_durationMs, signal) =>
    new Promise((resolve) => {
      wake = resolve;
      signal?.addEventListener('abort', () => resolve());
    }),
};

/** Lets the keeper look at the calendar. */
async function look(): Promise<void> {
  wake();
  await new Promise((resolve) => setImmediate(resolve));
}

function setupNow(): Setup {
  if (isBroken) throw new TypeError('a bug');
  return { today: day, site: DEFAULT_SITE, guides: new Map(), printer: {} as Setup['printer'] };
}

beforeEach(() => {
  day = '2026-11-23';
  isFree = true;
  isBroken = false;
  renewed = [];
  events = [];
  keeper = makeKeeper({
    first: setupNow(),
    reopen: setupNow,
    isFree: () => isFree,
    onRenewed: (setup) => renewed.push(setup.today),
    today: () => day,
    clock,
    log: (event) => events.push(event),
    signal: new AbortController().signal,
  });
});

test('a new day brings a new setup before anybody comes', async () => {
  await look();
  expect(renewed).toEqual([]);
  day = '2026-11-24';
  await look();
  expect(renewed).toEqual(['2026-11-24']);
  expect(keeper.current().today).toBe('2026-11-24');
});

test('a visit over midnight keeps its day', async () => {
  isFree = false;
  day = '2026-11-24';
  await look();
  expect(keeper.current().today).toBe('2026-11-23');
  isFree = true;
  keeper.catchUp();
  expect(keeper.current().today).toBe('2026-11-24');
});

test('a change is taken up at once when nobody is here, else after the visit, and once', () => {
  keeper.renew('developer');
  expect(renewed).toHaveLength(1);
  isFree = false;
  keeper.renew('content');
  keeper.renew('settings');
  expect(renewed).toHaveLength(1);
  isFree = true;
  keeper.catchUp();
  keeper.catchUp();
  expect(renewed).toHaveLength(2);
});

test('a bug in reading leaves the kiosk with what it has, and is not met every minute', async () => {
  isBroken = true;
  day = '2026-11-24';
  await look();
  await look();
  expect(events).toEqual([{ kind: 'renewal-failed', error: 'TypeError' }]);
  expect(keeper.current().today).toBe('2026-11-23');
});
