import { describe, expect, it } from 'vitest';
import { systemClock } from './clock';

describe('systemClock', () => {
  it('sleeps no longer than its signal lets it', async () => {
    const waker = new AbortController();
    const sleeping = systemClock.sleep(3_600_000, waker.signal);
    waker.abort();
    await sleeping;
    await systemClock.sleep(3_600_000, waker.signal);
  });

  it('sleeps its time', async () => {
    const startedMs = systemClock.nowMs();
    await systemClock.sleep(20);
    // Timers and the clock round differently.
    expect(systemClock.nowMs() - startedMs).toBeGreaterThanOrEqual(19);
  });
});
