import { computed, nextTick } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useDisplayStore } from '../stores/display';
import { useKioskStore } from '../stores/kiosk';
import { useListenStore } from '../stores/listen';
import { usePlanStore } from '../stores/plan';
import { useShellStore } from '../stores/shell';
import { useVisitStore } from '../stores/visit';
import { useNewApp, type KeptLook } from './useNewApp';
import type { Mode, Place, ScreenName } from '../walk/places';
import {
  destinationOf,
  doorTo,
  fetchingLanguagePage,
  offersPages,
  offersStartOver,
  type Destination,
  type Exit,
  type Move,
  type WalkFacts,
} from '../walk/walk';

export interface Walk {
  back(): void;
  next(): void;
  /** Leaves this screen because of something other than Back or Continue. */
  exit(what: Exit): void;
  /** Opens the place that a control names. */
  open(screen: ScreenName, id?: string): void;
  /** Whether Back, Continue, Start over and My pages are offered here and now. Reactive. */
  offers(what: 'back' | 'next' | 'start-over' | 'pages'): boolean;
  /** The first touch. */
  begin(): void;
  /** Keeps the language and the look of the screen and drops the rest. */
  startOver(): void;
  /** Goes to the page in other languages; Back returns to this place. */
  openLanguagePage(): void;
  /** Ends the visit here and in the machine: nothing about the person stays. */
  leave(why: 'done' | 'idle' | 'clear'): void;
  /** The machine has no such visit, so this app forgets it too: back to the first screen. */
  forget(): void;
}

/** Moves between screens by the table of the walk. Each screen replaces the last: there is no history. */
export function useWalk(): Walk {
  const router = useRouter();
  const route = useRoute();
  const kiosk = useKioskStore();
  const visit = useVisitStore();
  const display = useDisplayStore();
  const newApp = useNewApp();
  const shell = useShellStore();
  const listen = useListenStore();

  const place = computed((): Place => {
    const { id } = route.params;
    return { screen: route.meta.screen, id: typeof id === 'string' && id !== '' ? id : undefined };
  });
  const facts = useWalkFacts();

  /**
   * Changes the screen first: the old one, until it is gone, must not ask for the plan of another mode or of nobody.
   */
  async function goThen({ screen, id }: Place, then: () => void): Promise<void> {
    try {
      await router.replace({ name: screen, params: id === undefined ? {} : { id } });
      await nextTick();
    } finally {
      // Even if a screen cannot load: it must not keep a person's answers.
      then();
    }
  }

  function setMode(mode: Mode | undefined): void {
    if (mode !== undefined) visit.mode = mode;
  }

  function go(destination: Destination): void {
    if (destination.kind === 'leave') leave('clear');
    else void goThen(destination.place, () => setMode(destination.mode));
  }

  function move(what: Move): void {
    const destination = destinationOf(what, place.value, facts);
    if (destination !== null) go(destination);
  }

  /** Shows the next screen at once and ignores all touches until the new app is there, without this person. */
  function renew(next: ScreenName, kept: KeptLook | null): void {
    shell.close();
    document.querySelector('#app')?.toggleAttribute('inert', true);
    void goThen({ screen: next }, () => {
      void newApp(kept).finally(() => document.querySelector('#app')?.toggleAttribute('inert', false));
    });
  }

  function leave(why: 'done' | 'idle' | 'clear'): void {
    kiosk.endSession(why);
    renew('attract', null);
  }

  return {
    back: () => move('back'),
    next: () => move('next'),
    exit: move,
    open: (screen, id) => go(doorTo({ screen, id }, place.value, facts)),
    offers: (what) => {
      if (what === 'start-over') return offersStartOver(place.value.screen);
      if (what === 'pages') return offersPages(place.value.screen, facts);
      return destinationOf(what, place.value, facts) !== null;
    },
    begin: () => {
      visit.usState = kiosk.site.state;
      void kiosk.beginSession();
      move('begun');
    },
    startOver: () => {
      const { textSize, theme, lowReach } = display;
      const { on: listens, speedAt, volumeAt } = listen;
      const { language } = kiosk.guide;
      renew('how', { language, textSize, theme, lowReach, listens, speedAt, volumeAt, byKeys: shell.byKeys });
    },
    openLanguagePage: () => {
      // Set first, because the screen chooses its page by the mode.
      visit.mode = fetchingLanguagePage(visit.mode, place.value);
      shell.close();
      void goThen({ screen: 'language-page' }, () => undefined);
    },
    leave,
    forget: () => renew('attract', null),
  };
}

/** Each fact is read only when the walk asks for it: pages and appeal papers cost a whole plan. */
function useWalkFacts(): WalkFacts {
  const kiosk = useKioskStore();
  const visit = useVisitStore();
  const plan = usePlanStore();
  return {
    get mode() {
      return visit.mode;
    },
    get answers() {
      return plan.answers;
    },
    get path() {
      return plan.path;
    },
    get sections() {
      return kiosk.guide.sections.map(({ id }) => id);
    },
    get interruptedBy() {
      return plan.interruptedBy;
    },
    get pages() {
      return plan.pages;
    },
    get canAppeal() {
      return plan.open === null && plan.appealPapers.length > 0;
    },
    get reprintsSpent() {
      return kiosk.job.reprintsLeft === 0;
    },
  };
}
