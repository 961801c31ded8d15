import { expect, test } from 'vitest';
import { PRINTING_IDLE_MS, sessionDeadlineMs, SLOW_IDLE_MS, SLOW_INPUT_FACTOR } from './idle';

const TIMING = { idleSeconds: 180, readingIdleSeconds: 300, countdownSeconds: 60, doneSeconds: 45 };

test.each([TIMING, { ...TIMING, idleSeconds: 3600 }, { ...TIMING, readingIdleSeconds: 3600, countdownSeconds: 120 }])(
  'the deadline is comfortably longer than every rest that a screen allows: %o',
  (timing) => {
    const settingsMs = Math.max(timing.idleSeconds, timing.readingIdleSeconds) * 1000;
    const longestMs = Math.max(settingsMs, PRINTING_IDLE_MS, SLOW_IDLE_MS);
    const restMs = (longestMs + timing.countdownSeconds * 1000) * SLOW_INPUT_FACTOR;
    expect(sessionDeadlineMs(timing)).toBeGreaterThan(restMs + 600_000);
  },
);
