// @vitest-environment happy-dom
import { nextTick } from 'vue';
import { afterEach, expect, it, vi } from 'vitest';
import { screensOf } from './screens';

afterEach(() => {
  vi.useRealTimers();
});

it('the light of the first screen changes every twenty minutes, back and forth', async () => {
  vi.useFakeTimers();
  const { router } = await screensOf({});
  await router.replace('/');
  await nextTick();
  const isDimmed = (): boolean => document.querySelector('.attract')?.classList.contains('dimmed') === true;
  const seen: boolean[] = [];
  for (let minutes = 0; minutes <= 60; minutes += 10) {
    seen.push(isDimmed());
    await vi.advanceTimersByTimeAsync(10 * 60_000);
  }
  expect(seen).toEqual([false, false, true, true, false, false, true]);
});
