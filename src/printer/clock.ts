import type { Clock } from './port';

/** The machine's own clock. */
export const systemClock: Clock = { nowMs: () => Date.now(), sleep };

function sleep(durationMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve();
      return;
    }
    const timer = setTimeout(wake, durationMs);
    signal?.addEventListener('abort', wake, { once: true });

    function wake(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', wake);
      resolve();
    }
  });
}
