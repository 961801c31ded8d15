/** "Because you said …": the person's own answers behind an item of the plan. */
import type { Guide, Text } from '../../guide/model';
import type { Because } from '../model';
import { LADDER, PAYER, type FactLayout } from './facts';
import type { PersonFacts } from './person';

/**
 * Compiles which answers a rule quotes. Rules that name the same questions share what was quoted for a person.
 * @returns takes the names that a rule quotes, and gives a function from a person to that person's answers
 */
export function becauseCompiler(
  guide: Guide,
  layout: FactLayout,
): (names: readonly string[]) => (person: PersonFacts) => readonly Because[] {
  const payerIndex = layout.indexOf(PAYER);
  /** By index of the question, then of the answer. */
  const answers = guide.questions.map((question) =>
    question.answers.map((answer): Because => ({ question: question.id, answer: answer.id })),
  );
  const lists: string[] = [];

  const quote = (indexes: readonly number[], { facts, payerIndex: namedBy }: PersonFacts): readonly Because[] => {
    const because: Because[] = [];
    for (const named of indexes) {
      const index = named === payerIndex ? namedBy : named;
      // Another question of the rule may be the one that names the payer.
      if (index !== named && indexes.includes(index)) continue;
      let rest = facts[index] ?? 0;
      for (let answer = 0; rest !== 0; answer += 1, rest >>>= 1) {
        const each = (rest & 1) === 0 ? undefined : answers[index]?.[answer];
        if (each !== undefined) because.push(each);
      }
    }
    return because;
  };

  return (names) => {
    const indexOf = (name: string): number => (name === LADDER ? payerIndex : layout.indexOf(name));
    const indexes = [...new Set(names.map(indexOf))];
    const key = indexes.join();
    if (!lists.includes(key)) lists.push(key);
    const list = lists.indexOf(key);
    return (person) => (person.quoted[list] ??= quote(indexes, person));
  };
}

/** A bare "Yes" says nothing without its question. */
const SHORT_ANSWER_WORDS = 3;

/** The answers in words, for screen and paper; empty when the person asked for the item itself. */
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
