/**
 * A table of people: the twenty-five of the advice review and the patients of the field reports, which
 * docs/design/product.md was drawn from. Each row is somebody, what they touched, what they must be told and what they
 * must not be told. Every row is tried in both voices, for "me" and for "someone I care for".
 *
 * Words are compared without regard to capitals. `{you|they}` is the form for "me" and the form for "someone I care for";
 * ` … ` stands for a few words in between.
 */
import type { Answers } from './person';

export interface Row {
  readonly who: string;
  /** The findings it comes from: of the advice review, of the field reports, or a rule of docs/design/product.md. */
  readonly source: string;
  /** Beside USUAL of table.test.ts. */
  readonly answers: Answers;
  readonly letterDate?: string;
  /** ISO date; a Monday, 2026-11-30, where left out. */
  readonly today?: string;
  /** Tile of the insurance question → words under it, with which the person finds the right one. */
  readonly finds?: Readonly<Record<string, string>>;
  /** Said on the plan screen and on the pages that are ticked for them. */
  readonly told?: readonly string[];
  /** Said on the plan screen; the pages say it in other words. */
  readonly onPlan?: readonly string[];
  /** Said on page 1, which alone must be enough. */
  readonly onPage1?: readonly string[];
  /** Said on the pages that are ticked for them. */
  readonly onPaper?: readonly string[];
  /** Papers that they choose themselves → words on them. */
  readonly inKit?: Readonly<Record<string, readonly string[]>>;
  /** Said nowhere: not on the plan, not on a ticked page, not on a paper of `inKit`. */
  readonly neverTold?: readonly string[];
}

/** The doctors talk before the appeal, as a question and without figures. */
const DOCTORS_FIRST = [
  "ask the doctor to call the plan's doctor now. Ask how many days there are",
  'does an appeal close this call?',
];
/** What only ladders with an outside review may promise. */
const OUTSIDE = ['outside review', 'external review', 'the plan must follow it'];
const JOB_OFFICES = ['Labor Department', 'HR who oversees'];
/** A day that somebody computed. */
const A_DAY = ['by January', 'by May', 'last safe day'];

export const TABLE: readonly Row[] = [
  // ── The twenty-five ──
  {
    who: 'Medicare and Medicaid, and Medicare said no',
    source: 'review §6 1, B7, rule 10',
    answers: { insurance: ['medicare', 'medicaid'], stage: 'denied', 'who-said-no': 'medicare' },
    onPage1: ['ask which plan pays first. The request goes there first'],
    told: [
      'ask if Medicaid pays for the parts Medicare does not: pump, supplies, nurse visits',
      'the drug plan, or Medicare',
    ],
  },
  {
    who: 'Medicare and Medicaid on one card, not sure who said no',
    source: 'review §6 1, B7; field 41; rule 10',
    answers: { insurance: ['advantage', 'medicaid'], stage: 'denied', 'who-said-no': 'unsure' },
    letterDate: '2026-11-02',
    told: ['one card for Medicare and Medicaid? Then it is one appeal', 'the last day is in {your|their} letter'],
    neverTold: A_DAY,
  },
  {
    who: 'A child on Medicaid or CHIP; Medicaid said no',
    source: 'review §6 2, A8, B6, C8; field 42',
    answers: { insurance: 'medicaid', stage: 'denied', money: 'all' },
    letterDate: '2026-11-20',
    finds: { medicaid: 'CHIP is for children' },
    onPage1: [
      'company letter … by January 19, 2027, or by the day in {your|their} letter',
      'state letter: ask for a hearing now',
    ],
    onPaper: [
      'under 21? Ask about EPSDT',
      'Savings Programs) … only for people with Medicare. Ask if {you have|they have} it',
    ],
    neverTold: ['labor department', 'state insurance office', 'has passed', 'too late'],
  },
  {
    who: 'A job plan that the employer pays, urgent, in a hurry',
    source: 'review §6 3, A1, A8; rule 1',
    answers: { insurance: 'job', stage: 'denied', urgent: 'yes' },
    letterDate: '2026-11-28',
    finds: { job: 'administered by' },
    told: [
      'I ask for a fast appeal',
      'ask for the fast way today',
      'if an insurance company pays, not {your|their} employer: the state insurance office',
    ],
    onPage1: ['ask for the fast way today. The last day is for the slow way … May 27, 2027', 'I ask for a fast appeal'],
    // With one plan, nothing about a second one; without Medicare, nothing of its papers.
    neverTold: [
      ...['send it by', 'May 20, 2027', 'last safe day', 'mail it at the latest'],
      ...['which plan pays first', 'ABN'],
    ],
  },
  {
    who: 'A worker of a state or a city',
    source: 'review §6 4, B10',
    answers: { insurance: 'job', stage: 'denied' },
    told: [
      'State, city, county and public school workers: ask HR who oversees the plan',
      'not with a government or a church',
    ],
    onPage1: ['Best: send the appeal this week'],
  },
  {
    who: 'A US government worker who wants help with the share',
    source: 'review §6 5, A8, B5; field 31',
    answers: { insurance: 'federal-job', stage: 'denied', money: 'copay' },
    letterDate: '2026-11-02',
    finds: { 'federal-job': 'FEHB or PSHB' },
    told: ['ask the plan in writing to look again', 'ask OPM, the US office over the plan'],
    onPage1: [
      'by May 2, 2027, or by the day in {your|their} letter',
      'ask the plan in writing to look again. Send it this week',
    ],
    onPaper: ['ask the pharmacy if a card works with this plan', 'OPM'],
    neverTold: [...OUTSIDE, 'labor department', 'state insurance office', 'only with a job plan'],
  },
  {
    who: 'A US government worker, said no again',
    source: 'review §6 5, B5; field 31; rule 2',
    answers: { insurance: 'federal-job', stage: 'denied', level: 'second', urgent: 'yes' },
    letterDate: '2026-11-02',
    onPage1: ['ask OPM (the US office over these plans) to look at the case', 'ask OPM now, in writing … it is urgent'],
    neverTold: [...OUTSIDE, 'fast appeal', ...A_DAY],
  },
  {
    who: 'A former worker who pays for COBRA',
    source: 'review §6 6, A8; field 9',
    answers: { insurance: 'job', stage: 'denied' },
    finds: { job: 'COBRA' },
    told: ['the U.S. Labor Department helps with job plans'],
  },
  {
    who: 'Medicare with a Medigap card',
    source: 'review §6 7, A8, A16; field 37; rule 11',
    answers: { insurance: 'medicare', stage: 'not-sent', treatment: 'tpn' },
    finds: { medicare: 'Part D drug card or a Medigap card' },
    onPage1: [
      'ask who pays for each part: medicine, pump, supplies, nurse visits',
      'does Medicare Part B or the drug plan pay for this medicine?',
    ],
    neverTold: ['send the request now', 'the plan looks at it'],
  },
  {
    who: 'A retired worker with Medicare Advantage from a former job',
    source: 'review §6 8, A8; field 36',
    answers: { insurance: 'advantage', stage: 'denied' },
    letterDate: '2026-11-02',
    finds: { advantage: 'From a former job, too: touch only this' },
    onPage1: ['January 6, 2027'],
    onPaper: ['Medicare: 1-800-633-4227'],
    neverTold: [...OUTSIDE, ...JOB_OFFICES, 'May 1, 2027', '180 days of the date on the letter'],
  },
  {
    who: 'TRICARE For Life: TRICARE and Medicare',
    source: 'review §6 9, B9, B21',
    answers: { insurance: ['medicare', 'tricare'], stage: 'denied', 'who-said-no': 'tricare' },
    finds: { tricare: 'TRICARE For Life' },
    told: ['on Medicare too? Ask WPS TRICARE For Life', 'the case manager can help to find the phone'],
    onPaper: ['TRICARE For Life (also on Medicare): Medicare pays first. The appeal goes to WPS, in writing'],
    neverTold: ['is on {your|their} card', ...OUTSIDE],
  },
  {
    who: 'Care that the VA pays for outside, urgent, going home today',
    source: 'review §6 10, A4, A20; rule 2',
    answers: { insurance: 'va', stage: 'denied', urgent: 'yes', leaving: 'today' },
    letterDate: '2026-11-02',
    finds: { va: 'care that the VA sends {you|them} to' },
    told: [
      'ask the patient advocate, in writing, for the decision and the reason',
      'has it approved this care (a referral)?',
      'the VA must know within 72 hours',
    ],
    onPage1: ['ask the patient advocate today, in writing'],
    neverTold: [
      'fast appeal',
      'with the plan',
      'best: send',
      'mail it',
      'last day in {my|their} letter',
      'the last day to appeal',
      ...OUTSIDE,
    ],
  },
  {
    who: 'No insurance, Medicaid applied for, going home today, urgent',
    source: 'review §6 11, A2, A12; field 39; rules 3, 12',
    answers: { insurance: 'none', urgent: 'yes', leaving: 'today', money: 'no' },
    onPage1: [
      'ask about hospital financial help',
      'Applied for Medicaid? Tell the company',
      'waiting may hurt {you|them}',
      'nights and weekends, call',
    ],
    told: [
      'who gives the next dose, and where?',
      'who will pay for it?',
      'who is helping {me|us} find a way to pay?',
      'who do {I|we} call tonight or on the weekend?',
    ],
    onPaper: ['number of the application', 'can give Medicaid at once', 'from before {you|they} applied', 'photo ID'],
    neverTold: [
      'apply now',
      'fast review',
      'fast appeal',
      'is it approved',
      'what is the plan waiting for',
      'insurance cards',
      'said: No, thank you',
    ],
  },
  {
    who: 'No insurance and no papers',
    source: 'review §6 12, A15, B15, B18; rule 12',
    answers: { insurance: 'none', money: 'all' },
    told: [
      'ask if Medicaid is right for {you|them} before {you|they} apply',
      'worried about papers or status? Ask the money counselor first',
      'you do not have to tell this kiosk',
    ],
    onPage1: ['worried about papers or status? Ask the money counselor first'],
    onPaper: ['1. Ask about hospital financial help … 2. Ask if Medicaid', 'ask the money counselor first'],
    neverTold: ['apply now', 'you may fit', 'most big plans pay', 'ask the plan'],
  },
  {
    who: 'Hurt at work or in a crash',
    source: 'review §6 13, A8; field 43',
    answers: { insurance: 'other', stage: 'denied' },
    letterDate: '2026-11-02',
    finds: { other: 'hurt at work or in a crash' },
    told: ['the steps are in {your|their} letter', 'which office oversees the plan'],
    onPaper: ['hurt at work or in a crash? Ask who pays first'],
    neverTold: [...OUTSIDE, ...JOB_OFFICES, ...A_DAY, 'state insurance office'],
  },
  {
    who: 'A short-term plan, taken for a plan they bought',
    source: 'review §6 14, B11; field 9',
    answers: { insurance: 'bought', stage: 'denied' },
    letterDate: '2026-11-02',
    finds: { bought: 'Not short-term or a health share', other: 'Short-term plan' },
    onPaper: ['short-term plan or health share? These steps may not hold. Go by {your|their} papers'],
  },
  {
    who: 'A sharing ministry, urgent',
    source: 'review §6 15, B11; field 9',
    answers: { insurance: 'other', stage: 'denied', urgent: 'yes' },
    letterDate: '2026-11-02',
    finds: { other: 'health share', bought: 'Not short-term or a health share' },
    told: ['the steps are in {your|their} letter', 'how fast they can decide'],
    onPage1: ['ask the plan how to appeal fast (to ask for a new look). Call today'],
    neverTold: [...OUTSIDE, ...A_DAY, '72 hours', 'I ask for a fast appeal', 'state insurance office'],
  },
  {
    who: 'A student with a school plan',
    source: 'review §6 16, A8',
    answers: { insurance: 'other', stage: 'waiting' },
    finds: { other: 'school' },
    told: ['which office oversees the plan'],
    neverTold: [...JOB_OFFICES, '72 hours (3 days) from when'],
  },
  {
    who: 'A retired worker with a job plan and Medicare; nobody has asked',
    source: 'review §6 17, A16, B21; field 10; rule 10',
    answers: { insurance: ['job', 'medicare'], stage: 'not-sent' },
    onPage1: ['ask which plan pays first. The request goes there first'],
    told: ["the second plan may want the first plan's letter"],
    inKit: { D02: ['which plan pays first? Do both have the same papers?'] },
  },
  {
    who: 'They said yes first, then would not pay',
    source: 'review §6 18, A18; rule 13',
    answers: { insurance: 'job', stage: 'denied', reason: 'after-yes', leaving: 'home' },
    onPage1: ['ask the infusion company to hold the bill', 'the approval and its number with the appeal'],
    onPaper: ['they said yes first: Send the approval and its number with the appeal'],
    inKit: { D09c: ['you approved it first. Then you would not pay', 'you approved this on:', 'approval number:'] },
    neverTold: ['You said no. I do not agree'],
  },
  {
    who: 'The infusion company is out of the network',
    source: 'review §6 19, A2, A3; field 35; rules 7, 13',
    answers: { insurance: 'job', stage: 'denied', reason: 'network' },
    onPage1: ['ask the plan for a company in its network, or an exception if none can do it'],
    onPaper: ['"Out of network": ask the plan for a company in its network', 'continuity of care'],
    inKit: { D09c: ['please name a company in the network', 'please make an exception'], D09e: ['send me copies'] },
    neverTold: ['seen no reason'],
  },
  {
    who: 'The medicine is approved, the nurse visits are not',
    source: 'review §6 20, A10, C6; rule 4',
    answers: { insurance: 'bought', stage: 'partial' },
    told: ['ask the doctor if it is safe to start with only the approved part. Then ask for the rest'],
    onPage1: ['No nurse visits? Do not start at home yet', 'someone must teach {you|them} and care for the line'],
    onPaper: [
      'are the nurse visits missing? Do not start at home until {you know|they know} who will teach {you|them}',
      'check that it covers the medicine',
      'check for the pump and supplies',
      'check for the nurse visits',
    ],
    neverTold: ['ask if you can start now', 'They said yes'],
  },
  {
    who: 'Fewer days than ordered, with a job plan',
    source: 'review §6 21, A7; field 33',
    answers: { insurance: 'job', stage: 'partial' },
    onPaper: [
      'ask for more days at least 1 full day before the last day. Better: 5 work days',
      'must keep paying for it while it looks again',
    ],
    neverTold: ['ask early for more time'],
  },
  {
    who: 'Fewer days than ordered, with Medicaid',
    source: 'review §6 21, A6, A7; rule 5',
    answers: { insurance: 'medicaid', stage: 'partial', leaving: 'home' },
    letterDate: '2026-11-12',
    onPage1: [
      'does it cut care {you get|they get} now? Ask to keep it. {You|They} may have only 10 days. Call today',
      'state letter: ask for a hearing now',
    ],
    neverTold: ['has passed', 'too late', 'by November 22'],
  },
  {
    who: 'The plan says: stay in the hospital',
    source: 'review §6 22, B19, §3 e1.3; field 38; rule 13',
    answers: { insurance: 'job', stage: 'denied', reason: 'place' },
    onPage1: ['ask the doctor to tell the plan why home is safe, and what more hospital days cost'],
    onPaper: ['ask the doctor to say why home is safe and right, and what the extra days would cost'],
    inKit: { D09c: ["the doctor's letter says why home is safe and right"], D09d: ['why home is safe and right'] },
  },
  {
    who: 'IV nutrition, said no: what plans look for',
    source: 'review §6 23, §3 e2',
    answers: { insurance: 'job', stage: 'denied', treatment: 'tpn', leaving: 'home' },
    onPaper: ['short bowel syndrome', 'tube feeding was tried, or cannot work'],
    inKit: { D09d: ['TPN: the diagnosis'] },
  },
  {
    who: 'IV nutrition with Medicare',
    source: 'review §6 23, B20; field 40',
    answers: { insurance: 'medicare', stage: 'waiting', treatment: 'tpn' },
    onPage1: ['Is the request with Medicare Part B or the drug plan?'],
    onPaper: ['Medicare Part B pays when the need is long-term … in the 30 days before'],
  },
  {
    who: 'A biologic; a cheaper one was tried and failed; a Part D drug',
    source: 'review §6 24, B2, §3 e3.1, §4 12',
    answers: {
      insurance: 'advantage',
      stage: 'denied',
      treatment: 'biologic',
      reason: 'step-therapy',
      leaving: 'home',
    },
    onPage1: DOCTORS_FIRST,
    onPaper: [
      'list what was tried. Ask the doctor to ask for an exception',
      "its time starts when the doctor's letter arrives",
    ],
    inKit: {
      D09c: ['what was tried, when, and what happened', 'please make an exception'],
      D09d: ['drugs tried, dates, effects'],
    },
  },
  {
    who: 'IVIG with Medicare; nobody has asked',
    source: 'review §6 25, B20; field 40',
    answers: { insurance: 'medicare', stage: 'not-sent', treatment: 'ivig' },
    onPage1: ['does Medicare Part B or the drug plan pay for this medicine?'],
    onPaper: ['Medicare Part B pays for IVIG at home for one group of illnesses … primary immune deficiency'],
  },
  // ── The stories ──
  {
    who: 'Said no for a medical reason, going home soon, in no hurry',
    source: 'field 4; rule 6',
    answers: { insurance: 'bought', stage: 'denied' },
    letterDate: '2026-11-02',
    onPage1: [...DOCTORS_FIRST, 'Best: send the appeal this week. The last safe day to mail it'],
  },
  {
    who: 'Said no for a medical reason, urgent',
    source: 'field 4; rule 6',
    answers: { insurance: 'bought', stage: 'denied', urgent: 'yes' },
    letterDate: '2026-11-02',
    onPage1: [...DOCTORS_FIRST, 'I ask for a fast appeal'],
    onPlan: ['the fast appeal and the outside review at the same time'],
    onPaper: ['at the same time, ask for an outside review'],
    neverTold: ['take them in order'],
  },
  {
    who: 'Approved and going home today; no company may come',
    source: 'field 5; review A2; rule 3',
    answers: { insurance: 'job', stage: 'approved', treatment: 'tpn', leaving: 'today' },
    told: [
      'when will the medicine and supplies come?',
      'who gives the first dose, and where?',
      'what day is the first nurse visit?',
      'who do {I|we} call tonight or on the weekend (pump, line, no delivery)?',
    ],
    onPage1: ['nights and weekends, call', 'approval (PA) number'],
    onPaper: ['an OK is not a promise to pay … do not pay at once'],
    neverTold: ['is it approved?', 'for doses until then'],
  },
  {
    who: 'A job plan let its time run out',
    source: 'field 6; review A7',
    answers: {
      insurance: 'job',
      stage: 'waiting',
      treatment: 'ivig',
      leaving: 'home',
      'hold-up': 'slow',
      urgent: 'yes',
    },
    onPage1: ['do {you|they} have enough doses? If not, call {your|their} doctor today'],
    onPaper: ['time limit over? Ask for the answer in writing, and if a review outside the plan is open now'],
  },
  {
    who: 'Medicare Advantage let its time run out',
    source: 'field 6; review A7, B1; rule 9',
    answers: { insurance: 'advantage', stage: 'waiting', 'hold-up': 'slow', urgent: 'yes' },
    onPlan: ['some cases about care may take longer'],
    onPaper: [
      'some cases may take longer',
      'no answer counts as a no',
      'the plan must send the case to a reviewer outside the plan',
    ],
  },
  {
    who: 'A Medicaid plan let its time run out',
    source: 'field 6; review A7, B1, B3; rule 9',
    answers: { insurance: 'medicaid', stage: 'waiting', 'hold-up': 'slow', urgent: 'yes' },
    onPlan: ['some states, take longer'],
    onPaper: ['some states', 'with a Medicaid plan, no answer counts as a no', 'ask for a hearing'],
  },
  {
    who: 'Medicaid, waiting, going home today',
    source: 'field 7; review A7',
    answers: { insurance: 'medicaid', stage: 'waiting', leaving: 'today' },
    told: ['in an emergency, ask the pharmacy for a 72-hour (3-day) supply'],
  },
  {
    who: 'Medicaid, nobody has asked, going home today',
    source: 'field 7; review A7',
    answers: { insurance: 'medicaid', stage: 'not-sent', leaving: 'today' },
    told: ['in an emergency, ask the pharmacy for a 72-hour (3-day) supply'],
  },
  {
    who: 'Medicaid, waiting at home, urgent',
    source: 'field 7; review A7, A11',
    answers: { insurance: 'medicaid', stage: 'waiting', leaving: 'home', urgent: 'yes' },
    onPage1: ['do {you|they} have enough doses?'],
    told: ['in an emergency, ask the pharmacy for a 72-hour (3-day) supply'],
  },
  {
    who: 'A kiosk whose clock battery is flat',
    source: 'field 8; rule 16',
    answers: { insurance: 'job', stage: 'denied' },
    letterDate: '2015-05-20',
    today: '2015-06-01',
    told: ['the last day is in {your|their} letter'],
    neverTold: ['2015, or by', 'may be the last day', 'last safe day'],
  },
  {
    who: 'A child with a job plan and Medicaid, waiting',
    source: 'field 10; rule 10',
    answers: { insurance: ['job', 'medicaid'], stage: 'waiting' },
    onPage1: ['ask which plan pays first. The request goes there first'],
    told: ["the second plan may want the first plan's letter"],
  },
  {
    who: 'The plan wants papers, urgent',
    source: 'field 13; review A7',
    answers: { insurance: 'job', stage: 'more-info', urgent: 'yes', leaving: 'home' },
    onPage1: ['ask exactly what the plan wants, and by what day'],
    onPaper: ['the plan must say within 24 hours what is missing. {You get|They get} at least 48 hours to send it'],
  },
  {
    who: 'The plan wants papers, in no hurry',
    source: 'field 13',
    answers: { insurance: 'job', stage: 'more-info', leaving: 'home' },
    onPage1: ['who will send it, and by what day'],
    onPaper: ['at least 45 days to send the papers. Do not use them all: send the papers this week'],
  },
  {
    who: 'The last days of a letter fall on holidays',
    source: 'field 28',
    answers: { insurance: 'job', stage: 'denied' },
    letterDate: '2026-07-02',
    onPage1: ['by December 29, 2026', 'The last safe day to mail it: December 22, 2026'],
    neverTold: ['December 25, 2026', 'Dec 25, 2026'],
  },
  {
    who: 'IVIG that runs now is cut to less',
    source: 'field 32',
    answers: { insurance: 'job', stage: 'partial', treatment: 'ivig', leaving: 'home' },
    onPaper: ['is approved care going on now? This plan must keep paying for it while it looks again'],
  },
  {
    who: 'IVIG that runs now is refused',
    source: 'field 32',
    answers: { insurance: 'bought', stage: 'denied', treatment: 'ivig', leaving: 'home' },
    onPaper: ['is approved care going on now? This plan must keep paying for it while it looks again'],
  },
  {
    who: 'Medicaid said yes to antibiotics; going home today',
    source: 'review A2; rule 3: nothing that the yes has settled, and no heading over nothing',
    answers: { insurance: 'medicaid', stage: 'approved', treatment: 'antibiotics', leaving: 'today' },
    told: ['when will the medicine and supplies come?'],
    neverTold: ['{your|their} insurance More to read', 'why home is safe', 'emergency, ask the pharmacy'],
  },
  {
    who: 'Approved IVIG whose OK will end',
    source: 'field 33; review A7, B23',
    answers: { insurance: 'job', stage: 'approved', treatment: 'ivig', leaving: 'home' },
    onPaper: [
      'ask for more days at least 1 full day before the last day. Better: 5 work days',
      'will the plan change on January 1?',
    ],
    neverTold: ['ask early for more time'],
  },
  {
    who: '"Not covered", and the company is out of the network',
    source: 'field 35; review §2 10',
    answers: { insurance: 'job', stage: 'denied', reason: ['not-covered', 'network'] },
    onPage1: ['ask the plan for a company in its network, or an exception if none can do it'],
    onPaper: ['it may not take a plain "not covered". Ask first'],
    neverTold: ['seldom fits'],
  },
  {
    who: 'A biologic must be given in a center',
    source: 'field 38',
    answers: { insurance: 'job', stage: 'denied', treatment: 'biologic', reason: 'place', leaving: 'home' },
    onPage1: ['ask the doctor to tell the plan why home is safe'],
    inKit: { D09d: ['why home is safe and right'] },
  },
  {
    who: 'Another IV medicine with Medicare, waiting, going home today',
    source: 'field 40; rule 11',
    answers: { insurance: 'medicare', stage: 'waiting', treatment: 'other', leaving: 'today' },
    onPage1: ['ask which plan has the request, and who pays for each part', 'with Medicare Part B or the drug plan?'],
    neverTold: ['send the request now'],
  },
  {
    who: 'Indian Health Service, going home today',
    source: 'field 43',
    answers: { insurance: 'other', stage: 'waiting', leaving: 'today' },
    finds: { other: 'Indian Health Service' },
    told: ['Indian Health Service? Ask if it knows about this stay and the care after it'],
  },
  {
    who: 'Medicaid of another state: moved',
    source: 'field 46',
    answers: { insurance: 'medicaid', stage: 'waiting' },
    onPaper: ['moved'],
  },
  // ── Others whom the review names ──
  {
    who: 'Has appealed and waits, urgent',
    source: 'review A17; rule 13',
    answers: { insurance: 'job', stage: 'denied', level: 'pending', urgent: 'yes' },
    onPage1: [
      'by what day it must decide',
      'ask if it got the appeal',
      'ask it to decide the appeal (the new look) fast',
    ],
    onPaper: ['no answer by that day? Ask the plan why, in writing'],
    neverTold: ['send the appeal', 'I ask for a fast appeal', ...A_DAY],
  },
  {
    who: 'The letter has another reason',
    source: 'review A3; rule 7',
    answers: { insurance: 'job', stage: 'denied', reason: 'other-reason' },
    onPaper: ['another reason: Copy its words. Ask the plan which rule it used and what would change the answer'],
    inKit: { D09c: ['the reason you gave is:', 'the rules (criteria) you used'], D09e: ['the rules (criteria)'] },
    neverTold: ['seen no reason', 'ask the plan to send the letter'],
  },
  {
    who: 'Medicare, the drug was refused at the counter, no letter',
    source: 'review B12',
    answers: { insurance: 'medicare', stage: 'denied', reason: 'none' },
    onPaper: [
      'no letter yet from a drug plan? First ask it for its first yes or no',
      'coverage determination',
      'Part D Prescription Drug Coverage',
    ],
    inKit: { D09c: ['full reason, the rules (criteria) you used'] },
    neverTold: ['seen no reason'],
  },
  {
    who: 'Medicare Advantage, said no twice, urgent: the drug does not go by itself',
    source: 'review A4, B13; rule 2',
    answers: { insurance: 'advantage', stage: 'denied', level: 'second', urgent: 'yes' },
    letterDate: '2026-11-02',
    onPage1: [
      'for a Part D drug, {you|they} must ask',
      'for a Part D drug: the reviewer outside the plan must have {your|their} request',
      'the plan sends the case on by itself. Ask if it was sent',
    ],
    neverTold: ['I ask for a fast appeal', 'the plan must have {your|their} appeal'],
  },
  {
    who: 'Medicare, all appeals used, urgent',
    source: 'review A4; rule 2',
    answers: { insurance: 'medicare', stage: 'denied', level: 'all', urgent: 'yes' },
    onPage1: ['ask a Medicare judge for a hearing now'],
    neverTold: ['fast appeal', 'with the plan', 'send the appeal of a refused claim'],
  },
  {
    who: 'A job plan, all appeals used, urgent',
    source: 'review A4; rule 2',
    answers: { insurance: 'job', stage: 'denied', level: 'all', urgent: 'yes' },
    onPage1: ['ask for a fast outside review now'],
    neverTold: ['fast appeal', 'with the plan'],
  },
  {
    who: 'TRICARE, said no once, urgent',
    source: 'review A4; rule 2',
    answers: { insurance: 'tricare', stage: 'denied', urgent: 'yes' },
    letterDate: '2026-11-28',
    onPage1: [
      'call TRICARE today. Does the letter offer a fast appeal? Send it in writing',
      'there are 3 days from the day {you|they} got the letter',
    ],
    neverTold: ['I ask for a fast appeal', '72 hours', ...OUTSIDE],
  },
  {
    who: 'Medicaid, said no once, urgent',
    source: 'review A5, B1; rules 1, 2, 9',
    answers: { insurance: 'medicaid', stage: 'denied', urgent: 'yes' },
    letterDate: '2026-11-20',
    onPage1: [
      'ask the plan for a fast appeal, or the state for a fast hearing',
      'company letter',
      'state letter: ask for a hearing now',
    ],
    told: ['a Medicaid plan has 72 hours (3 days) from when it gets a fast appeal. Some cases may take longer'],
    neverTold: ['last safe day'],
  },
  {
    who: 'TRICARE, all appeals used',
    source: 'review A19; rule 2',
    answers: { insurance: 'tricare', stage: 'denied', level: 'all' },
    onPage1: ['ask TRICARE for a hearing'],
    neverTold: ['there are 3 days', 'ask TRICARE to look again'],
  },
  {
    who: 'Medicaid, all used, urgent: the hearing is the step',
    source: 'rule 2; review A4, A5',
    answers: { insurance: 'medicaid', stage: 'denied', level: 'all', urgent: 'yes' },
    onPage1: ['ask for the state hearing', 'ask for the state hearing … now. Ask for it fast', 'ask legal aid now'],
    neverTold: ['fast appeal'],
  },
  {
    who: 'Medicaid, the ten days are over',
    source: 'review A5, A6; rule 5',
    answers: { insurance: 'medicaid', stage: 'denied', leaving: 'home' },
    letterDate: '2026-11-12',
    onPage1: [
      '{You|They} may still be able to keep it if it has not stopped. Call today',
      'state letter: ask for a hearing now',
      'company letter … January 11, 2027',
    ],
    neverTold: ['has passed', 'too late', 'November 22'],
  },
  {
    who: 'Medicare, antibiotics, a letter that is long past its day',
    source: 'review B4; rule 5',
    answers: { insurance: 'medicare', stage: 'denied' },
    letterDate: '2026-09-18',
    onPage1: ['November 22, 2026 may be the last day. Call today. Ask if {you|they} can still appeal'],
    onPaper: ['write why it is late'],
    neverTold: ['has passed', 'too late'],
  },
  {
    who: 'Medicare, antibiotics, going home today: the trap',
    source: 'review A7, §4 10; rule 11',
    answers: { insurance: 'medicare', stage: 'not-sent', leaving: 'today' },
    onPage1: ['ask who pays for each part: medicine, pump, supplies, nurse visits'],
    told: [
      'it may not pay for pump, supplies, nurse visits',
      'ask for a fast Medicare review by the day {you|they} leave',
      "only 'under observation'",
      'pay only {your|their} usual share',
      'asked to sign an ABN',
    ],
    onPaper: ['only when it also pays for medicine and pump. Most IV antibiotics are not on its list'],
    neverTold: ['most big plans pay', 'send the request now'],
  },
  {
    who: 'Medicare, antibiotics, wants all help: the home infusion benefit',
    source: 'review A9, §2 31',
    answers: { insurance: 'medicare', stage: 'approved', leaving: 'home', money: 'all' },
    told: ['it helps only when Part B pays for the medicine and the pump. Most IV antibiotics are not on that list'],
    neverTold: ['Part D may cover the drug itself'],
  },
  {
    who: 'Looks for a fund for the illness',
    source: 'review A14',
    answers: { insurance: 'job', stage: 'approved', leaving: 'home', money: 'copay' },
    onPaper: ['patientadvocate.org', 'totalassist.org'],
    neverTold: ['panfoundation.org', 'PAN Foundation:'],
  },
  {
    who: 'Yes to part, urgent, a plan they bought',
    source: 'review B8; rule 2',
    answers: { insurance: 'bought', stage: 'partial', urgent: 'yes' },
    onPlan: ['the fast appeal and the outside review at the same time'],
    onPaper: ['at the same time, ask for an outside review'],
    inKit: {
      D09c: ['I also ask for an external review at the same time'],
      D09f: ['at the same time as the fast appeal'],
    },
  },
  {
    who: 'A helper who must talk with the plan before any no',
    source: 'review B22',
    answers: { insurance: 'job', stage: 'waiting' },
    onPaper: ['reference number … promised, by when'],
    inKit: {
      D09g: ['ask for its form to name a person who can act', '{before it talks with them|before it talks with you}'],
    },
  },
  {
    who: 'The VA said no again',
    source: 'review A4, C8; rules 2, 14',
    answers: { insurance: 'va', stage: 'denied', level: 'second' },
    onPage1: ['ask the VA network to look at the case', 'ask the patient advocate to send the case to the VA network'],
    neverTold: [...OUTSIDE, ...A_DAY],
  },
  {
    who: 'A high share, and another plan',
    source: 'review B16',
    answers: { insurance: 'other', stage: 'approved', leaving: 'home', money: 'copay' },
    onPaper: ['Hospital help with the bill … ask a hospital money counselor', 'ways to lower what {you pay|they pay}'],
    neverTold: ['You did not ask for this kind of help'],
  },
];
