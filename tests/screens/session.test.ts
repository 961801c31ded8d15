// @vitest-environment happy-dom
/** A person never goes on in a visit that the machine does not have: they are taken back to the first screen. */
import { expect, it, vi } from 'vitest';
import { useKioskStore } from '../../src/renderer/stores/kiosk';
import { screensOf } from './screens';

const ANSWERS = { who: ['me'], treatment: ['ivig'], leaving: ['home'], insurance: ['none'], money: ['no'] };

it('the machine ends the visit', async () => {
  const { router, tell, newApp } = await screensOf(ANSWERS);
  tell('session', { phase: 'patient', number: 1 });
  await router.replace({ name: 'check' });
  expect(newApp).not.toHaveBeenCalled();
  tell('session', { phase: 'attract', number: 1 });
  await vi.waitFor(() => expect(newApp).toHaveBeenCalledWith(null));
  expect(router.currentRoute.value.name).toBe('attract');
});

it('the end of an earlier visit ends no other', async () => {
  const { router, tell, newApp } = await screensOf(ANSWERS);
  await router.replace({ name: 'check' });
  tell('session', { phase: 'attract', number: 0 });
  tell('session', { phase: 'patient', number: 1 });
  await router.replace({ name: 'plan' });
  expect(newApp).not.toHaveBeenCalled();
});

it.each(['too-often', 'internal'] as const)('the machine refuses to begin it: %s', async (code) => {
  let isRefused = false;
  const { router, newApp } = await screensOf(ANSWERS, {
    calls: {
      'session.begin': async () => (isRefused ? { ok: false, error: { code } } : { ok: true, value: { number: 1 } }),
    },
  });
  isRefused = true;
  await router.replace({ name: 'language' });
  await useKioskStore().beginSession();
  await vi.waitFor(() => expect(newApp).toHaveBeenCalledWith(null));
  expect(router.currentRoute.value.name).toBe('attract');
});

it('the machine refuses to begin it before the app of a person who starts over is mounted', async () => {
  const ended: string[] = [];
  const { router, newApp } = await screensOf(ANSWERS, {
    calls: {
      'session.begin': async () => ({ ok: false, error: { code: 'internal' } }),
      'session.end': async ({ why }) => {
        ended.push(why);
        return { ok: true, value: {} };
      },
    },
  });
  await vi.waitFor(() => expect(newApp).toHaveBeenCalledWith(null));
  expect(router.currentRoute.value.name).toBe('attract');
  // What they left open in the machine ends as well.
  expect(ended).toEqual(['clear']);
});
