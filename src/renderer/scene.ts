/** One scene of the gallery: the real app on the real machine, in a frame of the page that lists them. Not in a build. */
import { disposePinia } from 'pinia';
import { makeApp } from './app';
import { NEW_APP } from './composables/useNewApp';
import { readChoice } from './scenes/choice';
import { paperless } from './scenes/paperless';
import { listeningScenesOf, sceneNamed, scenesOf } from './scenes/scenes';
import { stage } from './scenes/stage';
import { useDisplayStore } from './stores/display';
import { useKioskStore } from './stores/kiosk';
import { useListenStore } from './stores/listen';
import { usePacketStore } from './stores/packet';
import { usePlanStore } from './stores/plan';
import { usePrintStore } from './stores/print';
import { useShellStore } from './stores/shell';
import { useVisitStore } from './stores/visit';

// The page around it holds the key to the machine.
Object.assign(window, { homeward: paperless(window.parent.homeward) });

const { scene, language, ...look } = readChoice(location.search);
const made = await makeApp({ language });
if (made === null) throw new Error('the kiosk has no guide');
const { app, pinia, router } = made;
const kiosk = useKioskStore(pinia);
app.provide(NEW_APP, async () => {
  location.reload();
});
// The page around it lives on, with whatever listens to its machine.
addEventListener('pagehide', () => {
  app.unmount();
  disposePinia(pinia);
});
useDisplayStore(pinia).$patch(look);
app.mount('#app');
const stores = {
  display: useDisplayStore(pinia),
  kiosk,
  listen: useListenStore(pinia),
  packet: usePacketStore(pinia),
  plan: usePlanStore(pinia),
  print: usePrintStore(pinia),
  shell: useShellStore(pinia),
  visit: useVisitStore(pinia),
};
const all = [...scenesOf(kiosk.guide), ...listeningScenesOf(kiosk.guide)];
await stage({ router, stores, doneJob: null }, sceneNamed(scene ?? 'attract', all));
