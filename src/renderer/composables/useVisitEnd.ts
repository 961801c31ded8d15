import { useDisplayStore } from '../stores/display';
import { useKioskStore } from '../stores/kiosk';
import { useListenStore } from '../stores/listen';
import { useShellStore } from '../stores/shell';
import type { ScreenName } from '../walk/places';
import { useGo } from './useGo';
import { useNewApp, type KeptLook } from './useNewApp';

export interface VisitEnd {
  /** Ends the visit here and in the machine: nothing about the person stays. */
  leave(why: 'done' | 'idle' | 'clear'): void;
  /** Keeps the language and the look of the screen and drops the rest. */
  startOver(): void;
  /** The machine has no such visit, so this app forgets it too: back to the first screen. */
  forget(): void;
}

/** The ways out of a visit, from whatever screen. */
export function useVisitEnd(): VisitEnd {
  const kiosk = useKioskStore();
  const display = useDisplayStore();
  const listen = useListenStore();
  const shell = useShellStore();
  const go = useGo();
  const newApp = useNewApp();

  return {
    leave: (why) => {
      kiosk.endSession(why);
      renew('attract', null);
    },
    startOver: () => {
      const { textSize, theme, lowReach } = display;
      const { on: listens, speedAt, volumeAt } = listen;
      const { language } = kiosk.guide;
      renew('how', { language, textSize, theme, lowReach, listens, speedAt, volumeAt, byKeys: shell.byKeys });
    },
    forget: () => renew('attract', null),
  };

  /** Shows the next screen at once and ignores all touches until the new app is there, without this person. */
  function renew(next: ScreenName, kept: KeptLook | null): void {
    shell.close();
    document.querySelector('#app')?.toggleAttribute('inert', true);
    void go({ screen: next }, () => {
      void newApp(kept).finally(() => document.querySelector('#app')?.toggleAttribute('inert', false));
    });
  }
}
