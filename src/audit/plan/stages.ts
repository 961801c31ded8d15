/**
 * Which message, steps and pieces of text this guide has for whom: docs/evidence/product-anchors.md §3.4 as
 * docs/design/product.md changes it, written as one walk through the answers. It names ids of the guide, so it holds
 * for this guide and not for another.
 */
import type { Profile } from './design';

/** The next step of the ladder is the outside review itself. */
function isReviewNow({ ladderOf, level }: Profile): boolean {
  return (ladderOf === 'bought' && (level === 'second' || level === 'all')) || (ladderOf === 'job' && level === 'all');
}
function isOnlyNotCovered({ reason }: Profile): boolean {
  return reason.length === 1 && reason[0] === 'not-covered';
}
function isFirst({ level }: Profile): boolean {
  return level === 'first' || level === 'unsure';
}

export function messageFor(profile: Profile): string {
  const { isUninsured, leaving, stage, level, ladderOf } = profile;
  if (isUninsured) return leaving === 'home' ? 'uninsured-home' : 'uninsured';
  if (stage !== 'denied') return stage;
  if (isFirst(profile)) return 'denied-first';
  if (isReviewNow(profile)) return isOnlyNotCovered(profile) ? 'review-if-it-fits' : 'review';
  if (ladderOf === 'job') return 'second-employer';
  if (ladderOf === 'tricare') return level === 'second' ? 'second-tricare' : 'hearing-tricare';
  if (ladderOf === 'va') return 'network-va';
  if (level === 'all' && (ladderOf === 'medicare' || ladderOf === 'advantage')) return 'judge';
  return 'next-in-letter';
}

export function stepsFor(profile: Profile): readonly [string, string, string] {
  return [stepOne(profile), stepTwo(profile), stepThree(profile)];
}

function stepOne(profile: Profile): string {
  const { isUninsured, stage, level, ladderOf } = profile;
  if (isUninsured) return 'uninsured-1';
  if (stage !== 'denied') return `${stage}-1`;
  if (isFirst(profile)) return 'denied-first-1';
  return level === 'all' && (ladderOf === 'job' || ladderOf === 'bought') ? 'denied-all-1' : 'denied-next-1';
}

function stepTwo(profile: Profile): string {
  const { isUninsured, stage, holdUp, reason, level } = profile;
  if (isUninsured) return 'uninsured-2';
  if (stage === 'waiting') return `waiting-2-${holdUp}`;
  if (stage !== 'denied') return `${stage}-2`;
  if (reason.includes('missing-papers')) return 'denied-papers-2';
  return isFirst(profile) ? 'denied-first-2' : `denied-${level}-2`;
}

function stepThree(profile: Profile): string {
  const { isUninsured, stage, isNo, isFast, urgent, level, ladderOf } = profile;
  if (isUninsured) return 'uninsured-3';
  if (isFast) return isNo ? 'fast-appeal' : urgent === 'yes' ? 'fast-review' : 'safe-to-wait';
  if (!isNo) return `${stage}-3`;
  if (isFirst(profile)) {
    if (ladderOf === 'medicaid' || ladderOf === 'tricare' || ladderOf === 'va') return `first-${ladderOf}`;
    return ladderOf === null ? 'first-in-letter' : `${stage}-first-3`;
  }
  if (stage === 'denied' && isReviewNow(profile) && isOnlyNotCovered(profile)) return `complain-${ladderOf ?? ''}`;
  if (stage === 'denied' && level === 'all') return 'advocate';
  if (isReviewNow(profile)) return 'next-review';
  switch (ladderOf) {
    case 'job':
      return 'next-second-employer';
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
  const { leaving, isUninsured, insurance, treatment, ladderOf, urgent } = profile;
  switch (overlay) {
    case 'safety':
      return [leaving === 'home' ? 'now-at-home' : 'now-in-hospital'];
    case 'before-you-leave':
      return [
        isUninsured ? 'uninsured' : 'insured',
        ...(insurance.includes('medicare') || insurance.includes('advantage') ? ['medicare-review'] : []),
      ];
    case 'medicare-antibiotics':
      return [
        ...(treatment.includes('antibiotics') || treatment.includes('unsure') ? ['part-d'] : []),
        ...(insurance.length === 1 && (profile.stage === 'not-sent' || profile.stage === 'waiting') ? ['no-ok'] : []),
      ];
    case 'dates':
      return ['find'];
    case 'payer-steps':
      return [ladderOf === null ? 'letter' : 'ladder'];
    case 'fast-review':
      return [
        ...(urgent === 'unsure' ? ['ask-if-safe'] : []),
        'say-to-doctor',
        'say-to-plan',
        ...(profile.isNo ? fastAppeal(profile) : [fastDecision(profile)]),
      ];
    default:
      return [];
  }
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
  bought: ['regulator'],
  medicare: ['medicare', 'ship'],
  medicaid: ['medicaid'],
  tricare: ['tricare-east', 'tricare-west'],
  va: ['va'],
  other: [],
};
/** Kinds of help in the guide's order, with the addresses they lead to (docs/evidence/coverage-facts.md §6.2, §7). */
export const HELP_OFFICES: Readonly<Record<string, readonly string[]>> = {
  F1: ['needymeds', 'rxassist'],
  F2: [],
  F3: ['medicaid', 'marketplace'],
  F4: ['medicare'],
  F5: [],
  F6: ['healthwell', 'paf', 'totalassist'],
  F7: [],
  F8: ['ship'],
  F9: [],
  F10: ['medicaid'],
  F11: ['medicare'],
  F12: ['marketplace'],
  // The Patient Advocate Foundation helps also people with no insurance, whom no fund helps.
  F13: ['paf'],
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
const PAGES: Readonly<Record<string, Pages>> = {
  '': { must: ['D01', 'D17', 'D14', 'D10'], fill: [...TREATMENTS, 'D02', 'D11'] },
  'not-sent': TO_START,
  unsure: TO_START,
  waiting: TO_WAIT,
  'more-info': TO_WAIT,
  approved: { must: ['D01', 'D07', 'D14', 'D10'], fill: [...TREATMENTS, 'D02', 'D11'] },
  partial: { must: ['D01', 'D17', 'D06', 'D08', 'D14', 'D10'], fill: ['D07', 'D12', ...TREATMENTS, 'D02'] },
  denied: { must: ['D01', 'D17', 'D06', 'D08', 'D14', 'D10'], fill: ['D12', ...TREATMENTS, 'D02', 'D11'] },
};

/**
 * The packet rule (docs/evidence/product-anchors.md §4.1), before pages that do not fit the person or the budget are
 * left out.
 */
export function pagesFor({ stage }: Profile): Pages {
  const pages = PAGES[stage];
  if (pages === undefined) throw new Error(`the packet rule knows no stage "${stage}"`);
  return pages;
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
  const { leaving, stage, isNo, isFast, isUninsured, treatment, money, ladderOf, level, holdUp } = profile;
  const treats = (...kinds: readonly string[]): boolean => treatment.some((each) => kinds.includes(each));
  const wantsMoney = isUninsured || !money.includes('no');
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
    case 'D09a':
    case 'D09b':
    case 'D09c':
    case 'D09e':
    case 'D12':
      return isNo;
    case 'D09d':
      return isNo || stage === 'more-info' || holdUp === 'papers' || holdUp === 'peer-to-peer';
    case 'D09f':
      // Only where an outside review exists: on a job plan and on a bought plan.
      if (ladderOf !== 'job' && ladderOf !== 'bought') return false;
      return level === 'second' || level === 'all' || (stage === 'denied' && isFast);
    case 'D09g':
      return isNo && profile.answers['who']?.[0] === 'other';
    case 'D13a':
      return treats('antibiotics', 'unsure');
    case 'D13b':
      return treats('tpn', 'unsure');
    case 'D13c':
      return treats('biologic', 'unsure');
    case 'D13d':
      return treats('ivig', 'other', 'unsure');
    case 'D14':
      return wantsMoney;
    case 'D15':
      return isLong || isNo || wantsMoney;
    case 'D17':
      return leaving !== 'home' && stage !== 'approved';
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
