import '@fontsource/atkinson-hyperlegible-next/latin-400.css';
import '@fontsource/atkinson-hyperlegible-next/latin-700.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import { createPinia, disposePinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { SPEECH } from './composables/useListen';
import { NEW_APP, type KeptLook } from './composables/useNewApp';
import { makeRouter } from './router';
import { platformSpeech } from './speech/port';
import { useDisplayStore } from './stores/display';
import { useKioskStore } from './stores/kiosk';
import { useListenStore } from './stores/listen';
import { useShellStore } from './stores/shell';
import { useVisitStore } from './stores/visit';

/** A page without this app in it, shown when the app cannot run. */
const OUT_OF_SERVICE = './out-of-service.html';

/** Loaded before anything is drawn, so that nothing shifts. */
const FACES = ["400 1em 'Atkinson Hyperlegible Next'", "700 1em 'Atkinson Hyperlegible Next'"] as const;

const speech = platformSpeech(window.speechSynthesis);

/**
 * Starts the app, at the program's start and after each visit.
 *
 * @param kept the look of a person who starts over; null when nobody is here
 * @param endPrevious unmounts the app that was there; called when the new one is ready, so that the screen never goes blank
 */
async function start(kept: KeptLook | null, endPrevious: () => void): Promise<void> {
  const pinia = createPinia();
  const router = makeRouter();
  const app = createApp(App).use(pinia).use(router);
  const end = (): void => {
    app.unmount();
    disposePinia(pinia);
  };
  app.provide(SPEECH, speech);
  app.provide(NEW_APP, (next) => start(next, end));
  const kiosk = useKioskStore(pinia);
  await kiosk.listen();
  if (!(await kiosk.loadGuide(kept?.language ?? kiosk.site.languages[0] ?? 'en'))) {
    window.location.replace(OUT_OF_SERVICE);
    return;
  }
  await Promise.all(FACES.map((face) => document.fonts.load(face)));
  if (kept !== null) {
    const { textSize, theme, lowReach, listens, speedAt, volumeAt, byKeys } = kept;
    useDisplayStore(pinia).$patch({ textSize, theme, lowReach });
    useListenStore(pinia).$patch({ on: listens, speedAt, volumeAt });
    useShellStore(pinia).byKeys = byKeys;
    useVisitStore(pinia).usState = kiosk.site.state;
    void kiosk.beginSession();
    await router.replace({ name: 'how' });
  }
  endPrevious();
  app.mount('#app');
}

void start(null, () => undefined);
