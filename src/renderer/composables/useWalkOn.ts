import { computed } from 'vue';
import { useRoute } from 'vue-router';
import { useShellStore } from '../stores/shell';
import { useVisitStore } from '../stores/visit';
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
import { useGo } from './useGo';
import { useVisitEnd } from './useVisitEnd';

export interface Walk {
  back(): void;
  next(): void;
  /** Leaves this screen because of something other than Back or Continue. */
  exit(what: Exit): void;
  /** Opens the place that a control names. */
  open(screen: ScreenName, id?: string): void;
  /** Whether Back, Continue, Start over and My pages are offered here and now. Reactive. */
  offers(what: 'back' | 'next' | 'start-over' | 'pages'): boolean;
  /** Goes to the page in other languages; Back returns to this place. */
  openLanguagePage(): void;
}

/** Moves between screens by the table of the walk, on these facts. Screens use `useWalk`. */
export function useWalkOn(facts: WalkFacts): Walk {
  const route = useRoute();
  const visit = useVisitStore();
  const shell = useShellStore();
  const go = useGo();
  const visitEnd = useVisitEnd();

  const place = computed((): Place => {
    const { id } = route.params;
    return { screen: route.meta.screen, id: typeof id === 'string' && id !== '' ? id : undefined };
  });

  return {
    back: () => move('back'),
    next: () => move('next'),
    exit: move,
    open: (screen, id) => goTo(doorTo({ screen, id }, place.value, facts)),
    offers: (what) => {
      if (what === 'start-over') return offersStartOver(place.value.screen);
      if (what === 'pages') return offersPages(place.value.screen, facts);
      return destinationOf(what, place.value, facts) !== null;
    },
    openLanguagePage: () => {
      // Set first, because the screen chooses its page by the mode.
      visit.mode = fetchingLanguagePage(visit.mode, place.value);
      shell.close();
      void go({ screen: 'language-page' });
    },
  };

  function move(what: Move): void {
    const destination = destinationOf(what, place.value, facts);
    if (destination !== null) goTo(destination);
  }

  function goTo(destination: Destination): void {
    if (destination.kind === 'leave') visitEnd.leave('clear');
    else void go(destination.place, () => setMode(destination.mode));
  }

  function setMode(mode: Mode | undefined): void {
    if (mode !== undefined) visit.mode = mode;
  }
}
