/** The plan engine: answers in, ids and dates out. No words, no clock, no files (docs/design/product.md "The plan"). */
import type { Guide } from '../guide/model';
import { languageOf, type PersonFacts, type Test } from './rules/conditions';
import { planDates } from './insurance/dates';
import type { Plan, PlannedDate, PlanInput } from './model';
import { officesOf } from './insurance/complaints';
import { compilePacket } from './rules/packet';
import { all, compileSieve, first, itself, type AddRules } from './rules/rule-matcher';

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
  const { compileBecause } = language;
  const tests: Test[] = [];
  const sieved: AddRules = (rules, make) => {
    const from = tests.length;
    tests.push(...rules.map(({ when }) => language.compile(when)));
    return { from, made: rules.map(make) };
  };

  const messages = sieved(guide.messages, ({ id }) => id);
  const steps = ([1, 2, 3] as const).map((position) =>
    sieved(
      guide.steps.filter((step) => step.position === position),
      ({ id, because }) => ({ id, becauseOf: compileBecause(because) }),
    ),
  );
  const overlays = sieved(
    guide.overlays.map((overlay) => ({ ...overlay, standing: sieved(overlay.parts, ({ key }) => key) })),
    ({ id, page, because, standing }) => ({ id, page, standing, becauseOf: compileBecause(because) }),
  );
  const complaints = sieved(guide.complaints, ({ id, because, contacts }) => ({
    id,
    offices: officesOf(guide, contacts),
    becauseOf: compileBecause(because),
  }));
  const help = guide.help.map(({ id, contacts, outcomes }) => ({
    id,
    offices: officesOf(guide, contacts),
    outcomes: sieved(outcomes, (outcome) => ({ id, outcome: outcome.id, offered: outcome.result !== 'no' })),
  }));
  const people = sieved(guide.people, ({ id }) => id);
  const packet = compilePacket(guide, language, sieved);
  const sift = compileSieve(tests, language.widths);

  return (input) => {
    const choices = language.read(input.answers);
    const sifted = sift(choices.facts);
    const message = first(messages, sifted);
    if (message === undefined) throw new Error('no main message holds for these answers');
    const level = choices.path.includes('level') ? input.answers['level']?.[0] : undefined;
    const documents = packet(choices, sifted, input.largePrint);
    const contacts: string[] = [];
    const call = (ids: readonly string[]): void => {
      for (const id of ids) if (!contacts.includes(id)) contacts.push(id);
    };
    return {
      message,
      overlays: all(overlays, sifted, ({ id, page, standing, becauseOf }) => ({
        id,
        page: documents.some((document) => document.id === page) ? page : null,
        parts: all(standing, sifted, itself),
        because: becauseOf(choices),
      })),
      steps: steps.map((rules, at) => {
        const step = first(rules, sifted);
        if (step === undefined) throw new Error(`no step ${at + 1} holds for these answers`);
        return { id: step.id, because: step.becauseOf(choices) };
      }),
      dates: level === undefined ? [] : datesOf(level, input, choices),
      ladders: choices.ladders.map(({ id, here }) => ({ id, here: (level === undefined ? '' : here[level]) ?? '' })),
      complaints: all(complaints, sifted, ({ id, offices, becauseOf }) => {
        call(offices(input.state));
        return { id, because: becauseOf(choices) };
      }),
      help: help.map(({ id, offices, outcomes }) => {
        const chosen = first(outcomes, sifted);
        if (chosen === undefined) throw new Error(`no outcome of help ${id} holds for these answers`);
        if (chosen.offered) call(offices(input.state));
        return chosen;
      }),
      people: all(people, sifted, itself),
      contacts,
      documents,
    };
  };
}

function datesOf(level: string, input: PlanInput, { ladders }: PersonFacts): readonly PlannedDate[] {
  return planDates({
    ladders,
    level,
    today: input.today,
    letterDate: input.letterDate,
    isPartial: input.answers['stage']?.includes('partial') === true,
    computed: input.computedDates,
  });
}
