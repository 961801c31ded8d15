/**
 * How long a screen may rest before the person counts as gone (docs/design/product.md "Promises"). The screens' clock and
 * the machine's deadline behind it use the same figures.
 */
import type { Timing } from './settings';

/** Nobody is hurried while a job is open, but pages and answers must not stay forever (docs/evidence/product-anchors.md §3.7). */
export const PRINTING_IDLE_MS = 10 * 60_000;
/** For a person who asked for more time again and again. */
export const SLOW_IDLE_MS = 10 * 60_000;
/** People who listen, or who use keys, need longer for each step. */
export const SLOW_INPUT_FACTOR = 2;

/** Beyond the longest rest: nothing is idle while a text is read aloud, and the screens' own clock goes first. */
const DEADLINE_MARGIN_MS = 15 * 60_000;

/**
 * How long a visit lasts without a sign of life: longer than every rest that the screens allow, so that it ends only a
 * visit whose screen hangs.
 */
export function sessionDeadlineMs({ idleSeconds, readingIdleSeconds, countdownSeconds }: Timing): number {
  const longestIdleMs = Math.max(idleSeconds * 1000, readingIdleSeconds * 1000, PRINTING_IDLE_MS, SLOW_IDLE_MS);
  return (longestIdleMs + countdownSeconds * 1000) * SLOW_INPUT_FACTOR + DEADLINE_MARGIN_MS;
}
