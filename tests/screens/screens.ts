/** The whole app in happy-dom. */
import { createPinia, setActivePinia } from 'pinia';
import { createApp, nextTick } from 'vue';
import { expect, vi } from 'vitest';
import type { Router } from 'vue-router';
import { say, type Parameters } from '../../src/guide/text';
import type { AnswerSet } from '../../src/plan/model';
import App from '../../src/renderer/App.vue';
import { SPEECH } from '../../src/renderer/composables/useListen';
import { NEW_APP, type NewApp } from '../../src/renderer/composables/useNewApp';
import type { WordKey } from '../../src/renderer/logic/word-keys';
import { makeRouter } from '../../src/renderer/router';
import { SCREENS } from '../../src/renderer/router/screens';
import { paperless } from '../../src/renderer/scenes/paperless';
import { listeningScenesOf, sceneNamed, scenesOf } from '../../src/renderer/scenes/scenes';
import { stage, type Stores } from '../../src/renderer/scenes/stage';
import { platformSpeech } from '../../src/renderer/speech/port';
import { useDisplayStore } from '../../src/renderer/stores/display';
import { useKioskStore } from '../../src/renderer/stores/kiosk';
import { useListenStore } from '../../src/renderer/stores/listen';
import { usePacketStore } from '../../src/renderer/stores/packet';
import { usePlanStore } from '../../src/renderer/stores/plan';
import { usePrintStore } from '../../src/renderer/stores/print';
import { useShellStore } from '../../src/renderer/stores/shell';
import { useVisitStore } from '../../src/renderer/stores/visit';
import { standIn, type StandIn, type Tell } from './machine';

// happy-dom has no idle callbacks.
Object.assign(globalThis, {
  requestIdleCallback: (run: () => void) => setTimeout(run),
  cancelIdleCallback: (id: number) => {
    clearTimeout(id);
  },
});
// happy-dom cannot draw a PDF, so a file never finishes opening. The lane `browser` shows the pages.
vi.mock('pdfjs-dist', () => ({
  GlobalWorkerOptions: {},
  getDocument: () => ({ promise: new Promise(() => undefined), destroy: async () => undefined }),
}));

interface Mounted {
  readonly router: Router;
  readonly stores: Stores;
  /** Called when a visit ends or starts over. */
  readonly newApp: NewApp;
}

let unmountLast = (): void => undefined;

/** As the app does during idle time: what is still loading when a test file ends is an error. */
const everyScreen = Promise.all([
  import('../../src/renderer/curtains/CurtainScreen.vue'),
  ...Object.values(SCREENS).map(({ load }) => load?.()),
]);

/** Mounts the app on the machine that stands in, and unmounts the previous one. */
async function mount(): Promise<Mounted> {
  unmountLast();
  await everyScreen;
  document.body.innerHTML = '<div id="app"></div>';
  const pinia = createPinia();
  setActivePinia(pinia);
  const kiosk = useKioskStore();
  await kiosk.listen();
  await kiosk.loadGuide('en');
  await kiosk.beginSession();
  const router = makeRouter();
  const newApp = vi.fn<NewApp>(async () => undefined);
  const app = createApp(App).use(pinia).use(router).provide(SPEECH, platformSpeech(undefined)).provide(NEW_APP, newApp);
  app.mount('#app');
  await router.isReady();
  unmountLast = () => {
    app.unmount();
  };
  const stores: Stores = {
    display: useDisplayStore(),
    kiosk,
    listen: useListenStore(),
    packet: usePacketStore(),
    plan: usePlanStore(),
    print: usePrintStore(),
    shell: useShellStore(),
    visit: useVisitStore(),
  };
  return { router, stores, newApp };
}

/** The screens for a person who has seen these answers on the check screen. */
export async function screensOf(answers: AnswerSet, machine: StandIn = {}): Promise<Mounted & { readonly tell: Tell }> {
  const tell = standIn(machine);
  const mounted = await mount();
  Object.assign(mounted.stores.visit, { answers, mode: { kind: 'checked', dropped: [] } });
  return { ...mounted, tell };
}

/** The scenes of the gallery in one visit. Every document has two pages, and nothing is printed. */
export interface Gallery extends Omit<Mounted, 'router'> {
  show(scene: string): Promise<void>;
  /** A text of the interface as the screen says it. */
  word(key: WordKey, parameters?: Parameters): string;
  /** The texts of all visible elements; a screen under a curtain is not visible. */
  texts(selector: string): readonly string[];
  /** Waits until the screen with this heading is shown. */
  sees(heading: WordKey): Promise<void>;
  /** Touches the control with this text, once the screen accepts touches. */
  touch(text: string): Promise<void>;
}

export async function openGallery(): Promise<Gallery> {
  standIn({
    calls: {
      'packet.prepare': async ({ documents: ids }) => {
        const documents = ids.map((id) => ({ id, pages: 2 }));
        return { ok: true, value: { packet: 'packet', documents, pages: 2 * documents.length, pdf: '' } };
      },
    },
  });
  Object.assign(window, { homeward: paperless(window.homeward) });
  const { router, stores, newApp } = await mount();
  const { guide } = stores.kiosk;
  const scenes = [...scenesOf(guide), ...listeningScenesOf(guide)];
  const backstage = { router, stores, doneJob: null };
  return { stores, newApp, show, word, texts, sees, touch };

  async function show(name: string): Promise<void> {
    await stage(backstage, sceneNamed(name, scenes));
    await nextTick();
    await vi.waitUntil(() => texts('h1').length === 1);
  }

  function word(key: WordKey, parameters: Parameters = {}): string {
    return say(guide.words[key] ?? '', 'me', parameters);
  }

  function texts(selector: string): readonly string[] {
    return seen(selector).map(({ textContent }) => textContent?.trim() ?? '');
  }

  async function sees(key: WordKey): Promise<void> {
    await vi.waitFor(() => {
      expect(texts('h1')).toEqual([word(key)]);
    });
  }

  async function touch(text: string): Promise<void> {
    await vi.waitUntil(() => document.querySelector('[data-input=open]') !== null);
    const control = seen('button').find((each) => each.textContent?.trim() === text);
    if (control === undefined) throw new Error(`no control "${text}"`);
    control.click();
    await nextTick();
  }
}

function seen(selector: string): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].filter((each) => each.checkVisibility());
}
