/**
 * What the design and the evidence say, written down once more and apart from the guide's own rules, so that each can
 * catch a slip in the other. Tables and short functions only; sources in the comments.
 */
import type { AnswerSet } from '../../plan/model';

const FEDERAL = ['medicare', 'advantage', 'medicaid', 'tricare', 'va'];

/** What a plan is made of: the kinds of help with who to call for them, and everything else. */
export type Part = 'help' | 'rest';

/**
 * Answers that the tables do not tell apart, under one name. Everything that the tables know of a person passes through
 * here, so people who differ in nothing else must get the same plan (`classes.ts` relies on it).
 */
const ONE_TO_THE_TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  who: { me: 'somebody', other: 'somebody' },
  treatment: { ivig: 'other' },
  leaving: { today: 'away', soon: 'away', unsure: 'away' },
  reason: {
    'not-necessary': 'medical',
    experimental: 'medical',
    'step-therapy': 'medical',
    'other-reason': 'unnamed',
    none: 'unnamed',
  },
  money: { drug: 'wanted', copay: 'wanted', gap: 'wanted', bill: 'wanted', all: 'wanted' },
};
const SEEN_FOR_HELP = ['insurance', 'money'];

/** What the tables see of the answers to one question, in the order of the answers. */
export function seenByTables(part: Part, question: string, answers: readonly string[]): readonly string[] {
  if (part === 'help') return SEEN_FOR_HELP.includes(question) ? answers : [];
  const names = ONE_TO_THE_TABLES[question];
  return names === undefined ? answers : [...new Set(answers.map((answer) => names[answer] ?? answer))];
}

/** A person as the tables need them; no answer that is not seen by the tables. */
export interface Profile {
  /** IVIG counts as `other`. */
  readonly treatment: readonly string[];
  readonly isHome: boolean;
  readonly insurance: readonly string[];
  readonly isUninsured: boolean;
  /** Empty where the question is not asked. */
  readonly stage: string;
  readonly holdUp: string;
  /** `medical`: one of the three medical reasons; `unnamed`: another reason, or none. */
  readonly reason: readonly string[];
  readonly level: string;
  readonly urgent: string;
  /** Wants help with any cost. */
  readonly wantsMoney: boolean;
  /** The plan said no, or yes to less. */
  readonly isNo: boolean;
  /** There is an appeal still to be sent. */
  readonly isToFile: boolean;
  /** There is a plan that has not said yes, and waiting may hurt, or the person is not sure. */
  readonly isFast: boolean;
  /** Original Medicare and no other plan, before an answer: there is mostly no OK to ask for. */
  readonly isMedicareAlone: boolean;
  /** The plan that said no, where the person knows which; else all they have. */
  readonly payers: readonly string[];
  /** The plan whose appeal ladder is shown; null where the person does not know which plan said no. */
  readonly ladderOf: string | null;
  /** Chosen insurances that are federal programmes. */
  readonly federal: readonly string[];
}

export function profileOf(answers: AnswerSet): Profile {
  const many = (question: string): readonly string[] => seenByTables('rest', question, answers[question] ?? []);
  const one = (question: string): string => many(question)[0] ?? '';
  const insurance = many('insurance');
  const isUninsured = insurance.includes('none');
  const stage = isUninsured ? '' : one('stage');
  const isNo = stage === 'denied' || stage === 'partial';
  const urgent = stage === 'approved' ? '' : one('urgent');
  const level = isNo ? one('level') : '';
  const who = isNo && insurance.length >= 2 ? one('who-said-no') : '';
  const payers = who === '' || who === 'unsure' ? insurance : [who];
  return {
    treatment: many('treatment'),
    isHome: one('leaving') === 'home',
    insurance,
    isUninsured,
    stage,
    holdUp: stage === 'waiting' ? one('hold-up') : '',
    reason: isNo ? many('reason') : [],
    level,
    urgent,
    wantsMoney: isUninsured || !many('money').includes('no'),
    isNo,
    isToFile: isNo && level !== 'pending',
    isFast: !isUninsured && (urgent === 'yes' || urgent === 'unsure'),
    isMedicareAlone:
      insurance.length === 1 && insurance[0] === 'medicare' && ['not-sent', 'waiting', 'unsure'].includes(stage),
    payers,
    ladderOf: isNo && payers.length === 1 && (payers[0] ?? '') in LADDERS_OF ? (payers[0] ?? null) : null,
    federal: insurance.filter((each) => FEDERAL.includes(each)),
  };
}

/** The questions asked, in order (docs/design/product.md "Questions"). */
export function pathFor({ isUninsured, stage, isNo, insurance }: Profile): readonly string[] {
  if (isUninsured) return ['who', 'treatment', 'leaving', 'insurance', 'urgent', 'money'];
  return [
    'who',
    'treatment',
    'leaving',
    'insurance',
    'stage',
    ...(stage === 'waiting' ? ['hold-up'] : []),
    ...(isNo ? ['reason'] : []),
    ...(isNo && insurance.length >= 2 ? ['who-said-no'] : []),
    ...(isNo ? ['level'] : []),
    ...(stage === 'approved' ? [] : ['urgent']),
    'money',
  ];
}

/** docs/design/product.md "Ladders and the next step". */
const LADDERS_OF: Readonly<Record<string, readonly string[]>> = {
  job: ['employer'],
  'federal-job': ['fehb'],
  bought: ['individual'],
  advantage: ['advantage-care', 'part-d-drug'],
  medicare: ['part-d-drug', 'medicare-claim'],
  medicaid: ['medicaid-plan', 'medicaid-state'],
  tricare: ['tricare'],
  va: ['va'],
};
/** The step after `first`, `pending` or `unsure`, after `second` and after `all`, by the same table. */
const HERE: Readonly<Record<string, readonly [string, string, string]>> = {
  employer: ['internal', 'second-internal', 'external-review'],
  fehb: ['reconsideration', 'opm', 'court'],
  individual: ['internal', 'external-review', 'external-review'],
  'advantage-care': ['reconsideration', 'independent-review', 'judge'],
  'part-d-drug': ['redetermination', 'independent-review', 'judge'],
  'medicare-claim': ['redetermination', 'claim-reconsideration', 'judge'],
  'medicaid-plan': ['plan-appeal', 'fair-hearing', 'fair-hearing'],
  'medicaid-state': ['fair-hearing', 'court', 'court'],
  tricare: ['reconsideration', 'second-reconsideration', 'hearing'],
  va: ['clinical-appeal', 'network-review', 'network-review'],
};

export function laddersFor({ ladderOf }: Profile): readonly string[] {
  return ladderOf === null ? [] : (LADDERS_OF[ladderOf] ?? []);
}
export function hereFor(ladder: string, level: string): string {
  const row = HERE[ladder];
  return (level === 'second' ? row?.[1] : level === 'all' ? row?.[2] : row?.[0]) ?? '';
}

/** Levels of each ladder (docs/evidence/coverage-facts.md §4.1), for what a ladder may show. */
export const LEVELS: Readonly<Record<string, readonly string[]>> = {
  employer: ['internal', 'second-internal', 'external-review', 'court'],
  fehb: ['reconsideration', 'opm', 'court'],
  individual: ['internal', 'external-review', 'court'],
  'advantage-care': ['reconsideration', 'independent-review', 'judge', 'appeals-council', 'court'],
  'part-d-drug': ['redetermination', 'independent-review', 'judge', 'appeals-council', 'court'],
  'medicare-claim': ['redetermination', 'claim-reconsideration', 'judge', 'appeals-council', 'court'],
  'medicaid-plan': ['plan-appeal', 'fair-hearing'],
  'medicaid-state': ['fair-hearing', 'court'],
  tricare: ['reconsideration', 'second-reconsideration', 'hearing'],
  va: ['clinical-appeal', 'network-review'],
};
/** Times to ask for a level (docs/evidence/coverage-facts.md §4.1, §5): the only ones that are confirmed. */
export const ASK_WITHIN: Readonly<Record<string, string>> = {
  'employer internal': '180 days',
  'employer external-review': '4 months',
  'fehb reconsideration': '6 months',
  'individual internal': '180 days',
  'individual external-review': '4 months',
  'advantage-care reconsideration': '65 days',
  'advantage-care judge': '60 days',
  'advantage-care appeals-council': '60 days',
  'advantage-care court': '60 days',
  'part-d-drug redetermination': '65 days',
  'part-d-drug independent-review': '65 days',
  'part-d-drug judge': '60 days',
  'part-d-drug appeals-council': '60 days',
  'part-d-drug court': '60 days',
  'medicare-claim redetermination': '120 days',
  'medicare-claim claim-reconsideration': '180 days',
  'medicare-claim judge': '60 days',
  'medicare-claim appeals-council': '60 days',
  'medicaid-plan plan-appeal': '60 days',
  'medicaid-plan fair-hearing': '90 days',
  'tricare reconsideration': '90 days',
  'tricare second-reconsideration': '90 days',
};

/** One time limit: its line, days (or calendar months) after the letter, and whether it is confirmed for a partial yes. */
interface Limit {
  readonly line: string;
  readonly days?: number;
  readonly months?: number;
  readonly isPartialToo?: boolean;
}
/**
 * docs/design/product.md "Dates", docs/evidence/coverage-facts.md §5 and A12. A level that is not here has no computed
 * date.
 */
export const LIMITS: Readonly<Record<string, readonly Limit[]>> = {
  'employer first': [{ line: 'file-appeal', days: 180, isPartialToo: true }],
  'employer all': [{ line: 'ask-external-review', months: 4, isPartialToo: true }],
  'fehb first': [{ line: 'file-appeal', months: 6 }],
  'individual first': [{ line: 'file-appeal', days: 180, isPartialToo: true }],
  'individual second': [{ line: 'ask-external-review', months: 4, isPartialToo: true }],
  'individual all': [{ line: 'ask-external-review', months: 4, isPartialToo: true }],
  'advantage-care first': [{ line: 'file-appeal', days: 65, isPartialToo: true }],
  'part-d-drug first': [{ line: 'file-appeal', days: 65, isPartialToo: true }],
  'part-d-drug second': [{ line: 'ask-independent-review', days: 65, isPartialToo: true }],
  'medicare-claim first': [{ line: 'file-appeal', days: 120 }],
  'medicare-claim second': [{ line: 'file-appeal', days: 180 }],
  'medicaid-plan first': [
    { line: 'file-appeal', days: 60, isPartialToo: true },
    { line: 'keep-care', days: 10 },
  ],
  'medicaid-plan second': [{ line: 'fair-hearing', days: 90, isPartialToo: true }],
  'tricare first': [{ line: 'file-appeal', days: 90 }],
};

/** The trap: Original Medicare mostly pays for no part of IV antibiotics at home but, through Part D, the medicine. */
export function isMedicareTrap({ insurance, treatment }: Profile): boolean {
  return insurance.includes('medicare') && (treatment.includes('antibiotics') || treatment.includes('unsure'));
}

/** The overlays of a person, in order (docs/design/product.md "The plan", and rules 3, 10 and 11). */
export function overlaysFor(profile: Profile): readonly string[] {
  const { isHome, stage, insurance } = profile;
  return [
    ...(profile.urgent === 'yes' ? ['safety'] : []),
    ...(isHome ? [] : ['before-you-leave']),
    ...(isHome && stage !== 'approved' ? ['doses'] : []),
    ...(isMedicareTrap(profile) || profile.isMedicareAlone ? ['medicare-antibiotics'] : []),
    ...(insurance.length >= 2 ? ['pays-first'] : []),
    ...(profile.isToFile ? ['dates'] : []),
    ...(profile.isNo ? ['payer-steps'] : []),
    ...(profile.isFast ? ['fast-review'] : []),
  ];
}

/**
 * Offices to complain to, by the plan (docs/evidence/coverage-facts.md §6.1). `regulator` and `medicaid`: those of the
 * state.
 */
export const OVERSEERS: Readonly<Record<string, readonly string[]>> = {
  job: ['ebsa', 'regulator'],
  'federal-job': [],
  bought: ['regulator'],
  medicare: ['medicare', 'ship'],
  advantage: ['medicare', 'ship'],
  medicaid: ['medicaid'],
  tricare: ['tricare-east', 'tricare-west', 'tricare-for-life'],
  va: ['va', 'va-emergency'],
  other: [],
  unsure: [],
  none: [],
};

export type HelpResult = 'yes' | 'ask' | 'no';

/**
 * What a kind of help is to this person (docs/evidence/coverage-facts.md §7; "?" is "ask"), by insurance and by what
 * they asked for. Null: the guide has a kind that the evidence does not know.
 */
export function helpFor(
  id: string,
  { insurance, isUninsured, federal }: Pick<Profile, 'insurance' | 'isUninsured' | 'federal'>,
  money: readonly string[],
): HelpResult | null {
  const wants = (...kinds: readonly string[]): boolean => money.some((each) => kinds.includes(each));
  const declined = money.includes('no');
  const has = (...plans: readonly string[]): boolean => insurance.some((each) => plans.includes(each));
  /** Help for people with Medicare; somebody who does not know what they have may have it. */
  const forMedicare = (isWanted: boolean): HelpResult =>
    !isWanted ? 'no' : has('medicare', 'advantage') ? 'yes' : has('unsure') ? 'ask' : 'no';
  /** The same; somebody with Medicaid may have Medicare too. */
  const ifAlsoMedicare = (isWanted: boolean): HelpResult =>
    isWanted && has('medicaid') && !has('medicare', 'advantage') ? 'ask' : forMedicare(isWanted);
  switch (id) {
    case 'F1':
      return isUninsured ? 'yes' : wants('drug', 'gap', 'all') ? 'ask' : 'no';
    case 'F2':
      // Not barred for plans of federal employees (O4); with another plan the pharmacy knows.
      if (federal.length > 0 || !wants('copay', 'all')) return 'no';
      return has('job', 'bought') ? 'yes' : has('federal-job', 'other', 'unsure') ? 'ask' : 'no';
    case 'F3':
      return isUninsured ? 'yes' : !has('medicaid') && wants('gap', 'all') ? 'ask' : 'no';
    case 'F4':
      return forMedicare(!declined);
    case 'F8':
      return ifAlsoMedicare(!declined);
    case 'F5':
      return isUninsured || wants('bill', 'copay', 'gap', 'all') ? 'yes' : 'no';
    case 'F6':
      if (isUninsured || declined) return 'no';
      return has('medicaid', 'tricare', 'va', 'other', 'unsure') ? 'ask' : 'yes';
    case 'F7':
      if (isUninsured) return 'yes';
      if (!wants('gap', 'all')) return 'no';
      return insurance.every((each) => ['job', 'federal-job', 'bought'].includes(each)) ? 'yes' : 'ask';
    case 'F9':
      return forMedicare(wants('drug', 'copay', 'gap', 'all'));
    case 'F10':
      return ifAlsoMedicare(!declined);
    case 'F11':
      return forMedicare(wants('drug', 'copay', 'all'));
    case 'F12':
    case 'F13':
      return isUninsured ? 'yes' : 'no';
    default:
      return null;
  }
}
