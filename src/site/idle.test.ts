import { expect, test } from 'vitest';
import { PRINTING_IDLE_MS, sessionDeadlineMs, SLOW_IDLE_MS, SLOW_INPUT_FACTOR } from './idle';

const TIMING = { idleMs: 180_000, readingIdleMs: 300_000, countdownMs: 60_000, doneMs: 45_000 };

test.each([TIMING, { ...TIMING, idleMs: 3_600_000 }, { ...TIMING, readingIdleMs: 3_600_000, countdownMs: 120_000 }])(
  'the deadline is comfortably longer than every rest that a screen allows: %o',
  (timing) => {
    const longestMs = Math.max(timing.idleMs, timing.readingIdleMs, PRINTING_IDLE_MS, SLOW_IDLE_MS);
    expect(sessionDeadlineMs(timing)).toBeGreaterThan((longestMs + timing.countdownMs) * SLOW_INPUT_FACTOR + 600_000);
  },
);
