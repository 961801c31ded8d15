import { useRouter } from 'vue-router';
import { usePacketStore } from '../stores/packet';
import type { ScreenName } from '../router';
import { useDisplayStore } from '../stores/display';
import { useKioskStore } from '../stores/kiosk';
import { useShellStore } from '../stores/shell';
import { useVisitStore } from '../stores/visit';

export interface Journey {
  /** Each screen takes the place of the one before: there is no history to go back into. */
  go(screen: ScreenName, id?: string): void;
  /** The first touch. */
  begin(): void;
  /** Keeps language and the look of the screen, drops the rest. */
  startOver(): void;
  /** Forgets the person at once, here and in the machine. */
  leave(why: 'done' | 'idle' | 'clear'): void;
  /** The machine ended the session: forget here too. */
  forget(): void;
}

export function useJourney(): Journey {
  const router = useRouter();
  const kiosk = useKioskStore();
  const visit = useVisitStore();
  const display = useDisplayStore();
  const packet = usePacketStore();
  const shell = useShellStore();

  function go(screen: ScreenName, id?: string): void {
    void router.replace({ name: screen, params: id === undefined ? {} : { id } });
  }

  function forget(): void {
    shell.lift();
    go('attract');
    visit.reset(kiosk.site.state);
    packet.reset();
    display.reset();
    const first = kiosk.site.languages[0];
    if (first !== undefined && first !== kiosk.guide.language) void kiosk.loadGuide(first);
  }

  return {
    go,
    forget,
    begin: () => {
      visit.reset(kiosk.site.state);
      packet.reset();
      void kiosk.beginSession();
      go('language');
    },
    startOver: () => {
      shell.lift();
      go('how');
      visit.reset(kiosk.site.state);
      packet.reset();
      void kiosk.beginSession();
    },
    leave: (why) => {
      forget();
      kiosk.endSession(why);
    },
  };
}
