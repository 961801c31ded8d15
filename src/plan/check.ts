/** Answers from outside (a file, a screen that may be broken) are checked before a plan is made of them. */
import { dayOf, isCalendarDate } from '../basics/calendar';
import type { Result } from '../basics/result';
import type { Guide, Question } from '../guide/model';
import type { AnswerSet, PlanInput } from './model';
import { plannerFor } from './planner';

export interface InputProblem {
  /** `answers.stage`, `letterDate` … */
  readonly place: string;
  readonly fix: string;
}

const OLDEST_LETTER_YEARS = 2;
const WRITE_DATE = 'use a date of the calendar, like "2026-11-23"';

/** The input, with its answers in the order of the questions; or the first thing that is wrong and how to fix it. */
export function checkInput(guide: Guide, input: PlanInput): Result<PlanInput, InputProblem> {
  const problem = firstProblem(guide, input);
  if (problem !== null) return { ok: false, error: problem };
  const answers: Record<string, readonly string[]> = {};
  for (const question of guide.questions) {
    const chosen = input.answers[question.id];
    if (chosen === undefined) continue;
    answers[question.id] = question.answers.map((answer) => answer.id).filter((id) => chosen.includes(id));
  }
  return { ok: true, value: { ...input, answers } };
}

function firstProblem(guide: Guide, input: PlanInput): InputProblem | null {
  if (!isCalendarDate(input.today)) return { place: 'today', fix: WRITE_DATE };
  const known = guide.questions.map((question) => question.id);
  for (const id of Object.keys(input.answers)) {
    if (!known.includes(id)) return { place: `answers.${id}`, fix: `use one of the questions: ${known.join(', ')}` };
  }
  for (const question of guide.questions) {
    const chosen = input.answers[question.id];
    const problem = chosen === undefined ? null : checkChosen(question, chosen, `answers.${question.id}`);
    if (problem !== null) return problem;
  }
  const path = plannerFor(guide).pathOf(input.answers);
  for (const id of known) {
    const place = `answers.${id}`;
    const chosen = input.answers[id];
    if (chosen !== undefined && !path.includes(id)) {
      return { place, fix: 'remove it: with the other answers this question is not asked' };
    }
    if (chosen === undefined && path.includes(id)) return { place, fix: 'answer it: this question is asked' };
  }
  return (
    checkNamedPlan(guide, input.answers) ??
    checkState(guide, input.state) ??
    checkChosen(guide.helpers, input.helpers, 'helpers', 0) ??
    checkLetterDate(guide, path, input)
  );
}

function checkChosen(question: Question, chosen: readonly string[], place: string, fewest = 1): InputProblem | null {
  const known = question.answers.map((answer) => answer.id);
  const unknown = chosen.find((id) => !known.includes(id));
  if (unknown !== undefined) return { place, fix: `"${unknown}" is no answer; use one of: ${known.join(', ')}` };
  if (chosen.length < fewest) return { place, fix: `choose one of: ${known.join(', ')}` };
  if (new Set(chosen).size < chosen.length) return { place, fix: 'name each answer once' };
  if (!question.many && chosen.length > 1) return { place, fix: 'choose one answer only' };
  const alone = question.answers.find((answer) => answer.exclusive && chosen.includes(answer.id));
  if (alone !== undefined && chosen.length > 1)
    return { place, fix: `"${alone.id}" stands alone: remove the others, or it` };
  return null;
}

/** Who says which plan said no can only name a plan they have. */
function checkNamedPlan(guide: Guide, answers: AnswerSet): InputProblem | null {
  for (const question of guide.questions) {
    const from = question.answersFrom;
    if (from === null) continue;
    const stranger = answers[question.id]?.find((id) => id !== question.unsure && answers[from]?.includes(id) !== true);
    if (stranger === undefined) continue;
    const choices = [...(answers[from] ?? []), ...(question.unsure === null ? [] : [question.unsure])].join(', ');
    return {
      place: `answers.${question.id}`,
      fix: `"${stranger}" is not among answers.${from}; use one of: ${choices}`,
    };
  }
  return null;
}

function checkState(guide: Guide, state: string | null): InputProblem | null {
  if (state === null || guide.states.some((each) => each.id === state)) return null;
  return { place: 'state', fix: `"${state}" is no state; use two letters such as "TX", or null` };
}

/** Two years before today; before February 29 it is February 28. */
function oldestLetter(today: string): string {
  const [year = 0, ...rest] = today.split('-');
  const same = [String(Number(year) - OLDEST_LETTER_YEARS), ...rest].join('-');
  return isCalendarDate(same) ? same : same.replace('-02-29', '-02-28');
}

function checkLetterDate(
  { roles }: Guide,
  path: readonly string[],
  { letterDate, today }: PlanInput,
): InputProblem | null {
  if (letterDate === null) return null;
  const place = 'letterDate';
  if (!path.includes(roles.level.question))
    return { place, fix: 'remove it: it is asked only when the plan said no, or yes to less' };
  if (!isCalendarDate(letterDate)) return { place, fix: WRITE_DATE };
  if (dayOf(letterDate) > dayOf(today)) return { place, fix: `use the date printed on the letter, not after ${today}` };
  if (letterDate < oldestLetter(today))
    return { place, fix: `use the newest letter; ${letterDate} is more than 2 years ago` };
  return null;
}
