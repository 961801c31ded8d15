import { expect, it } from 'vitest';
import { GUARD_MS, makeInputGuard } from './input-guard';

it('holds input back for half a second after each screen change', () => {
  let nowMs = 1000;
  const guard = makeInputGuard(() => nowMs);
  expect(guard.leftMs()).toBe(0);
  guard.screenChanged();
  expect(guard.leftMs()).toBe(GUARD_MS);
  nowMs += 300;
  guard.screenChanged();
  nowMs += 499;
  expect(guard.leftMs()).toBe(1);
  nowMs += 1;
  expect(guard.leftMs()).toBe(0);
});
