/** Asks every person of a set for what must be true of their plan. */
import type { Guide } from '../../guide/model';
import { plannerFor } from '../../plan';
import type { AnswerSet, Plan, PlanInput } from '../../plan/model';
import { makeRandom } from '../../basics/random';
import { classesOf } from './classes';
import { profileOf, type Part } from './design';
import { makeInvariants, type Invariant, type VerifiedPerson } from './invariants';
import { disturb, everyWay, inputOf, randomPair, randomWay, type Share } from './sets';
import { checkWords, WORD_RULES } from './words';

type RuleName = Pick<Invariant, 'id' | 'says' | 'source'>;

export interface VerificationRequest {
  /** Also two answers at one question that takes many: all such sets, or so many of them at random. */
  readonly pairs: 'all' | number;
  /** So many people with random answers, from this seed. */
  readonly random?: { readonly count: number; readonly seed: number };
  /** A share of the work: the `at`th of `of` (from 0). Left out: all of it. */
  readonly share?: Share;
  /** `every`: only what must be true of any hospital's guide. */
  readonly holdsFor?: Invariant['holdsFor'];
}
export interface Violation {
  readonly id: string;
  readonly says: string;
  readonly source: string;
  /** People it is broken for; 1 for a text. */
  readonly count: number;
  /** The first of them; null for a text. */
  readonly example: PlanInput | null;
  /** The text that is wrong, or why no plan could be made. */
  readonly detail: string | null;
}
export interface Verification {
  readonly sets: number;
  /** Plans made for them: one for all sets that nothing tells apart. */
  readonly planned: number;
  readonly random: number;
  readonly invariants: number;
  readonly violations: readonly Violation[];
  /** Everything a plan chose for somebody, as "step waiting-1": for `unreached`. */
  readonly reached: ReadonlySet<string>;
}

const MAKES_A_PLAN = {
  id: 'makes-a-plan',
  says: 'Everybody gets a plan: one message, and a rule that holds for each step and each kind of help.',
  source: 'docs/design/content.md 9 (no dead end)',
};
const REACHED = {
  id: 'reached',
  says: 'Every message, step, overlay, piece of text, complaint line, help outcome and page is there for somebody.',
  source: 'docs/design/content.md 9; issue 4',
};

/** All that is checked, for docs/plan.md. */
export function allRules(guide: Guide): readonly Pick<Invariant, 'id' | 'says' | 'source'>[] {
  return [MAKES_A_PLAN, ...makeInvariants(guide), REACHED, ...WORD_RULES];
}

/**
 * Plans for everybody in the sets, checked against every invariant, and the words of the guide.
 * Broken rules come back as values, each with the first answers that break it.
 */
export function verifyPlans(guide: Guide, request: VerificationRequest): Verification {
  const { share = { at: 0, of: 1 }, holdsFor = 'this', pairs } = request;
  const invariants = makeInvariants(guide).filter((each) => holdsFor === 'this' || each.holdsFor === 'every');
  const planner = plannerFor(guide);
  const broken = new Map<string, { rule: RuleName; count: number; example: PlanInput; detail: string | null }>();
  const reached = new Set<string>();

  const note = (rule: RuleName, example: PlanInput, count: number, detail: string | null): void => {
    const known = broken.get(rule.id);
    if (known === undefined) broken.set(rule.id, { rule, count, example, detail });
    else known.count += count;
  };
  const verify = (answers: AnswerSet, at: number, count = 1): Plan | null => {
    const input = inputOf(guide, answers, at);
    let person: VerifiedPerson;
    try {
      const plan = planner.plan(input);
      const path = planner.pathOf(answers);
      person = {
        input,
        profile: profileOf(answers),
        path,
        plan,
        disturbed: planner.plan(disturb(guide, input, path, at)),
      };
    } catch (error) {
      note(MAKES_A_PLAN, input, count, error instanceof Error ? error.message : String(error));
      return null;
    }
    for (const invariant of invariants) if (!invariant.check(person)) note(invariant, input, count, null);
    return person.plan;
  };

  let at = share.at;
  let planned = 0;
  const walk = (part: Part): number => {
    let ways = 0;
    for (const way of everyWay(guide, { pairs: pairs === 'all', classOf: classesOf(guide, part), share })) {
      // Shares have inputs of their own.
      at += share.of;
      ways += way.count;
      planned += 1;
      const plan = verify(way.answers, at, way.count);
      // Two plans, and what is said to who has them, are met in the shorter walk.
      if (plan !== null && (!way.hasPair || part === 'help')) seeAll(plan, reached);
    }
    return ways;
  };
  let sets = walk('rest');
  // The same sets once more, planned for what the first walk does not tell apart.
  walk('help');
  const { count = 0, seed = 0 } = request.random ?? {};
  const random = makeRandom(seed + share.at);
  const ownPairs = pairs === 'all' ? 0 : Math.floor(pairs / share.of);
  for (let each = 0; each < ownPairs; each += 1) {
    const plan = verify(randomPair(guide, random), at + each);
    if (plan !== null) seeAll(plan, reached);
  }
  sets += ownPairs;
  planned += ownPairs;
  const own = Math.floor(count / share.of) + (share.at < count % share.of ? 1 : 0);
  for (let each = 0; each < own; each += 1) verify(randomWay(guide, random), Math.floor(random() * 1_000_000));

  return {
    sets,
    planned,
    random: own,
    invariants: invariants.length + 2 + WORD_RULES.length,
    reached,
    violations: [
      ...[...broken.values()].map(({ rule: { id, says, source }, ...rest }) => ({ id, says, source, ...rest })),
      ...checkWords(guide, holdsFor).map(({ rule, detail }) => ({ ...rule, count: 1, example: null, detail })),
    ],
  };
}

function seeAll(plan: Plan, reached: Set<string>): void {
  reached.add(`message ${plan.message}`);
  for (const { id } of plan.steps) reached.add(`step ${id}`);
  for (const { id, parts } of plan.overlays) {
    reached.add(`overlay ${id}`);
    for (const part of parts) reached.add(`part ${id} ${part}`);
  }
  for (const { id, outcome } of plan.help) reached.add(`help ${id} ${outcome}`);
  for (const { id } of plan.complaints) reached.add(`complaint ${id}`);
  for (const id of plan.people) reached.add(`person ${id}`);
  for (const { id } of plan.ladders) reached.add(`ladder ${id}`);
  for (const { id } of plan.documents) reached.add(`page ${id}`);
}

/** What no plan of the single answers chose. Ask once all shares are verified, with what all of them reached. */
export function unreached(guide: Guide, reached: ReadonlySet<string>): readonly Violation[] {
  return [
    ...guide.messages.map(({ id }) => `message ${id}`),
    ...guide.steps.map(({ id }) => `step ${id}`),
    ...guide.overlays.flatMap(({ id, parts }) => [`overlay ${id}`, ...parts.map(({ key }) => `part ${id} ${key}`)]),
    ...guide.help.flatMap(({ id, outcomes }) => outcomes.map((outcome) => `help ${id} ${outcome.id}`)),
    ...guide.complaints.map(({ id }) => `complaint ${id}`),
    ...guide.people.map(({ id }) => `person ${id}`),
    ...guide.ladders.map(({ id }) => `ladder ${id}`),
    ...guide.documents.filter(({ audience }) => audience !== 'staff').map(({ id }) => `page ${id}`),
  ]
    .filter((what) => !reached.has(what))
    .map((what) => ({ ...REACHED, count: 1, example: null, detail: what }));
}
