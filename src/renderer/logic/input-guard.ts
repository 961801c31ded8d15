/**
 * After a screen change, the second touch of a double tap must not hit what appeared under it (docs/design/look.md
 * "Frame").
 */
export const GUARD_MS = 500;

export interface InputGuard {
  readonly leftMs: () => number;
  screenChanged(): void;
}

export function makeInputGuard(nowMs: () => number): InputGuard {
  let untilMs = 0;
  return {
    leftMs: () => Math.max(0, untilMs - nowMs()),
    screenChanged: () => {
      untilMs = nowMs() + GUARD_MS;
    },
  };
}
