/** The app as each page starts it: the kiosk, again after each visit, and a scene of the gallery. */
import '@fontsource/atkinson-hyperlegible-next/latin-400.css';
import '@fontsource/atkinson-hyperlegible-next/latin-700.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import { createPinia, type Pinia } from 'pinia';
import { createApp, type App as VueApp } from 'vue';
import type { Router } from 'vue-router';
import App from './App.vue';
import { SPEECH } from './composables/useListen';
import { makeRouter } from './router';
import { platformSpeech } from './speech/port';
import { useKioskStore } from './stores/kiosk';

/** Loaded before anything is drawn, so that nothing shifts. */
const FACES = ["400 1em 'Atkinson Hyperlegible Next'", "700 1em 'Atkinson Hyperlegible Next'"] as const;

const speech = platformSpeech(window.speechSynthesis);

/** Not mounted yet: who makes it provides NEW_APP first. */
export interface MadeApp {
  readonly app: VueApp<Element>;
  readonly pinia: Pinia;
  readonly router: Router;
}

/**
 * Makes the app and waits until all that it draws first is there.
 *
 * @param language of the screens; null is the first that the kiosk offers
 * @returns null when the machine does not have the guide in this language
 */
export async function makeApp(language: string | null): Promise<MadeApp | null> {
  const pinia = createPinia();
  const router = makeRouter();
  const app = createApp(App).use(pinia).use(router);
  app.provide(SPEECH, speech);
  const kiosk = useKioskStore(pinia);
  await kiosk.listen();
  if (!(await kiosk.loadGuide(language ?? kiosk.site.languages[0] ?? 'en'))) return null;
  await Promise.all(FACES.map((face) => document.fonts.load(face)));
  return { app, pinia, router };
}
