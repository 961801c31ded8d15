// @vitest-environment happy-dom
/**
 * When a person counts as gone: depends on the screen, and never happens during speech (docs/evidence/product-anchors.md
 * §3.7).
 */
import { createPinia, setActivePinia } from 'pinia';
import { createApp, defineComponent, h } from 'vue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Router } from 'vue-router';
import { useIdle } from '../../src/renderer/composables/useIdle';
import { NEW_APP } from '../../src/renderer/composables/useNewApp';
import { makeRouter } from '../../src/renderer/router';
import type { ScreenName } from '../../src/renderer/walk/places';
import { useKioskStore } from '../../src/renderer/stores/kiosk';
import { useListenStore } from '../../src/renderer/stores/listen';
import { useShellStore } from '../../src/renderer/stores/shell';
import { standIn } from './machine';

/** Time for one more check of the clock. */
const LOOK_S = 0.3;

let router: Router;
let leave: () => void;
const newApp = vi.fn(async () => undefined);

beforeEach(async () => {
  newApp.mockClear();
  standIn({});
  const pinia = createPinia();
  setActivePinia(pinia);
  await useKioskStore().listen();
  await useKioskStore().loadGuide('en');
  router = makeRouter();
  vi.useFakeTimers();
  const app = createApp(
    defineComponent(() => {
      useIdle();
      return () => h('div');
    }),
  )
    .use(pinia)
    .use(router)
    .provide(NEW_APP, newApp);
  app.mount(document.createElement('div'));
  leave = () => {
    app.unmount();
  };
});
afterEach(() => {
  leave();
  vi.useRealTimers();
});

async function stands(screen: ScreenName): Promise<void> {
  await router.replace({ name: screen, params: screen === 'question' ? { id: 'who' } : {} });
}
async function wait(seconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(seconds * 1000);
}
function warns(): boolean {
  return useShellStore().curtain === 'idle';
}

it.each<[ScreenName, seconds: number]>([
  ['question', 180],
  ['check', 180],
  ['plan', 300],
  ['guide', 300],
  ['preview', 300],
  ['printing', 600],
  ['count', 600],
])(
  'a person at "%s" is asked after %i seconds with no touch, and forgotten a minute later',
  async (screen, seconds) => {
    await stands(screen);
    await wait(seconds - 1);
    expect(warns()).toBe(false);
    await wait(1 + LOOK_S);
    expect(warns()).toBe(true);
    expect(router.currentRoute.value.name).toBe(screen);
    await wait(60);
    expect(router.currentRoute.value.name).toBe('attract');
    expect(warns()).toBe(false);
    await wait(LOOK_S);
    expect(newApp).toHaveBeenLastCalledWith(null);
  },
);

it.each<[ScreenName]>([['attract'], ['done'], ['cleaning']])('nobody is asked at "%s"', async (screen) => {
  await stands(screen);
  await wait(3600);
  expect(warns()).toBe(false);
});

it('the clock stands still while something is said', async () => {
  await stands('question');
  await wait(170);
  useListenStore().speaking = true;
  await wait(3600);
  expect(warns()).toBe(false);
  useListenStore().speaking = false;
  await wait(9);
  expect(warns()).toBe(false);
  await wait(1 + LOOK_S);
  expect(warns()).toBe(true);
});
