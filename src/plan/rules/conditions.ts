/** A guide's conditions, compiled to bit masks. */
import type { Condition, Guide } from '../../guide/model';
import type { AnswerSet, Because } from '../model';
import { becauseCompiler } from './because';
import { layOutFacts, maskOf, type FactLayout, type Test } from './facts';
import { compileFlags } from './flags';
import { compileReader, type PersonFacts } from './person';

/** A guide made ready for questions of the form "does this condition hold for this person". */
export interface ConditionCompiler {
  compile(condition: Condition): Test;
  /** The facts of a person; answers to questions that are not asked count for nothing. */
  read(answers: AnswerSet): PersonFacts;
  /** The person's own answers to the questions that a rule names: what "because you said" quotes. */
  compileBecause(questions: readonly string[]): (person: PersonFacts) => readonly Because[];
  /** How many bits each number of the facts uses. */
  readonly widths: readonly number[];
}

export function compilerFor(guide: Guide): ConditionCompiler {
  const layout = layOutFacts(guide);
  const compile = (condition: Condition): Test => compileCondition(layout, condition);
  const flags = compileFlags(guide, layout, compile);
  return {
    compile,
    read: compileReader(guide, layout, flags, compile),
    compileBecause: becauseCompiler(guide, layout),
    widths: layout.widths,
  };
}

function compileCondition(layout: FactLayout, condition: Condition): Test {
  const masksOf = (answersOf: Condition['is']): readonly { readonly index: number; readonly mask: number }[] =>
    Object.entries(answersOf).map(([name, answers]) => ({
      index: layout.indexOf(name),
      mask: maskOf(layout.bitsOf(name), answers),
    }));
  const flagMasks = (ids: readonly string[]): readonly { readonly index: number; readonly mask: number }[] =>
    ids.map((id) => layout.flagAt(layout.flagNumberOf(id))).map(({ index, bit }) => ({ index, mask: bit }));
  const counts = Object.entries(condition.atLeast).map(([name, count]) => ({
    index: layout.countIndexOf(name),
    mask: 1 << (count - 1),
  }));
  const only = masksOf(condition.only);
  const wanted = [...masksOf(condition.is), ...only, ...counts, ...flagMasks(condition.flags)];
  const others = only.map(({ index, mask }) => ({ index, mask: ~mask }));
  const unwanted = [...masksOf(condition.not), ...others, ...flagMasks(condition.noFlags)];
  return [
    ...wanted.map((each) => ({ ...each, wanted: true })),
    ...unwanted.map((each) => ({ ...each, wanted: false })),
  ];
}
