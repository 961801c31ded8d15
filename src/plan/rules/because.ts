import type { Guide, Text } from '../../guide/model';
import type { Because } from '../model';

/** A bare "Yes" says nothing without its question. */
const SHORT_ANSWER_WORDS = 3;

/** The person's own answers behind an item, in words, for screen and paper; empty when they asked for the item itself. */
export function becauseTexts(
  guide: Guide,
  because: readonly Because[],
  fill: (text: Text) => string,
): readonly string[] {
  return because.flatMap((each) => {
    if ('asked' in each) return [];
    const question = guide.questions.find((candidate) => candidate.id === each.question);
    const answer = question?.answers.find((candidate) => candidate.id === each.answer);
    if (question === undefined || answer === undefined) return [];
    const label = fill(answer.label);
    const isClear = question.many || label.split(' ').length > SHORT_ANSWER_WORDS;
    return [isClear ? label : `${fill(question.title)} ${label}`];
  });
}
