import { createPinia, setActivePinia } from 'pinia';
import { createApp, h } from 'vue';
import { RouterView, type Router } from 'vue-router';
import type { AnswerSet } from '../../src/plan/model';
import { NEW_APP } from '../../src/renderer/composables/useNewApp';
import { makeRouter } from '../../src/renderer/router';
import { useKioskStore } from '../../src/renderer/stores/kiosk';
import { useVisitStore } from '../../src/renderer/stores/visit';
import { standIn, type StandIn } from './machine';

// happy-dom has no quiet moments.
Object.assign(globalThis, {
  requestIdleCallback: (run: () => void) => setTimeout(run),
  cancelIdleCallback: (id: number) => {
    clearTimeout(id);
  },
});

/** The screens for this person, on a machine that makes no pages where the test does not say how. */
export async function screensOf(answers: AnswerSet, machine: StandIn = {}): Promise<Router> {
  standIn(machine);
  document.body.innerHTML = '<div id="app"></div>';
  const router = makeRouter();
  const pinia = createPinia();
  setActivePinia(pinia);
  await useKioskStore().listen();
  await useKioskStore().loadGuide('en');
  Object.assign(useVisitStore(), { answers, mode: { kind: 'checked', dropped: [] } });
  createApp({ render: () => h(RouterView, { key: router.currentRoute.value.path }) })
    .use(pinia)
    .use(router)
    .provide(NEW_APP, async () => undefined)
    .mount('#app');
  return router;
}
