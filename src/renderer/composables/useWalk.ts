import { useKioskStore } from '../stores/kiosk';
import { usePlanStore } from '../stores/plan';
import { useVisitStore } from '../stores/visit';
import type { WalkFacts } from '../walk/walk';
import { useWalkOn, type Walk } from './useWalkOn';

/** Moves between screens by the table of the walk. */
export function useWalk(): Walk {
  return useWalkOn(useWalkFacts());
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
