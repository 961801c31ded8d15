import { describe, expect, it } from 'vitest';
import { makeIdleClock } from './idle-clock';

function setUp() {
  let now = 0;
  const clock = makeIdleClock(() => now, { limitMs: 180_000, countdownMs: 60_000 });
  return { clock, wait: (ms: number) => (now += ms) };
}

describe('the clock of a kiosk that was left', () => {
  it('warns after its limit, counts down, and ends', () => {
    const { clock, wait } = setUp();
    wait(179_999);
    expect(clock.read()).toEqual({ kind: 'calm' });
    wait(1);
    expect(clock.read()).toEqual({ kind: 'warning', leftMs: 60_000 });
    wait(59_999);
    expect(clock.read()).toEqual({ kind: 'warning', leftMs: 1 });
    wait(1);
    expect(clock.read()).toEqual({ kind: 'over' });
  });

  it('starts anew with every touch while it is calm, and only by "More time" once it warns', () => {
    const { clock, wait } = setUp();
    wait(179_000);
    clock.touch();
    wait(179_000);
    expect(clock.read().kind).toBe('calm');
    wait(1_000);
    clock.touch();
    expect(clock.read().kind).toBe('warning');
    clock.restart();
    expect(clock.read().kind).toBe('calm');
  });

  it('can be given more time as often as wanted', () => {
    const { clock, wait } = setUp();
    for (let times = 0; times < 20; times += 1) {
      wait(200_000);
      expect(clock.read().kind).toBe('warning');
      clock.restart();
    }
    expect(clock.read().kind).toBe('calm');
  });

  it('stands still while it is held, and goes on from where it stood', () => {
    const { clock, wait } = setUp();
    wait(170_000);
    clock.hold(true);
    wait(3_600_000);
    expect(clock.read().kind).toBe('calm');
    clock.hold(true);
    clock.hold(false);
    wait(9_999);
    expect(clock.read().kind).toBe('calm');
    wait(1);
    expect(clock.read()).toEqual({ kind: 'warning', leftMs: 60_000 });
    clock.hold(true);
    wait(3_600_000);
    expect(clock.read()).toEqual({ kind: 'warning', leftMs: 60_000 });
  });

  it('takes other limits while it runs', () => {
    const { clock, wait } = setUp();
    wait(200_000);
    expect(clock.read().kind).toBe('warning');
    clock.setLimits({ limitMs: 300_000, countdownMs: 120_000 });
    expect(clock.read().kind).toBe('calm');
    wait(100_000);
    expect(clock.read()).toEqual({ kind: 'warning', leftMs: 120_000 });
  });
});
