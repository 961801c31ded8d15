import type { Condition, Guide, Voice } from '../guide/model';
import { say } from '../guide/text';
import type { AnswerSet, Because, Plan, PlanInput, PlanView } from './model';
import { becauseTexts } from './rules/because';
import { compilerFor } from './rules/conditions';
import { holds, type Test } from './rules/facts';
import { compileRules } from './rules/plan-rules';
import { viewPlan, type SiteContacts } from './view';

/**
 * A guide, compiled: everything that depends on its questions and rules. No clock and no file
 * (docs/design/product.md "The plan").
 */
export interface Planner {
  /** Ids of the questions that are asked with these answers, in order, answered or not. */
  pathOf(answers: AnswerSet): readonly string[];
  /** The plan in ids and dates, made in microseconds. The input must have passed `checkInput`. */
  plan(input: PlanInput): Plan;
  /** The same plan with its words. */
  view(input: PlanInput, site: SiteContacts): PlanView;
  /** Whether a condition of the guide holds for these answers. */
  holds(answers: AnswerSet): (when: Condition) => boolean;
  /** The person's answers behind an item, in words; empty when the person asked for the item itself. */
  because(because: readonly Because[], voice: Voice): readonly string[];
}

/** The one cache of this room: compiling takes longer than thousands of plans. A guide never changes. */
const planners = new WeakMap<Guide, Planner>();

export function plannerFor(guide: Guide): Planner {
  const known = planners.get(guide);
  if (known !== undefined) return known;
  const planner = compilePlanner(guide);
  planners.set(guide, planner);
  return planner;
}

function compilePlanner(guide: Guide): Planner {
  const compiler = compilerFor(guide);
  const makePlan = compileRules(guide, compiler);
  const tests = new Map<Condition, Test>();
  const testOf = (when: Condition): Test => {
    const test = tests.get(when) ?? compiler.compile(when);
    tests.set(when, test);
    return test;
  };
  return {
    pathOf: (answers) => compiler.read(answers).path,
    plan: (input) => makePlan(input, compiler.read(input.answers)),
    view: (input, site) => {
      const person = compiler.read(input.answers);
      return viewPlan(guide, makePlan(input, person), { input, person, site });
    },
    holds: (answers) => {
      const { facts } = compiler.read(answers);
      return (when) => holds(testOf(when), facts);
    },
    because: (because, voice) => becauseTexts(guide, because, (text) => say(text, voice)),
  };
}
