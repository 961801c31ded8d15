/** The two-stage clock of a patient session (design/product.md "Screens"): quiet, then a countdown, then the end. */

export type IdleReading =
  { readonly kind: 'calm' } | { readonly kind: 'warning'; readonly leftMs: number } | { readonly kind: 'over' };

export interface IdleClock {
  /** A touch or a key. It does not end a warning: only "More time" does, so that a sleeve on the glass cannot. */
  touch(): void;
  /** "More time". */
  stay(): void;
  /** How long this screen may rest before the warning. */
  setLimit(limitMs: number): void;
  /** Stands still while nobody is expected to touch: the first screen, the done screen. */
  pause(): void;
  /** Goes on from zero. */
  resume(): void;
  read(): IdleReading;
}

/** @param nowMs a clock that never jumps: `performance.now` */
export function makeIdleClock(nowMs: () => number, limits: { limitMs: number; countdownMs: number }): IdleClock {
  let limitMs = limits.limitMs;
  let lastMs = nowMs();
  let paused = false;

  function read(): IdleReading {
    if (paused) return { kind: 'calm' };
    const restMs = nowMs() - lastMs;
    if (restMs < limitMs) return { kind: 'calm' };
    const leftMs = limitMs + limits.countdownMs - restMs;
    return leftMs > 0 ? { kind: 'warning', leftMs } : { kind: 'over' };
  }

  return {
    read,
    touch: () => {
      if (read().kind === 'calm') lastMs = nowMs();
    },
    stay: () => {
      lastMs = nowMs();
    },
    setLimit: (ms) => {
      limitMs = ms;
    },
    pause: () => {
      paused = true;
    },
    resume: () => {
      if (paused) lastMs = nowMs();
      paused = false;
    },
  };
}
