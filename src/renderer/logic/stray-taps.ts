/**
 * Ten touches in five seconds that hit nothing: a child, a sleeve, anger. A curtain then covers the screen
 * (docs/evidence/product-anchors.md §3.7).
 */
const MAX_TAPS = 10;
const WITHIN_MS = 5_000;

export interface StrayTaps {
  /** A touch that hit no control. @returns whether it was one too many */
  missed(): boolean;
  /** A touch that hit a control: this person knows what they are doing. */
  hit(): void;
}

/** @param nowMs a monotonic clock */
export function makeStrayTaps(nowMs: () => number): StrayTaps {
  let taps: readonly number[] = [];
  return {
    missed: () => {
      const now = nowMs();
      taps = [...taps.filter((tap) => now - tap < WITHIN_MS), now];
      if (taps.length < MAX_TAPS) return false;
      taps = [];
      return true;
    },
    hit: () => {
      taps = [];
    },
  };
}
