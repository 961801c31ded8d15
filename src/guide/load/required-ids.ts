import type { Guide } from '../model';
import type { Problem } from '../../basics/problem';
import { GUIDE } from './paths';

/** Questions and answers that the program itself asks for by name; every other may be named as a hospital likes. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  who: ['me', 'other'],
  insurance: [],
  stage: ['approved', 'partial'],
  'who-said-no': ['unsure'],
  level: ['first', 'second', 'all', 'unsure'],
  urgent: ['yes'],
};
/** The screen that stands between `urgent` and the next question shows its words. */
const OVERLAY = 'safety';
/** The page that a person gets without a question. */
const PLAN_PAGE = 'D01';
const APPEAL_FLAG = 'appeal';
/** The planner has a row for every combination of answers to one question; nobody reads more anyway. */
const MAX_ANSWERS = 12;

/** What would stop the program with a person in front of it is said before (docs/design/product.md "Branching"). */
export function checkRequiredIds(guide: Guide, problems: Problem[]): void {
  const need = (file: string, field: string, cause: string): void => {
    const fix = 'put it back as the packaged content has it; the program asks for it by this name.';
    problems.push({ file: `${GUIDE}/${file}.toml`, line: null, field, cause, fix });
  };
  for (const [id, answers] of Object.entries(ANSWERS)) {
    const question = guide.questions.find((each) => each.id === id);
    if (question === undefined) need('questions', 'questions', `the question "${id}" is missing.`);
    for (const answer of question === undefined ? [] : answers) {
      if (!question?.answers.some((each) => each.id === answer))
        need('questions', 'questions', `the question "${id}" has no answer "${answer}".`);
    }
  }
  for (const { id, answers } of guide.questions) {
    if (answers.length > MAX_ANSWERS) {
      const cause = `the question "${id}" has ${answers.length} answers; ${MAX_ANSWERS} are the most.`;
      problems.push({
        file: `${GUIDE}/questions.toml`,
        line: null,
        field: 'questions',
        cause,
        fix: 'join some of them.',
      });
    }
  }
  if (!guide.flags.some((flag) => flag.id === APPEAL_FLAG))
    need('plan', 'flags', `the flag "${APPEAL_FLAG}" is missing.`);
  if (!guide.overlays.some((overlay) => overlay.id === OVERLAY))
    need('plan', 'overlays', `the overlay "${OVERLAY}" is missing.`);
  if (!guide.documents.some((document) => document.id === PLAN_PAGE))
    need('documents', 'documents', `the document "${PLAN_PAGE}" is missing.`);
  checkOverlayBlocks(guide, problems);
}

/** What a page takes from an overlay has to be in it. */
function checkOverlayBlocks({ documents, overlays }: Guide, problems: Problem[]): void {
  for (const { id, blocks } of documents) {
    for (const block of blocks) {
      if (block.kind !== 'overlay') continue;
      const keys = overlays.find((overlay) => overlay.id === block.overlay)?.parts.map(({ key }) => key) ?? [];
      const missing = block.parts.filter((part) => !keys.includes(part));
      if (missing.length === 0) continue;
      problems.push({
        file: `${GUIDE}/documents.toml`,
        line: null,
        field: id,
        cause: `the overlay "${block.overlay}" has no part ${missing.map((part) => `"${part}"`).join(', ')}.`,
        fix: 'check the spelling against the overlays of plan.toml.',
      });
    }
  }
}
