import type { Guide, Question } from '../../guide/model';
import { plannerFor } from '../../plan';
import type { AnswerSet } from '../../plan/model';

/** Touching an answer: one of many, or the one; an answer that stands alone clears the others, and others clear it. */
export function chooseAnswer(question: Question, chosen: readonly string[], answerId: string): readonly string[] {
  if (!question.many) return [answerId];
  if (chosen.includes(answerId)) return chosen.filter((id) => id !== answerId);
  const isExclusive = (id: string): boolean => question.answers.some((answer) => answer.id === id && answer.exclusive);
  if (isExclusive(answerId)) return [answerId];
  return [...chosen.filter((id) => !isExclusive(id)), answerId];
}

/** Where a question offers the answers of another one, those that were chosen there, and "not sure". */
export function answersOffered(question: Question, answers: AnswerSet): Question['answers'] {
  if (question.answersFrom === null) return question.answers;
  const chosen = answers[question.answersFrom] ?? [];
  return question.answers.filter((answer) => chosen.includes(answer.id) || answer.id === 'unsure');
}

/** Keeps the answers that are still asked and offered, and names the questions whose answers had to go. */
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
  const standing = Object.fromEntries(kept);
  const isDropped = ([id, chosen]: readonly [string, readonly string[]]): boolean =>
    chosen.length > 0 && (standing[id] ?? []).length === 0;
  return {
    answers: standing,
    dropped: Object.entries(answers)
      .filter(isDropped)
      .map(([id]) => id),
  };
}

/** The question after this one, or the first that has no answer yet when the person only came to change one. */
export function nextQuestion(
  path: readonly string[],
  answers: AnswerSet,
  current: string,
  changing: boolean,
): string | null {
  if (changing) return path.find((id) => (answers[id] ?? []).length === 0) ?? null;
  return path[path.indexOf(current) + 1] ?? null;
}

/** Not sure wherever that is an answer; else the answer that asks for nothing, which stands last; else the first. */
export function unsureAnswers(guide: Guide): AnswerSet {
  let answers: AnswerSet = {};
  for (;;) {
    const open = plannerFor(guide)
      .pathOf(answers)
      .find((id) => answers[id] === undefined);
    const question = guide.questions.find((each) => each.id === open);
    if (question === undefined) return answers;
    const choice =
      question.answers.find((answer) => answer.id === 'unsure') ??
      question.answers.findLast((answer) => answer.exclusive) ??
      question.answers[0];
    answers = { ...answers, [question.id]: choice === undefined ? [] : [choice.id] };
  }
}
