/** Whether one more call is allowed: a token bucket that refills evenly and holds one minute's worth. */
export type Allowance = () => boolean;

export function makeAllowance(perMinute: number, nowMs: () => number): Allowance {
  let left = perMinute;
  let filledAtMs = nowMs();
  return () => {
    const atMs = nowMs();
    const sinceMs = Math.max(0, atMs - filledAtMs);
    left = Math.min(perMinute, left + (sinceMs * perMinute) / 60_000);
    filledAtMs = atMs;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
