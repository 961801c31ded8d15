import type { Guide } from '../guide/model';
import type { AnswerSet } from './model';

/** The four steps of prior authorization (section b of the guide): order, request, review, answer. */
export const FOUR_STEPS = [1, 2, 3, 4] as const;
export type Step = (typeof FOUR_STEPS)[number];

/** Which of the four steps the person is at; null when the answers do not say. */
export function stepOf({ roles: { stage } }: Guide, answers: AnswerSet): Step | null {
  return stage.steps[answers[stage.question]?.[0] ?? ''] ?? null;
}
