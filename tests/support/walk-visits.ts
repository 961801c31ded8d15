/**
 * Visits that cover the whole walk: every way through the questions, completely or half answered, in every mode. For the
 * proof and the picture of the walk.
 */
import type { Guide } from '../../src/guide/model';
import { plannerFor } from '../../src/plan';
import type { AnswerSet } from '../../src/plan/model';
import { FIRST_MODE, type Mode } from '../../src/renderer/walk/places';
import { fetchingLanguagePage, type WalkFacts } from '../../src/renderer/walk/walk';

/** More ways than these only repeat the same questions. */
const MAX_WAYS = 400;

export function representativeFacts(guide: Guide): readonly WalkFacts[] {
  const paths = new Map<string, AnswerSet>();
  collect(guide, {}, paths);
  const whole = [...paths.values()];
  const half = whole.map((answers) => Object.fromEntries(Object.entries(answers).slice(0, -1)));
  return [...whole, ...half].flatMap((answers, index) =>
    MODES.map((mode): WalkFacts => ({
      mode,
      answers,
      path: plannerFor(guide).pathOf(answers),
      sections: guide.sections.map(({ id }) => id),
      interruptedBy: (answers['urgent'] ?? []).includes('yes') ? 'urgent' : null,
      pages: [null, 4, 14][index % 3] ?? null,
      canAppeal: index % 2 === 0,
      reprintsSpent: index % 2 === 1,
    })),
  );
}

const MODES: readonly Mode[] = [
  FIRST_MODE,
  { kind: 'basics', dropped: [] },
  { kind: 'checked', dropped: ['level'] },
  { kind: 'changing', dropped: [] },
  fetchingLanguagePage(FIRST_MODE, { screen: 'language' }),
];

/** One set of answers for each different way through the questions, and one more where an answer interrupts it. */
function collect(guide: Guide, answers: AnswerSet, paths: Map<string, AnswerSet>): void {
  if (paths.size >= MAX_WAYS) return;
  const path = plannerFor(guide).pathOf(answers);
  const open = path.find((id) => answers[id] === undefined);
  const question = guide.questions.find(({ id }) => id === open);
  if (question === undefined) {
    const key = `${path.join(' ')} ${(answers['urgent'] ?? []).join()}`;
    if (!paths.has(key)) paths.set(key, answers);
    return;
  }
  const pathsAfter = new Set<string>();
  for (const { id } of question.answers) {
    const next = { ...answers, [question.id]: [id] };
    // Answers that lead on in the same way need no second walk.
    const key = `${plannerFor(guide).pathOf(next).join(' ')} ${question.id === 'urgent' ? id : ''}`;
    if (pathsAfter.has(key)) continue;
    pathsAfter.add(key);
    collect(guide, next, paths);
  }
  // Several answers together, because some questions are asked only then.
  if (question.many)
    collect(guide, { ...answers, [question.id]: question.answers.slice(0, 2).map(({ id }) => id) }, paths);
}
