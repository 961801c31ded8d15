import { describe, expect, it } from 'vitest';
import { makeIdleClock } from './idle-clock';

function clockAt0(): { clock: ReturnType<typeof makeIdleClock>; pass: (ms: number) => void } {
  let nowMs = 0;
  const clock = makeIdleClock(() => nowMs, { limitMs: 180_000, countdownMs: 60_000 });
  return { clock, pass: (ms) => (nowMs += ms) };
}

describe('the idle clock', () => {
  it('is calm until the limit, then counts down, then is over', () => {
    const { clock, pass } = clockAt0();
    pass(179_999);
    expect(clock.read()).toEqual({ kind: 'calm' });
    pass(1);
    expect(clock.read()).toEqual({ kind: 'warning', leftMs: 60_000 });
    pass(59_999);
    expect(clock.read()).toEqual({ kind: 'warning', leftMs: 1 });
    pass(1);
    expect(clock.read()).toEqual({ kind: 'over' });
  });

  it('starts again at each touch', () => {
    const { clock, pass } = clockAt0();
    for (let touches = 0; touches < 20; touches += 1) {
      pass(170_000);
      clock.touch();
    }
    expect(clock.read()).toEqual({ kind: 'calm' });
  });

  it('does not take a touch for "More time" once it warns', () => {
    const { clock, pass } = clockAt0();
    pass(200_000);
    clock.touch();
    expect(clock.read()).toEqual({ kind: 'warning', leftMs: 40_000 });
  });

  it('gives more time as often as it is asked for', () => {
    const { clock, pass } = clockAt0();
    for (let times = 0; times < 12; times += 1) {
      pass(230_000);
      expect(clock.read().kind).toBe('warning');
      clock.stay();
      expect(clock.read()).toEqual({ kind: 'calm' });
    }
  });

  it('is longer where the person reads, and shorter where the screen is hidden', () => {
    const { clock, pass } = clockAt0();
    clock.setLimit(300_000);
    pass(299_000);
    expect(clock.read()).toEqual({ kind: 'calm' });
    clock.setLimit(30_000);
    expect(clock.read()).toEqual({ kind: 'over' });
  });

  it('stands still while paused, and goes on from zero', () => {
    const { clock, pass } = clockAt0();
    clock.pause();
    pass(3_600_000);
    expect(clock.read()).toEqual({ kind: 'calm' });
    clock.resume();
    expect(clock.read()).toEqual({ kind: 'calm' });
    pass(180_000);
    expect(clock.read().kind).toBe('warning');
  });

  it('is not set back by being resumed when it was not paused', () => {
    const { clock, pass } = clockAt0();
    pass(180_000);
    clock.resume();
    expect(clock.read().kind).toBe('warning');
  });
});
