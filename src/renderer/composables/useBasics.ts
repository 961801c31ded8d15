import { unsureAnswers } from '../logic/answers';
import { useKioskStore } from '../stores/kiosk';
import { usePlanStore } from '../stores/plan';
import { useVisitStore } from '../stores/visit';
import { useWalk } from './useWalk';

/** "Just the basics": page 1 with every answer "not sure", four touches from the first screen to the printer. */
export function useBasics(): { begin(): void } {
  const kiosk = useKioskStore();
  const visit = useVisitStore();
  const plan = usePlanStore();
  const walk = useWalk();
  return {
    begin: () => {
      visit.beginBasics(unsureAnswers(kiosk.guide));
      plan.pickOnlyFirst();
      visit.basketBefore = null;
      walk.exit('basics-chosen');
    },
  };
}
