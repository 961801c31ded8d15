// @vitest-environment happy-dom
/** Leaving a page out can be undone: for ten seconds, or longer for people who listen or use keys. */
import { createPinia, setActivePinia } from 'pinia';
import { createApp, nextTick } from 'vue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import UndoBar from '../../src/renderer/components/UndoBar.vue';
import { UNTOUCHED_BASKET } from '../../src/renderer/logic/basket';
import { useKioskStore } from '../../src/renderer/stores/kiosk';
import { useListenStore } from '../../src/renderer/stores/listen';
import { useShellStore } from '../../src/renderer/stores/shell';
import { useVisitStore } from '../../src/renderer/stores/visit';
import { standIn } from './machine';

const SMALLER = { ...UNTOUCHED_BASKET, removed: ['D10'] };

beforeEach(async () => {
  standIn({});
  document.body.innerHTML = '<div id="app"></div>';
  const pinia = createPinia();
  setActivePinia(pinia);
  await useKioskStore().listen();
  await useKioskStore().loadGuide('en');
  vi.useFakeTimers();
  createApp(UndoBar).use(pinia).mount('#app');
});
afterEach(() => {
  vi.useRealTimers();
});

function undo(): HTMLButtonElement | null {
  return document.querySelector('button');
}

async function leavesOneOut(): Promise<void> {
  useVisitStore().changeBasket(SMALLER);
  await nextTick();
}

it('puts back what was left out', async () => {
  await leavesOneOut();
  expect(undo()?.textContent?.trim()).toBe('Undo');
  undo()?.click();
  await nextTick();
  expect(useVisitStore().basket).toEqual(UNTOUCHED_BASKET);
  expect(undo()).toBeNull();
});

it('goes after ten seconds', async () => {
  await leavesOneOut();
  await vi.advanceTimersByTimeAsync(9_900);
  expect(undo()).not.toBeNull();
  await vi.advanceTimersByTimeAsync(200);
  expect(undo()).toBeNull();
  expect(useVisitStore().basket).toEqual(SMALLER);
});

it.each([
  ['listens', () => (useListenStore().on = true)],
  ['goes by keys', () => (useShellStore().byKeys = true)],
])('stays for who %s', async (_, begins) => {
  await leavesOneOut();
  begins();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(undo()).not.toBeNull();
});
