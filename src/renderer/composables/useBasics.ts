import type { Guide } from '../../guide/model';
import { pathOf } from '../../plan';
import type { AnswerSet } from '../../plan/model';
import { useKioskStore } from '../stores/kiosk';
import { usePlanStore } from '../stores/plan';
import { useVisitStore } from '../stores/visit';
import { useJourney } from './useJourney';

/** "Just the basics": page 1 with every answer not sure, four touches from the first screen to the printer. */
export function useBasics(): { begin(): void } {
  const kiosk = useKioskStore();
  const visit = useVisitStore();
  const plan = usePlanStore();
  const journey = useJourney();
  return {
    begin: () => {
      visit.reset(kiosk.site.state);
      visit.answers = unsureAnswers(kiosk.guide);
      visit.basics = true;
      plan.pickOnlyFirst();
      visit.basketBefore = null;
      journey.go('print');
    },
  };
}

/** Not sure wherever that is an answer; else the answer that asks for nothing, which stands last; else the first. */
function unsureAnswers(guide: Guide): AnswerSet {
  let answers: AnswerSet = {};
  for (;;) {
    const open = pathOf(guide, answers).find((id) => answers[id] === undefined);
    const question = guide.questions.find((each) => each.id === open);
    if (question === undefined) return answers;
    const choice =
      question.answers.find((answer) => answer.id === 'unsure') ??
      question.answers.findLast((answer) => answer.exclusive) ??
      question.answers[0];
    answers = { ...answers, [question.id]: choice === undefined ? [] : [choice.id] };
  }
}
