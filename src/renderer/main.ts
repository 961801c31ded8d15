import '@fontsource/atkinson-hyperlegible-next/latin-400.css';
import '@fontsource/atkinson-hyperlegible-next/latin-700.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { SPEECH } from './composables/useListen';
import { makeRouter } from './router';
import { platformSpeech } from './speech/port';
import { useKioskStore } from './stores/kiosk';

/** A page without this app in it, so that it stands when the app cannot. */
const OUT_OF_SERVICE = './out-of-service.html';

/** Loaded before anything is drawn, so that nothing shifts. */
const FACES = ["400 1em 'Atkinson Hyperlegible Next'", "700 1em 'Atkinson Hyperlegible Next'"] as const;

async function start(): Promise<void> {
  const app = createApp(App).use(createPinia()).use(makeRouter());
  app.provide(SPEECH, platformSpeech(window.speechSynthesis));
  const kiosk = useKioskStore();
  await kiosk.listen();
  const first = kiosk.site.languages[0] ?? 'en';
  if (!(await kiosk.loadGuide(first))) {
    window.location.replace(OUT_OF_SERVICE);
    return;
  }
  await Promise.all(FACES.map((face) => document.fonts.load(face)));
  app.mount('#app');
}

void start();
