import type { Guide, Text } from '../../guide/model';
import type { Because } from '../../plan/model';

/** The person's own answers behind an item, as content texts; empty when they asked for the item itself. */
export function becauseTexts(guide: Guide, because: readonly Because[]): readonly Text[] {
  return because.flatMap((each) => {
    if ('asked' in each) return [];
    const question = guide.questions.find((candidate) => candidate.id === each.question);
    const answer = question?.answers.find((candidate) => candidate.id === each.answer);
    return answer === undefined ? [] : [answer.label];
  });
}
