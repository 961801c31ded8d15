/** The rules of a guide, compiled: the facts of a person in, a plan of ids and dates out. */
import { canBeRight } from '../../guide/clock';
import type { Guide, OverlayRule } from '../../guide/model';

import { officesOf } from '../insurance/complaints';
import { planDates, type DateRequest } from '../insurance/dates';
import type { Plan, PlanInput } from '../model';
import type { ConditionCompiler } from './conditions';
import type { Test } from './facts';
import { compilePacket } from './packet';
import type { PersonFacts } from './person';
import { allMatches, compileMatcher, firstMatch, itself, type AddRules } from './rule-matcher';

type OverlayRole = OverlayRule['role'];

/** The input must have passed `checkInput`. Throws where the rules leave this person without a message, step or help. */
export type MakePlan = (input: PlanInput, person: PersonFacts) => Plan;

export function compileRules(guide: Guide, compiler: ConditionCompiler): MakePlan {
  const { compileBecause } = compiler;
  const tests: Test[] = [];
  const addRules: AddRules = (rules, prepare) => {
    const from = tests.length;
    tests.push(...rules.map(({ when }) => compiler.compile(when)));
    return { from, values: rules.map(prepare) };
  };

  const messages = addRules(guide.messages, ({ id }) => id);
  const steps = ([1, 2, 3] as const).map((position) =>
    addRules(
      guide.steps.filter((step) => step.position === position),
      ({ id, because }) => ({ id, becauseOf: compileBecause(because) }),
    ),
  );
  const overlays = addRules(
    guide.overlays.map((overlay) => ({ ...overlay, shownParts: addRules(overlay.parts, ({ key }) => key) })),
    ({ id, role, page, because, shownParts }) => ({
      id,
      role,
      page,
      shownParts,
      becauseOf: compileBecause(because),
    }),
  );
  const complaints = addRules(guide.complaints, ({ id, because, contacts }) => ({
    id,
    offices: officesOf(guide, contacts),
    becauseOf: compileBecause(because),
  }));
  const help = guide.help.map(({ id, contacts, outcomes }) => ({
    id,
    offices: officesOf(guide, contacts),
    outcomes: addRules(outcomes, (outcome) => ({ id, outcome: outcome.id, offered: outcome.result !== 'no' })),
  }));
  const people = addRules(guide.people, ({ id }) => id);
  const pickDocuments = compilePacket(guide, compiler, addRules);
  const match = compileMatcher(tests, compiler.widths);

  const levelQuestion = guide.roles.level.question;

  return (input, person) => {
    const matches = match(person.facts);
    const message = firstMatch(messages, matches);
    if (message === undefined) throw new Error('no main message holds for these answers');
    const level = person.path.includes(levelQuestion) ? input.answers[levelQuestion]?.[0] : undefined;
    const documents = pickDocuments(person, matches, input.largePrint);
    const contacts: string[] = [];
    const addContacts = (ids: readonly string[]): void => {
      for (const id of ids) if (!contacts.includes(id)) contacts.push(id);
    };
    const shown = allMatches(overlays, matches, itself);
    const has = (role: OverlayRole): boolean => shown.some((overlay) => overlay.role === role);
    return {
      message,
      overlays: shown.map(({ id, page, shownParts, becauseOf }) => ({
        id,
        page: documents.some((document) => document.id === page) ? page : null,
        parts: allMatches(shownParts, matches, itself),
        because: becauseOf(person),
      })),
      steps: steps.map((rules, index) => {
        const step = firstMatch(rules, matches);
        if (step === undefined) throw new Error(`no step ${index + 1} holds for these answers`);
        return { id: step.id, because: step.becauseOf(person) };
      }),
      dates:
        level === undefined || !has('dates')
          ? []
          : planDates({ ...datesRequest(guide, input, person), level, fast: has('fast') }),
      ladders: person.ladders.map(({ id, here }) => ({ id, here: (level === undefined ? '' : here[level]) ?? '' })),
      complaints: allMatches(complaints, matches, ({ id, offices, becauseOf }) => {
        addContacts(offices(input.state));
        return { id, because: becauseOf(person) };
      }),
      help: help.map(({ id, offices, outcomes }) => {
        const outcome = firstMatch(outcomes, matches);
        if (outcome === undefined) throw new Error(`no outcome of help ${id} holds for these answers`);
        if (outcome.offered) addContacts(offices(input.state));
        return outcome;
      }),
      people: allMatches(people, matches, itself),
      contacts,
      documents,
    };
  };
}

function datesRequest(
  { roles: { stage }, clock }: Guide,
  input: PlanInput,
  { ladders }: PersonFacts,
): Omit<DateRequest, 'level' | 'fast'> {
  return {
    ladders,
    today: input.today,
    letterDate: input.letterDate,
    isPartial: input.answers[stage.question]?.some((answer) => stage.part.includes(answer)) === true,
    computed: input.computedDates && canBeRight(clock, input.today),
  };
}
