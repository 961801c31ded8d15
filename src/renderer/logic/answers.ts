import type { Guide, Question } from '../../guide/model';
import { plannerFor } from '../../plan';
import type { AnswerSet } from '../../plan/model';

/** The answers chosen after a touch. An exclusive answer clears the others, and they clear it. */
export function chooseAnswer(question: Question, chosen: readonly string[], answerId: string): readonly string[] {
  if (!question.many) return [answerId];
  if (chosen.includes(answerId)) return chosen.filter((id) => id !== answerId);
  const isExclusive = (id: string): boolean => question.answers.some((answer) => answer.id === id && answer.exclusive);
  if (isExclusive(answerId)) return [answerId];
  return [...chosen.filter((id) => !isExclusive(id)), answerId];
}

/** The answers on offer. A question may offer those chosen at another question, and "not sure". */
export function answersOffered(question: Question, answers: AnswerSet): Question['answers'] {
  if (question.answersFrom === null) return question.answers;
  const chosen = answers[question.answersFrom] ?? [];
  return question.answers.filter((answer) => chosen.includes(answer.id) || answer.id === question.unsure);
}

/** Keeps the answers that are still asked and offered, and names the questions that lost theirs. */
export function keepOnPath(
  { questions }: Pick<Guide, 'questions'>,
  answers: AnswerSet,
  path: readonly string[],
): { readonly answers: AnswerSet; readonly dropped: readonly string[] } {
  const kept = questions.flatMap((question) => {
    const chosen = answers[question.id];
    if (chosen === undefined || !path.includes(question.id)) return [];
    const offered = answersOffered(question, answers).map((answer) => answer.id);
    return [[question.id, chosen.filter((id) => offered.includes(id))] as const];
  });
  const stillValid = Object.fromEntries(kept);
  const isDropped = ([id, chosen]: readonly [string, readonly string[]]): boolean =>
    chosen.length > 0 && (stillValid[id] ?? []).length === 0;
  return {
    answers: stillValid,
    dropped: Object.entries(answers)
      .filter(isDropped)
      .map(([id]) => id),
  };
}

/** For each question "not sure" if it is an answer, else the last exclusive answer, else the first. */
export function unsureAnswers(guide: Guide): AnswerSet {
  let answers: AnswerSet = {};
  for (;;) {
    const open = plannerFor(guide)
      .pathOf(answers)
      .find((id) => answers[id] === undefined);
    const question = guide.questions.find((each) => each.id === open);
    if (question === undefined) return answers;
    const choice =
      question.answers.find((answer) => answer.id === question.unsure) ??
      question.answers.findLast((answer) => answer.exclusive) ??
      question.answers[0];
    answers = { ...answers, [question.id]: choice === undefined ? [] : [choice.id] };
  }
}
