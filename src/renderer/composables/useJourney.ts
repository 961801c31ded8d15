import { nextTick } from 'vue';
import { useRoute, useRouter, type RouteLocationRaw } from 'vue-router';
import { usePacketStore } from '../stores/packet';
import type { ScreenName } from '../router';
import { useDisplayStore } from '../stores/display';
import { useKioskStore } from '../stores/kiosk';
import { useListenStore } from '../stores/listen';
import { useShellStore } from '../stores/shell';
import { useVisitStore, type Place } from '../stores/visit';

export interface Journey {
  /** Each screen takes the place of the one before: there is no history to go back into. */
  go(screen: ScreenName, id?: string): void;
  /** The first touch. */
  begin(): void;
  /** Keeps language and the look of the screen, drops the rest. */
  startOver(): void;
  /** Off to the page in other languages, to come back to this very place. */
  openLanguagePage(): void;
  /** Back from there. */
  returnToVisit(): void;
  /** The paper is there. */
  finish(): void;
  /** Forgets the person at once, here and in the machine. */
  leave(why: 'done' | 'idle' | 'clear'): void;
  /** The machine ended the session: forget here too. */
  forget(): void;
}

function routeTo({ screen, id }: Place): RouteLocationRaw {
  return { name: screen, params: id === undefined ? {} : { id } };
}

export function useJourney(): Journey {
  const router = useRouter();
  const route = useRoute();
  const kiosk = useKioskStore();
  const visit = useVisitStore();
  const display = useDisplayStore();
  const packet = usePacketStore();
  const shell = useShellStore();
  const listen = useListenStore();

  function go(screen: ScreenName, id?: string): void {
    void router.replace(routeTo({ screen, id }));
  }

  /** The screen goes first: one that still stands would ask for a plan of nobody. */
  async function goThen(place: Place, then: () => void): Promise<void> {
    try {
      await router.replace(routeTo(place));
      await nextTick();
    } finally {
      // Also where a screen cannot be loaded: it must not keep a person's answers.
      then();
    }
  }

  function returnToVisit(): void {
    if (visit.errand !== null) void goThen(visit.errand, () => (visit.errand = null));
  }

  function forget(next: ScreenName): Promise<void> {
    shell.close();
    return goThen({ screen: next, id: undefined }, () => {
      visit.reset(kiosk.site.state);
      packet.reset();
    });
  }

  async function forgetAll(): Promise<void> {
    await forget('attract');
    display.reset();
    listen.reset();
    shell.byKeys = false;
    shell.title = '';
    const first = kiosk.site.languages[0];
    if (first !== undefined && first !== kiosk.guide.language) await kiosk.loadGuide(first);
  }

  return {
    go,
    forget: () => void forgetAll(),
    begin: () => {
      visit.reset(kiosk.site.state);
      packet.reset();
      void kiosk.beginSession();
      go('language');
    },
    startOver: () => {
      void forget('how');
      void kiosk.beginSession();
    },
    openLanguagePage: () => {
      const { id } = route.params;
      visit.errand ??= { screen: route.name as ScreenName, id: typeof id === 'string' && id !== '' ? id : undefined };
      shell.close();
      go('language-page');
    },
    returnToVisit,
    finish: () => {
      if (visit.errand === null) go('done');
      else returnToVisit();
    },
    leave: (why) => {
      void forgetAll();
      kiosk.endSession(why);
    },
  };
}
