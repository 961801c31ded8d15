/** The plan engine: answers in, ids and dates out. No words, no clock, no files (design/product.md "The plan"). */
import type { Guide, Rule } from '../guide/model';
import { LADDER, languageOf, PAYER, type Choices, type Test } from './choices';
import { planDates } from './dates';
import type { AnswerSet, Because, Plan, PlanInput } from './model';
import { makeOffices } from './offices';
import { compilePacket, type BecauseOf } from './packet';

export type Planner = (input: PlanInput) => Plan;

const planners = new WeakMap<Guide, Planner>();

/** Compiled once a guide; then a plan takes microseconds. The input must have passed `checkInput`. */
export function compilePlanner(guide: Guide): Planner {
  const known = planners.get(guide);
  if (known !== undefined) return known;
  const made = makePlanner(guide);
  planners.set(guide, made);
  return made;
}

function makePlanner(guide: Guide): Planner {
  const language = languageOf(guide);
  const tested = <Each extends Rule>(rules: readonly Each[]): readonly { rule: Each; test: Test }[] =>
    rules.map((rule) => ({ rule, test: language.compile(rule.when) }));
  const messages = tested(guide.messages);
  const steps = ([1, 2, 3] as const).map((position) =>
    tested(guide.steps.filter((step) => step.position === position)),
  );
  const overlays = tested(guide.overlays);
  const complaints = tested(guide.complaints);
  const help = guide.help.map((rule) => ({ rule, outcomes: tested(rule.outcomes) }));
  const packet = compilePacket(guide, language);
  const officesOf = makeOffices(guide);

  return (input) => {
    const choices = language.read(input.answers);
    const { masks, flags } = choices;
    const holds = ({ test }: { readonly test: Test }): boolean => test(masks, flags);
    const becauseOf = becauseFor(input.answers, choices);

    const message = messages.find(holds);
    if (message === undefined) throw new Error('no main message holds for these answers');
    const chosenSteps = steps.map((rules, at) => {
      const step = rules.find(holds);
      if (step === undefined) throw new Error(`no step ${at + 1} holds for these answers`);
      return { id: step.rule.id, because: becauseOf(step.rule.because) };
    });
    const chosenHelp = help.map(({ rule, outcomes }) => {
      const outcome = outcomes.find(holds);
      if (outcome === undefined) throw new Error(`no outcome of help ${rule.id} holds for these answers`);
      return { id: rule.id, outcome: outcome.rule.id, offered: outcome.rule.result !== 'no' };
    });
    const chosenComplaints = complaints.filter(holds);
    const level = input.answers['level']?.[0];
    return {
      message: message.rule.id,
      overlays: overlays.filter(holds).map(({ rule }) => ({ id: rule.id, because: becauseOf(rule.because) })),
      steps: chosenSteps,
      dates:
        level === undefined || !choices.path.includes('level')
          ? []
          : planDates({
              ladders: choices.ladders,
              level,
              today: input.today,
              letterDate: input.letterDate,
              isPartial: input.answers['stage']?.includes('partial') === true,
              computed: input.computedDates,
            }),
      ladders: choices.ladders.map((ladder) => ({
        id: ladder.id,
        here: (level === undefined ? undefined : ladder.here[level]) ?? '',
      })),
      help: chosenHelp,
      complaints: chosenComplaints.map(({ rule }) => ({ id: rule.id, because: becauseOf(rule.because) })),
      contacts: [
        ...new Set(
          officesOf(
            [
              ...chosenComplaints.flatMap(({ rule }) => rule.contacts),
              ...help.flatMap(({ rule }, at) => (chosenHelp[at]?.offered === true ? rule.contacts : [])),
            ],
            input.state,
          ),
        ),
      ],
      documents: packet(choices, input.largePrint, becauseOf),
    };
  };
}

/** "Because you said": the person's own answers to the questions a rule names; never the prefilled state. */
function becauseFor(answers: AnswerSet, choices: Choices): BecauseOf {
  return (questions) => {
    const because: Because[] = [];
    const seen = new Set<string>();
    for (const name of questions) {
      const question = name === PAYER || name === LADDER ? choices.payerQuestion : name;
      if (seen.has(question) || !choices.path.includes(question)) continue;
      seen.add(question);
      for (const answer of answers[question] ?? []) because.push({ question, answer });
    }
    return because;
  };
}
