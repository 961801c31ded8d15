import type { AnswerSet } from './model';

/** The four steps of prior authorization (section b of the guide): order, request, review, answer. */
export const FOUR_STEPS = [1, 2, 3, 4] as const;
export type Step = (typeof FOUR_STEPS)[number];

const STEP_OF_STAGE: Readonly<Record<string, Step>> = {
  'not-sent': 2,
  waiting: 3,
  'more-info': 3,
  approved: 4,
  partial: 4,
  denied: 4,
};

/** Which of the four steps the person is at; null when the answers do not say. */
export function stepOf(answers: AnswerSet): Step | null {
  return STEP_OF_STAGE[answers['stage']?.[0] ?? ''] ?? null;
}
