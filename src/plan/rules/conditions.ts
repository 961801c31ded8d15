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
  const test: Test[number][] = [];
  // Every line is made in one place: `holds` is fast only while all of them have one shape.
  const add = (index: number, mask: number, wanted: boolean): void => {
    test.push({ index, mask, wanted });
  };
  const addAnswers = (answersOf: Condition['is'], wanted: boolean): void => {
    for (const [name, answers] of Object.entries(answersOf))
      add(layout.indexOf(name), maskOf(layout.bitsOf(name), answers), wanted);
  };
  const addFlags = (ids: readonly string[], wanted: boolean): void => {
    for (const { index, bit } of ids.map((id) => layout.flagAt(layout.flagNumberOf(id)))) add(index, bit, wanted);
  };
  addAnswers(condition.is, true);
  addAnswers(condition.not, false);
  for (const [name, answers] of Object.entries(condition.only)) {
    const mask = maskOf(layout.bitsOf(name), answers);
    add(layout.indexOf(name), mask, true);
    add(layout.indexOf(name), ~mask, false);
  }
  for (const [name, count] of Object.entries(condition.atLeast)) add(layout.countIndexOf(name), 1 << (count - 1), true);
  addFlags(condition.flags, true);
  addFlags(condition.noFlags, false);
  return test;
}
