/**
 * The two-stage clock of a patient session (docs/design/product.md "Screens"): quiet, then a countdown, then the end.
 */

export type IdleReading =
  { readonly kind: 'calm' } | { readonly kind: 'warning'; readonly leftMs: number } | { readonly kind: 'over' };

export interface IdleLimits {
  /** How long a screen may rest before the warning. */
  readonly limitMs: number;
  /** How long the warning stands. */
  readonly countdownMs: number;
}

export interface IdleClock {
  /** A touch or a key. It does not end a warning: only "More time" does, so that a sleeve on the glass cannot. */
  touch(): void;
  /** "More time", or a new start: counts from zero. */
  restart(): void;
  setLimits(limits: IdleLimits): void;
  /** Stands still while something is being said, or while nobody is expected to touch; goes on from where it stood. */
  hold(held: boolean): void;
  read(): IdleReading;
}

/** @param nowMs a clock that never jumps: `performance.now` */
export function makeIdleClock(nowMs: () => number, first: IdleLimits): IdleClock {
  let limits = first;
  /** Rest gathered before the clock last stood still, and since when it goes; null while it stands. */
  let gatheredMs = 0;
  let sinceMs: number | null = nowMs();

  function restMs(): number {
    return gatheredMs + (sinceMs === null ? 0 : nowMs() - sinceMs);
  }

  function restart(): void {
    gatheredMs = 0;
    if (sinceMs !== null) sinceMs = nowMs();
  }

  function read(): IdleReading {
    const rest = restMs();
    if (rest < limits.limitMs) return { kind: 'calm' };
    const leftMs = limits.limitMs + limits.countdownMs - rest;
    return leftMs > 0 ? { kind: 'warning', leftMs } : { kind: 'over' };
  }

  return {
    read,
    restart,
    touch: () => {
      if (read().kind === 'calm') restart();
    },
    setLimits: (next) => {
      limits = next;
    },
    hold: (held) => {
      if (held === (sinceMs === null)) return;
      gatheredMs = restMs();
      sinceMs = held ? null : nowMs();
    },
  };
}
