import type { Guide } from '../model';
import { pagesWith } from '../pages';
import { guidePaths } from './paths';
import type { Reading } from './reading';

/** Questions and answers that the program uses by name. A hospital may rename all others. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  who: ['me', 'other'],
  insurance: [],
  stage: ['approved', 'partial'],
  'who-said-no': ['unsure'],
  level: ['first', 'second', 'all', 'unsure'],
  urgent: ['yes'],
};
/** The screen between `urgent` and the next question shows its words. */
const OVERLAY = 'safety';
const APPEAL_FLAG = 'appeal';
/** The planner has a row for every combination of answers to one question; nobody reads more anyway. */
const MAX_ANSWERS = 12;

/** Reports missing ids that would stop the program while a person uses it (docs/design/product.md "Branching"). */
export function checkRequiredIds(guide: Guide, reading: Reading): void {
  const { rules } = guidePaths(guide.id, guide.language);
  const need = (file: string, field: string, cause: string): void => {
    const fix = 'put it back as the packaged content has it; the program asks for it by this name.';
    reading.report({ file, line: null, field, cause, fix });
  };
  for (const [id, answers] of Object.entries(ANSWERS)) {
    const question = guide.questions.find((each) => each.id === id);
    if (question === undefined) need(rules.questions, 'questions', `the question "${id}" is missing.`);
    for (const answer of question === undefined ? [] : answers) {
      if (!question?.answers.some((each) => each.id === answer))
        need(rules.questions, 'questions', `the question "${id}" has no answer "${answer}".`);
    }
  }
  for (const { id, answers } of guide.questions) {
    if (answers.length <= MAX_ANSWERS) continue;
    const cause = `the question "${id}" has ${answers.length} answers; ${MAX_ANSWERS} are the most.`;
    reading.report({ file: rules.questions, line: null, field: 'questions', cause, fix: 'join some of them.' });
  }
  if (!guide.flags.some((flag) => flag.id === APPEAL_FLAG))
    need(rules.plan, 'flags', `the flag "${APPEAL_FLAG}" is missing.`);
  if (!guide.overlays.some((overlay) => overlay.id === OVERLAY))
    need(rules.plan, 'overlays', `the overlay "${OVERLAY}" is missing.`);
  for (const kind of ['plan', 'cover'] as const) {
    if (pagesWith(guide, kind).length > 0) continue;
    const fix = `add a block { kind = "${kind}" } to the page that is meant for it.`;
    const cause = `no page has a block of kind "${kind}".`;
    reading.report({ file: rules.documents, line: null, field: 'documents', cause, fix });
  }
}
