/**
 * Which message, steps and pieces of text this guide has for whom: docs/evidence/product-anchors.md §3.4 as
 * docs/design/product.md changes it, written as one walk through the answers. It names ids of the guide, so it holds
 * for this guide and not for another.
 */
import { isMedicareTrap, type Profile } from './design';

/** The next step of the ladder is the outside review itself. */
function isReviewNow({ ladderOf, level }: Profile): boolean {
  return (ladderOf === 'bought' && (level === 'second' || level === 'all')) || (ladderOf === 'job' && level === 'all');
}
function isOnlyNotCovered({ reason }: Profile): boolean {
  return reason.length === 1 && reason[0] === 'not-covered';
}
export function isFirst({ level }: Profile): boolean {
  return level === 'first' || level === 'unsure';
}
function isMedicare(ladderOf: string | null): boolean {
  return ladderOf === 'medicare' || ladderOf === 'advantage';
}

export function messageFor(profile: Profile): string {
  const { isUninsured, isHome, isMedicareAlone, stage, level, ladderOf } = profile;
  if (isUninsured) return isHome ? 'uninsured-home' : 'uninsured';
  if (isMedicareAlone) return stage === 'waiting' ? 'waiting-medicare' : 'medicare-parts';
  if (stage !== 'denied') return stage;
  if (level === 'pending') return 'pending';
  if (isFirst(profile)) return isOwnWay(ladderOf) ? `denied-${ladderOf}` : 'denied-first';
  if (isReviewNow(profile)) return isOnlyNotCovered(profile) ? 'review-if-it-fits' : 'review';
  switch (ladderOf) {
    case 'job':
      return 'second-employer';
    case 'federal-job':
      return level === 'second' ? 'opm' : 'next-in-letter';
    case 'advantage':
      return level === 'second' ? 'second-advantage' : 'judge';
    case 'medicare':
      return level === 'second' ? 'next-in-letter' : 'judge';
    case 'medicaid':
      return 'second-medicaid';
    case 'tricare':
      return level === 'second' ? 'second-tricare' : 'hearing-tricare';
    case 'va':
      return 'network-va';
    default:
      return 'next-in-letter';
  }
}

/** Plans whose first step is not simply an appeal to the one plan. */
function isOwnWay(ladderOf: string | null): ladderOf is 'medicare' | 'medicaid' | 'tricare' | 'va' {
  return ladderOf !== null && ['medicare', 'medicaid', 'tricare', 'va'].includes(ladderOf);
}

export function stepsFor(profile: Profile): readonly [string, string, string] {
  return [stepOne(profile), stepTwo(profile), profile.isFast ? fastStep(profile) : stepThree(profile)];
}

function stepOne(profile: Profile): string {
  const { isUninsured, isMedicareAlone, stage, level, ladderOf } = profile;
  if (isUninsured) return 'uninsured-1';
  if (isMedicareAlone) return stage === 'waiting' ? 'waiting-medicare-1' : 'medicare-parts-1';
  if (stage !== 'denied') return `${stage}-1`;
  if (level === 'pending') return 'pending-1';
  if (isFirst(profile)) return ladderOf === 'va' ? 'denied-va-1' : 'denied-first-1';
  return level === 'all' && (ladderOf === 'job' || ladderOf === 'bought') ? 'denied-all-1' : 'denied-next-1';
}

function stepTwo(profile: Profile): string {
  const { isUninsured, isMedicareAlone, stage, holdUp, reason, level, ladderOf } = profile;
  if (isUninsured) return 'uninsured-2';
  if (stage === 'waiting') return `waiting-2-${holdUp}`;
  if (isMedicareAlone) return 'medicare-parts-2';
  if (stage !== 'denied') return `${stage}-2`;
  if (level === 'pending') return 'pending-2';
  if (isFirst(profile)) {
    if (reason.includes('after-yes')) return 'denied-after-yes-2';
    // The VA is plan and doctor in one: there is no other doctor to call.
    if (reason.includes('medical') && ladderOf !== 'va') return 'denied-doctors-2';
    if (reason.includes('place')) return 'denied-place-2';
    if (reason.includes('network')) return 'denied-network-2';
  }
  if (reason.includes('missing-papers')) return 'denied-papers-2';
  return isFirst(profile) ? 'denied-first-2' : `denied-${level}-2`;
}

/** Step 3 where waiting may hurt: the level of now, and the one who decides there. */
function fastStep(profile: Profile): string {
  const { isNo, urgent, stage, level, ladderOf } = profile;
  if (!isNo) return urgent === 'yes' ? 'fast-review' : 'safe-to-wait';
  if (level === 'pending') return 'fast-pending';
  if (isFirst(profile)) {
    if (isOwnWay(ladderOf)) return `fast-${ladderOf}`;
    return ladderOf === null || ladderOf === 'federal-job' ? 'fast-letter' : 'fast-appeal';
  }
  if (ladderOf === 'va') return 'fast-network-va';
  if (isReviewNow(profile)) return stage === 'denied' && isOnlyNotCovered(profile) ? 'fast-if-it-fits' : 'fast-outside';
  if (ladderOf === 'medicaid') return 'fast-hearing';
  if (level === 'all') return isMedicare(ladderOf) ? 'fast-judge' : 'fast-next';
  if (ladderOf === 'job') return 'fast-second-employer';
  if (ladderOf === 'federal-job') return 'fast-opm';
  return isMedicare(ladderOf) ? `fast-second-${ladderOf ?? ''}` : 'fast-next';
}

function stepThree(profile: Profile): string {
  const { isUninsured, stage, isNo, level, ladderOf } = profile;
  if (isUninsured) return 'uninsured-3';
  if (!isNo) return `${stage}-3`;
  if (level === 'pending') return stage === 'partial' ? 'pending-partial-3' : 'pending-3';
  if (isFirst(profile)) {
    if (isOwnWay(ladderOf)) return `first-${ladderOf}`;
    if (ladderOf === 'federal-job') return 'first-fehb';
    return ladderOf === null ? 'first-in-letter' : `${stage}-first-3`;
  }
  if (isReviewNow(profile))
    return stage === 'denied' && isOnlyNotCovered(profile) ? `complain-${ladderOf ?? ''}` : 'next-review';
  switch (ladderOf) {
    case 'job':
      return 'next-second-employer';
    case 'federal-job':
      return level === 'second' ? 'next-opm' : 'next-in-letter';
    case 'medicare':
    case 'advantage':
      return level === 'second' ? `next-second-${ladderOf}` : 'next-judge';
    case 'medicaid':
      return 'next-medicaid';
    case 'tricare':
      return level === 'second' ? 'next-second-tricare' : 'next-hearing-tricare';
    case 'va':
      return 'next-network-va';
    default:
      return 'next-in-letter';
  }
}

/** The pieces of an overlay's full text, in order. */
export function partsFor(overlay: string, profile: Profile): readonly string[] {
  const { isHome, insurance, ladderOf, stage } = profile;
  const supply = stage !== 'approved' && insurance.includes('medicaid') ? ['emergency-supply'] : [];
  switch (overlay) {
    case 'safety':
      return [isHome ? 'now-at-home' : 'now-in-hospital'];
    case 'before-you-leave':
      return beforeLeaving(profile, supply);
    case 'doses':
      return ['enough', ...supply];
    case 'medicare-antibiotics':
      return [...(isMedicareTrap(profile) ? ['part-d'] : []), ...(profile.isMedicareAlone ? ['no-ok'] : []), 'abn'];
    case 'pays-first':
      return ['which', ...medicareAndMedicaid(insurance)];
    case 'dates':
      return [ladderOf === 'va' ? 'find-va' : 'find'];
    case 'payer-steps':
      return [ladderOf === null ? 'letter' : 'ladder'];
    case 'fast-review':
      return [
        ...(profile.urgent === 'unsure' ? ['ask-if-safe'] : []),
        'say-to-doctor',
        'say-to-plan',
        ...(profile.isNo ? fastAppeal(profile) : [fastDecision(profile)]),
      ];
    default:
      return [];
  }
}

function beforeLeaving({ isUninsured, isNo, stage, insurance }: Profile, supply: readonly string[]): readonly string[] {
  const has = (plan: string): boolean => insurance.includes(plan);
  return [
    stage === 'approved' ? 'approved' : isUninsured ? 'uninsured' : isNo ? 'appealing' : 'insured',
    ...supply,
    ...(has('medicare') || has('advantage') ? ['medicare-review', 'medicare-observation'] : []),
    ...(has('medicare') ? ['day-and-night'] : []),
    ...(has('va') ? ['va-knows'] : []),
    ...(has('other') ? ['indian-health'] : []),
  ];
}

function medicareAndMedicaid(insurance: readonly string[]): readonly string[] {
  if (!insurance.includes('medicaid')) return [];
  if (insurance.includes('advantage')) return ['medicaid-rest', 'one-card'];
  return insurance.includes('medicare') ? ['medicaid-rest'] : [];
}

/**
 * Hours of a first decision, where one time is confirmed for every plan the person has (docs/evidence/coverage-facts.md
 * §3).
 */
function fastDecision({ insurance }: Profile): string {
  if (insurance.every((each) => each === 'job' || each === 'bought')) return 'hours-72';
  const [only] = insurance;
  const isOne = insurance.length === 1;
  return isOne && (only === 'advantage' || only === 'medicare' || only === 'medicaid') ? `hours-${only}` : 'hours-ask';
}

/**
 * Hours of a fast appeal at the step the person is at (docs/evidence/coverage-facts.md §4.1), and both reviews at
 * once (A1, A2).
 */
function fastAppeal(profile: Profile): readonly string[] {
  const { ladderOf, level } = profile;
  if (level === 'pending') return ['hours-ask'];
  switch (ladderOf) {
    case 'job':
    case 'bought':
      if (isReviewNow(profile)) return ['review-72'];
      return isFirst(profile) && !isOnlyNotCovered(profile) ? ['appeal-72', 'both-at-once'] : ['appeal-72'];
    case 'advantage':
      return [isFirst(profile) ? 'appeal-72' : level === 'second' ? 'review-72' : 'hours-ask'];
    case 'medicare':
      return [isFirst(profile) ? 'appeal-drug-72' : level === 'second' ? 'review-drug-72' : 'hours-ask'];
    case 'medicaid':
      return [isFirst(profile) ? 'appeal-medicaid-72' : 'hours-ask'];
    case 'tricare':
      return isFirst(profile) ? ['appeal-tricare', 'hours-ask'] : ['hours-ask'];
    default:
      return ['hours-ask'];
  }
}

/** Who can help (section g of the guide, and f5 for the uninsured). */
export function peopleFor({ isUninsured }: Profile): readonly string[] {
  const five = ['case-manager', 'infusion-company', 'social-worker', 'navigator', 'doctor-office'];
  return isUninsured ? ['money-counselor', ...five] : five;
}

/**
 * Lines of the complaint route, by the plan in question (docs/evidence/coverage-facts.md §6.1; docs/design/product.md
 * "Questions" for job plans).
 */
export const COMPLAINT_LINES: Readonly<Record<string, readonly string[]>> = {
  job: ['job-labor', 'job-public', 'job-state'],
  'federal-job': ['federal-job'],
  bought: ['bought'],
  medicare: ['medicare'],
  advantage: ['medicare'],
  medicaid: ['medicaid'],
  tricare: ['tricare'],
  va: ['va'],
  other: ['other'],
  unsure: ['other'],
};
export const COMPLAINT_OFFICES: Readonly<Record<string, readonly string[]>> = {
  'job-labor': ['ebsa'],
  'job-public': [],
  'job-state': ['regulator'],
  'federal-job': [],
  bought: ['regulator'],
  medicare: ['medicare', 'ship'],
  medicaid: ['medicaid'],
  tricare: ['tricare-east', 'tricare-west', 'tricare-for-life'],
  va: ['va', 'va-emergency'],
  other: [],
};
/**
 * Kinds of help, the hospital's own first and the maker's after what fits antibiotics too, with the addresses they lead
 * to (docs/evidence/coverage-facts.md §6.2, §7; docs/design/product.md rule 12).
 */
export const HELP_OFFICES: Readonly<Record<string, readonly string[]>> = {
  F5: [],
  F3: ['medicaid', 'marketplace'],
  F7: [],
  F1: ['needymeds', 'rxassist', 'paf'],
  F2: [],
  F4: ['medicare'],
  F6: ['healthwell', 'paf', 'totalassist'],
  F8: ['ship'],
  F9: [],
  F10: ['medicaid'],
  F11: ['medicare'],
  F12: ['marketplace'],
  F13: [],
};
/** Pages that nobody's answers ask for (docs/evidence/product-anchors.md §4.1: optional, or on request). */
export const ON_REQUEST = ['D16', 'D18', 'D19', 'D20', 'D21'];

interface Pages {
  readonly must: readonly string[];
  readonly fill: readonly string[];
}
const TREATMENTS = ['D13a', 'D13b', 'D13c', 'D13d'];

const TO_START: Pages = {
  must: ['D01', 'D17', 'D06', 'D04', 'D14', 'D10'],
  fill: ['D03', ...TREATMENTS, 'D02', 'D11'],
};
// The call log last: where the budget is short, the people to call are worth more than a list of calls.
const TO_WAIT: Pages = {
  must: ['D01', 'D17', 'D06', 'D05', 'D14', 'D10', 'D11'],
  fill: ['D04', ...TREATMENTS, 'D02', 'D15'],
};
// Original Medicare alone has mostly no review to explain: the page of the treatment says who pays for what.
const TO_WAIT_FOR_MEDICARE: Pages = { ...TO_WAIT, fill: [...TREATMENTS, 'D04', 'D02', 'D15'] };
const UNINSURED: Pages = { must: ['D01', 'D17', 'D14', 'D10'], fill: ['D02', 'D11'] };
const APPROVED: Pages = { must: ['D01', 'D17', 'D07', 'D14', 'D10'], fill: [...TREATMENTS, 'D02', 'D11'] };
const PARTIAL: Pages = {
  must: ['D01', 'D17', 'D06', 'D08', 'D07', 'D14'],
  fill: ['D12', 'D10', ...TREATMENTS, 'D02'],
};
/** A page for the treatment that was refused is a must where the plan looks for certain things (docs/design/paper.md). */
function pagesAfterNo(treatment: readonly string[]): Pages {
  const [criteria, ...others] = ['D13b', 'D13c'].filter((_, at) => treatment.includes(['tpn', 'biologic'][at] ?? ''));
  const fill = [...others, ...TREATMENTS.filter((id) => id !== criteria && !others.includes(id)), 'D02', 'D11'];
  return criteria === undefined
    ? { must: ['D01', 'D17', 'D06', 'D08', 'D12', 'D14'], fill: ['D10', ...fill] }
    : { must: ['D01', 'D17', 'D06', 'D08', criteria, 'D14'], fill: ['D12', 'D10', ...fill] };
}

/**
 * The packet rule (docs/evidence/product-anchors.md §4.1), before pages that do not fit the person or the budget are
 * left out.
 */
export function pagesFor({ stage, treatment, isMedicareAlone }: Profile): Pages {
  switch (stage) {
    case '':
      return UNINSURED;
    case 'not-sent':
    case 'unsure':
      return TO_START;
    case 'waiting':
      return isMedicareAlone ? TO_WAIT_FOR_MEDICARE : TO_WAIT;
    case 'more-info':
      return TO_WAIT;
    case 'approved':
      return APPROVED;
    case 'partial':
      return PARTIAL;
    case 'denied':
      return pagesAfterNo(treatment);
    default:
      throw new Error(`the packet rule knows no stage "${stage}"`);
  }
}

/** Order in the packet (docs/evidence/product-anchors.md §4.1); a page that is not here may lie anywhere behind. */
export const ORDER =
  'D01 D17 D06 D08 D07 D05 D04 D12 D09a D09b D09c D09d D09e D09f D09g D13a D13b D13c D13d D14 D15 D10 D11 D02 D03 D16 D21'.split(
    ' ',
  );

/**
 * Whether a document is of use to this person (the Trigger column of docs/evidence/product-anchors.md §4.1); null: the
 * table has it not.
 */
export function isOfUse(document: string, profile: Profile): boolean | null {
  const { isHome, stage, isNo, isToFile, isFast, treatment, wantsMoney, ladderOf, level, holdUp } = profile;
  const treats = (...kinds: readonly string[]): boolean => treatment.some((each) => kinds.includes(each));
  const isLong = stage === 'waiting' || stage === 'more-info' || (stage === 'not-sent' && isFast);
  switch (document) {
    case 'D01':
    case 'D02':
    case 'D10':
    case 'D11':
    case 'D16':
    case 'D18':
    case 'D19':
    case 'D20':
    case 'D21':
      return true;
    case 'D03':
      return stage === 'not-sent' || stage === 'unsure';
    case 'D04':
      return stage !== '' && !isNo && stage !== 'approved';
    case 'D05':
      return isLong;
    case 'D06':
      return isFast;
    case 'D07':
      return stage === 'approved' || stage === 'partial';
    case 'D08':
    case 'D09e':
      return isNo;
    case 'D09a':
    case 'D09b':
    case 'D09c':
      return isToFile;
    case 'D12':
      return isToFile && ladderOf !== 'va';
    case 'D09d':
      return isNo || stage === 'more-info' || holdUp === 'papers' || holdUp === 'peer-to-peer';
    case 'D09f':
      // Only where an outside review exists: on a job plan and on a bought plan.
      if (ladderOf !== 'job' && ladderOf !== 'bought') return false;
      return level === 'second' || level === 'all' || (isFirst(profile) && isFast && !isOnlyNotCovered(profile));
    case 'D09g':
      // Plans do not talk with a helper without the patient's word, before a no and after it.
      return isNo || isLong;
    case 'D13a':
      return treats('antibiotics', 'unsure');
    case 'D13b':
      return treats('tpn', 'unsure');
    case 'D13c':
      return treats('biologic', 'unsure');
    case 'D13d':
      return treats('other', 'unsure');
    case 'D14':
      return wantsMoney;
    case 'D15':
      return isLong || isNo || wantsMoney;
    case 'D17':
      return !isHome;
    default:
      return null;
  }
}

/** Pages that are offered where they are of use and ticked only for the treatment that was named. */
export function mayTick(document: string, { treatment }: Profile): boolean {
  switch (document) {
    case 'D13a':
      return treatment.includes('antibiotics');
    case 'D13b':
      return treatment.includes('tpn');
    case 'D13c':
      return treatment.includes('biologic');
    default:
      return true;
  }
}
