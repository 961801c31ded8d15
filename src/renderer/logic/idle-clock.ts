/**
 * The two-stage clock of a patient session (docs/design/product.md "Screens"): quiet, then a countdown, then the end.
 */

export type IdleReading =
  { readonly kind: 'calm' } | { readonly kind: 'warning'; readonly leftMs: number } | { readonly kind: 'over' };

export interface IdleLimits {
  /** How long a screen may sit idle before the warning. */
  readonly limitMs: number;
  /** How long the warning is shown. */
  readonly countdownMs: number;
}

export interface IdleClock {
  /** A touch or a key. It does not end a warning: only "More time" does, so that a sleeve on the screen cannot. */
  touch(): void;
  /** "More time", or a new start: counts from zero. */
  restart(): void;
  setLimits(limits: IdleLimits): void;
  /** Pauses during speech or while nobody is expected to touch, then continues with the same count. */
  hold(held: boolean): void;
  read(): IdleReading;
}

/** @param nowMs a monotonic clock, such as `performance.now` */
export function makeIdleClock(nowMs: () => number, first: IdleLimits): IdleClock {
  let limits = first;
  /** Idle time before the last pause, and when counting resumed; null while paused. */
  let idleMs = 0;
  let sinceMs: number | null = nowMs();

  function restMs(): number {
    return idleMs + (sinceMs === null ? 0 : nowMs() - sinceMs);
  }

  function restart(): void {
    idleMs = 0;
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
      idleMs = restMs();
      sinceMs = held ? null : nowMs();
    },
  };
}
