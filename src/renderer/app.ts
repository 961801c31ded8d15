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
 * @param visit begins with this app, in this language where the kiosk has it; null when nobody is here
 * @returns null when the machine has no guide
 */
export async function makeApp(visit: { readonly language: string | null } | null): Promise<MadeApp | null> {
  const pinia = createPinia();
  const router = makeRouter();
  const app = createApp(App).use(pinia).use(router);
  app.provide(SPEECH, speech);
  const kiosk = useKioskStore(pinia);
  await kiosk.listen();
  // First, because the machine may take up new content before a visit, and none within one.
  if (visit !== null) await kiosk.beginSession();
  if (!(await loadGuide(visit?.language ?? null))) return null;
  await Promise.all(FACES.map((face) => document.fonts.load(face)));
  return { app, pinia, router };

  async function loadGuide(language: string | null): Promise<boolean> {
    for (const each of [...(language === null ? [] : [language]), ...kiosk.site.languages])
      if (await kiosk.loadGuide(each)) return true;
    return false;
  }
}
