// @vitest-environment happy-dom
/** What the machine decides between two visits, and what a person sees of it. */
import { describe, expect, it, vi } from 'vitest';
import { useKioskStore } from '../../src/renderer/stores/kiosk';
import { GUIDE, UNINSURED } from './machine';
import { screensOf } from './screens';

describe('a person who has no visit in the machine is taken back to the first screen:', () => {
  it('the machine ends the visit', async () => {
    const { router, tell, newApp } = await screensOf(UNINSURED);
    tell('session', { phase: 'patient', number: 1 });
    await router.replace({ name: 'check' });
    expect(newApp).not.toHaveBeenCalled();
    tell('session', { phase: 'nobody', number: 1 });
    await vi.waitFor(() => expect(newApp).toHaveBeenCalledWith(null));
    expect(router.currentRoute.value.name).toBe('attract');
  });

  it('the end of an earlier visit ends no other', async () => {
    const { router, tell, newApp } = await screensOf(UNINSURED);
    await router.replace({ name: 'check' });
    tell('session', { phase: 'nobody', number: 0 });
    tell('session', { phase: 'patient', number: 1 });
    await router.replace({ name: 'plan' });
    expect(newApp).not.toHaveBeenCalled();
  });

  it.each(['too-often', 'internal'] as const)('the machine refuses to begin it: %s', async (code) => {
    let isRefused = false;
    const { router, newApp } = await screensOf(UNINSURED, {
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
    const { router, newApp } = await screensOf(UNINSURED, {
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
});

describe('new content is shown', () => {
  it('by a new app while nobody is here', async () => {
    const { tell, newApp } = await screensOf(UNINSURED);
    expect(newApp).not.toHaveBeenCalled();
    tell('kiosk', { ...useKioskStore().site, contentVersions: ['another'] });
    await vi.waitFor(() => expect(newApp).toHaveBeenCalledWith(null));
  });

  it('on the screen of a person whose visit has just begun', async () => {
    let title = 'Old words';
    const { router, tell, newApp } = await screensOf(UNINSURED, {
      calls: {
        'content.guide': async () => ({
          ok: true,
          value: { ...GUIDE, words: { ...GUIDE.words, 'language.title': title } },
        }),
      },
    });
    await router.replace({ name: 'language' });
    await vi.waitFor(() => expect(heading()).toBe('Old words'));
    title = 'New words';
    tell('kiosk', { ...useKioskStore().site, contentVersions: ['another'] });
    await vi.waitFor(() => expect(heading()).toBe('New words'));
    expect(newApp).not.toHaveBeenCalled();
  });
});

function heading(): string | undefined {
  return document.querySelector('h1')?.textContent?.trim();
}
