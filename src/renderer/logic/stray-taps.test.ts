import { describe, expect, it } from 'vitest';
import { makeStrayTaps } from './stray-taps';

function setUp() {
  let now = 0;
  const taps = makeStrayTaps(() => now);
  return { taps, missAfter: (ms: number) => ((now += ms), taps.missed()) };
}

describe('wild taps', () => {
  it('are ten in five seconds that hit nothing', () => {
    const { missAfter } = setUp();
    expect(Array.from({ length: 10 }, () => missAfter(500))).toEqual([...Array<boolean>(9).fill(false), true]);
  });

  it('are not ten in more than five seconds', () => {
    const { missAfter } = setUp();
    expect(Array.from({ length: 40 }, () => missAfter(600)).some(Boolean)).toBe(false);
  });

  it('are forgotten with the first touch that hits a control', () => {
    const { taps, missAfter } = setUp();
    for (let times = 0; times < 9; times += 1) missAfter(100);
    taps.hit();
    expect(missAfter(100)).toBe(false);
  });

  it('start anew after the curtain fell', () => {
    const { missAfter } = setUp();
    for (let times = 0; times < 10; times += 1) missAfter(10);
    expect(missAfter(10)).toBe(false);
  });
});
