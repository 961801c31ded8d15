import { disposePinia } from 'pinia';
import { makeApp } from './app';
import { NEW_APP, type KeptLook } from './composables/useNewApp';
import { useDisplayStore } from './stores/display';
import { useKioskStore } from './stores/kiosk';
import { useListenStore } from './stores/listen';
import { useShellStore } from './stores/shell';
import { useVisitStore } from './stores/visit';

/** Shown when the app cannot run; it does not contain the app. */
const OUT_OF_SERVICE = './out-of-service.html';

/**
 * Starts the app: when the page loads, and again after each visit.
 *
 * @param kept the look of a person who starts over; null when nobody is here
 * @param endPrevious unmounts the previous app; called when the new one is ready, so that the screen is never blank
 */
async function start(kept: KeptLook | null, endPrevious: () => void): Promise<void> {
  const made = await makeApp(kept);
  if (made === null) {
    window.location.replace(OUT_OF_SERVICE);
    return;
  }
  const { app, pinia, router } = made;
  const end = (): void => {
    app.unmount();
    disposePinia(pinia);
  };
  app.provide(NEW_APP, (next) => start(next, end));
  if (kept !== null) {
    const { textSize, theme, lowReach, listens, speedAt, volumeAt, byKeys } = kept;
    const kiosk = useKioskStore(pinia);
    useDisplayStore(pinia).$patch({ textSize, theme, lowReach });
    useListenStore(pinia).$patch({ on: listens, speedAt, volumeAt });
    useShellStore(pinia).byKeys = byKeys;
    useVisitStore(pinia).usState = kiosk.site.state;
    await router.replace({ name: 'how' });
  }
  endPrevious();
  app.mount('#app');
}

void start(null, () => undefined);
