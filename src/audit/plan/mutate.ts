/** Breaks each rule of a guide in turn and looks whether the invariants notice. */
import type { Guide } from '../../guide/model';
import { plannerFor } from '../../plan';
import type { AnswerSet, PlanInput } from '../../plan/model';
import { makeRandom } from '../../basics/random';
import { pathFor, profileOf } from './design';
import { makeInvariants, type Invariant } from './invariants';
import { mutantsOf } from './mutants';
import { SAME_PLAN } from './same-plan';
import { disturb, everyWay, inputOf, randomWay } from './sets';
import { checkWords } from './words';

export interface MutationRow {
  readonly kind: string;
  readonly killed: number;
  /** Not noticed, and the same plan for everybody: with the reason. */
  readonly same: readonly (readonly [what: string, why: string])[];
  readonly survivors: readonly string[];
}

/** Single answers: one set in so many, prime to the numbers of answers. */
const ONE_SET_IN = 83;
const RANDOM_PEOPLE = 4_000;
const SEED = 20261123;

/** People whose packet has room, so that the order of its pages shows. */
const WITH_ROOM: AnswerSet = { who: ['me'], leaving: ['home'], insurance: ['job'], urgent: ['no'], money: ['no'] };

/** How many mutants of each kind are noticed by some of all people, and which are not. */
export function mutate(guide: Guide): readonly MutationRow[] {
  const people = somePeople(guide);
  const rows = new Map<string, { killed: number; same: [string, string][]; survivors: string[] }>();
  for (const { kind, what, guide: broken } of mutantsOf(guide)) {
    const row = rows.get(kind) ?? { killed: 0, same: [], survivors: [] };
    rows.set(kind, row);
    const why = SAME_PLAN.find((each) => each.kind === kind && each.what.test(what))?.why;
    if (isNoticed(broken, guide, people)) row.killed += 1;
    else if (why === undefined) row.survivors.push(what);
    else row.same.push([what, why]);
  }
  return [...rows].map(([kind, row]) => ({ kind, ...row }));
}

function somePeople(guide: Guide): readonly PlanInput[] {
  const ways: AnswerSet[] = [];
  let at = 0;
  for (const { answers } of everyWay(guide, { pairs: false })) {
    at += 1;
    if (at % ONE_SET_IN === 0) ways.push(answers);
  }
  for (const { answers } of everyWay(guide, { pairs: true, start: WITH_ROOM })) ways.push(asked(answers));
  const random = makeRandom(SEED);
  for (let each = 0; each < RANDOM_PEOPLE; each += 1) ways.push(randomWay(guide, random));
  // Mixed, so that a broken rule is found early, whatever it is about.
  const mixed = ways.map((answers, place) => inputOf(guide, answers, place));
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = mixed[last];
    const swapped = mixed[other];
    if (held === undefined || swapped === undefined) continue;
    mixed[last] = swapped;
    mixed[other] = held;
  }
  return mixed;
}

/** Without the answers given ahead to questions that are not asked. */
function asked(answers: AnswerSet): AnswerSet {
  const path = pathFor(profileOf(answers));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => path.includes(id)));
}

/**
 * The people and their stray answers are those of the whole guide; the invariants see the broken one.
 * @param isAsked which invariants are asked; left out: all
 */
export function isNoticed(
  broken: Guide,
  whole: Guide,
  people: readonly PlanInput[],
  isAsked: (invariant: Pick<Invariant, 'id'>) => boolean = () => true,
): boolean {
  const ofWords = checkWords(whole, 'this').filter(({ rule }) => isAsked(rule)).length;
  if (checkWords(broken, 'this').filter(({ rule }) => isAsked(rule)).length > ofWords) return true;
  const invariants = makeInvariants(broken).filter(isAsked);
  try {
    const planner = plannerFor(broken);
    return people.some((input, at) => {
      const path = planner.pathOf(input.answers);
      const plan = planner.plan(input);
      const disturbed = planner.plan(disturb(whole, input, plannerFor(whole).pathOf(input.answers), at));
      const person = { input, profile: profileOf(input.answers), path, plan, disturbed };
      return invariants.some((invariant) => !invariant.check(person));
    });
  } catch {
    // No plan for somebody: that is noticed too.
    return true;
  }
}
