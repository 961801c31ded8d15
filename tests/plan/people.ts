import type { Answers } from './person';

/**
 * Forty people and what their plan must be, worked out from the evidence (docs/evidence/coverage-facts.md,
 * docs/design/product.md, docs/evidence/product-anchors.md), never from what the program says. Each is somebody at home
 * with IV nutrition, in no hurry, who wants no help with money and lives in Texas, on November 23, 2026; `answers` says
 * what is different.
 */
export interface WorkedPerson {
  readonly who: string;
  /** The pages that it was worked out from. */
  readonly source: string;
  readonly answers: Answers;
  readonly letterDate?: string;
  readonly largePrint?: boolean;
  readonly state?: string;
  readonly expected: {
    /** Its gist; editors may word it more plainly. */
    readonly message: RegExp;
    readonly steps: readonly [RegExp, RegExp, RegExp];
    readonly overlays: readonly string[];
    /** Words that the overlays say, and words that they must not say. */
    readonly says?: readonly RegExp[];
    readonly neverSays?: readonly RegExp[];
    /** `ladder: the step to take now`. */
    readonly ladders?: readonly string[];
    /** `ladder line date state`; a blank one as `none`. Without ladders the letter has the day. */
    readonly dates?: readonly string[];
    readonly offers?: readonly string[];
    /** Kinds of help named with this reason why not. */
    readonly refuses?: Readonly<Record<string, RegExp>>;
    readonly complaints: readonly string[];
    readonly pages: readonly string[];
  };
}

/** 1 + 2 + 1, and the dates and the people make 6. */
const DENIED_PAGES = ['D01', 'D08', 'D12', 'D13b', 'D10'];
/** 1 + 1 + 2 + 1 makes 5, and nobody whose nutrition was refused goes without what plans look for: 6. */
const URGENT_PAGES = ['D01', 'D06', 'D08', 'D12', 'D13b'];
/** At home without an OK: the doses come before all else (rule 3). */
const AFTER_NO = ['doses', 'dates', 'payer-steps'];
const AFTER_URGENT_NO = ['safety', 'doses', 'dates', 'payer-steps', 'fast-review'];
const NO_LETTER_DATE = ['- file-appeal none', '- send-by none', '- check-it-arrived none'];
/** With urgency the fast way comes first, and no day to mail anything by (rule 1). */
const FAST_FIRST = '- fast-first none';
const FIRST = /^You can appeal: ask the plan to look again\. Start with the reason in the letter\.$/;
const FIRST_MEDICARE = /^You can appeal: ask the drug plan, or Medicare, to look again\. The letter says which\.$/;
const FIRST_MEDICAID = /^You can appeal .*or ask for a state hearing\. The letter says which\.$/;
const PARTIAL = /^Ask the doctor if it is safe to start with only the approved part\. Then ask for the rest\.$/;
/** A no for a medical reason: the doctors talk before the appeal (rule 6). */
const FIRST_STEPS = [/reason and the last day/, /doctor to call the plan's doctor now.*how many days/] as const;
const LETTER_STEPS = [/reason and the last day/, /doctor for a letter that says why/] as const;
const NEXT_STEPS = [/Check the letter for the next step/, /Ask the doctor to help again/] as const;
const LAST_STEPS = [/Check the letter for the next step/, /Gather.*patient advocate/] as const;
const PARTIAL_STEPS = [
  /what was approved and until when/,
  /doctor if a start is safe\. No nurse visits\? Do not/,
] as const;
/** This week is best, whatever the last day (rule 1). */
const SEND_APPEAL = /^Send the appeal this week and keep copies\.$/;
const ASK_REVIEW = /^Ask for the outside review this week/;
/** The hospital's own help comes first. */
const FOR_COMMERCIAL = ['F5', 'F3', 'F7', 'F1', 'F2', 'F6'];
const FOR_MEDICARE = ['F5', 'F3', 'F7', 'F1', 'F4', 'F6', 'F8', 'F9', 'F10', 'F11'];
const TRICARE_OFFICES = ['tricare-east', 'tricare-for-life', 'tricare-west'];
const VA_OFFICES = ['va', 'va-emergency'];

export const PEOPLE: readonly WorkedPerson[] = [
  // ── A plan from a job or union ──
  {
    who: 'Job plan, nobody has asked it yet',
    source: 'docs/evidence/product-anchors.md §3.4 not-sent; docs/evidence/coverage-facts.md §6.1 a, b',
    answers: { insurance: 'job', stage: 'not-sent' },
    expected: {
      message: /^Ask your case manager to send the request/,
      steps: [/who will send the request/, /what papers/, /name and phone/],
      overlays: ['doses'],
      complaints: ['ebsa', 'regulator'],
      pages: ['D01', 'D04', 'D13b', 'D10', 'D02', 'D03'],
    },
  },
  {
    who: 'Job plan, going home today, waiting could hurt, papers are missing, wants all help',
    source:
      'docs/evidence/coverage-facts.md §3 a, b (72 hours), §7; docs/design/product.md overlays; docs/evidence/product-anchors.md §4.1 (8 pages)',
    answers: {
      insurance: 'job',
      stage: 'waiting',
      'hold-up': 'papers',
      leaving: 'today',
      urgent: 'yes',
      money: 'all',
      treatment: 'antibiotics',
    },
    expected: {
      message: /^Ask what was sent/,
      steps: [/case manager or infusion coordinator/, /papers are missing/, /doctor to tell the plan it is urgent/],
      overlays: ['safety', 'before-you-leave', 'fast-review'],
      says: [/72 hours \(3 days\) from when it gets an urgent request/],
      offers: FOR_COMMERCIAL,
      complaints: ['ebsa', 'regulator'],
      // 1 + 1 + 1 + 1 + 2 + 1 = 7 pages, and the call log makes 8: nothing more fits.
      pages: ['D01', 'D17', 'D06', 'D05', 'D14', 'D10', 'D11'],
    },
  },
  {
    who: 'Job plan, said no once',
    source: 'docs/evidence/coverage-facts.md §4.1 a, §5 (180 days from the printed date)',
    answers: { insurance: 'job', stage: 'denied', level: 'first' },
    letterDate: '2026-11-02',
    expected: {
      message: FIRST,
      steps: [...FIRST_STEPS, SEND_APPEAL],
      overlays: AFTER_NO,
      ladders: ['employer: internal'],
      // November 2 + 180 days = May 1; a week before is a Saturday, three weekdays on a Wednesday.
      dates: [
        'employer file-appeal 2027-05-01 ahead',
        'employer send-by 2027-04-24 ahead',
        'employer check-it-arrived 2027-04-28 ahead',
      ],
      complaints: ['ebsa', 'regulator'],
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'Job plan, said no once, waiting could hurt',
    source: 'docs/evidence/coverage-facts.md §1 (7), A1, A7; §4.1 a (72 hours)',
    answers: { insurance: 'job', stage: 'denied', level: 'first', urgent: 'yes' },
    expected: {
      message: FIRST,
      steps: [...FIRST_STEPS, /^Call the plan today\. Say: I ask for a fast appeal\./],
      overlays: AFTER_URGENT_NO,
      says: [
        /72 hours \(3 days\) from when it gets a fast appeal/,
        /the fast appeal and the outside review at the same time/,
      ],
      ladders: ['employer: internal'],
      dates: [FAST_FIRST, 'employer file-appeal none'],
      complaints: ['ebsa', 'regulator'],
      pages: URGENT_PAGES,
    },
  },
  {
    who: 'Job plan, "not covered" and nothing else, waiting could hurt',
    source:
      'docs/evidence/coverage-facts.md A2, §9: an outside review usually does not take it, so both at once is no advice',
    answers: { insurance: 'job', stage: 'denied', level: 'first', urgent: 'yes', reason: 'not-covered' },
    expected: {
      message: FIRST,
      steps: [...LETTER_STEPS, /fast appeal/],
      overlays: AFTER_URGENT_NO,
      neverSays: [/at the same time/],
      ladders: ['employer: internal'],
      dates: [FAST_FIRST, 'employer file-appeal none'],
      complaints: ['ebsa', 'regulator'],
      pages: URGENT_PAGES,
    },
  },
  {
    who: 'Job plan, said no twice',
    source:
      'docs/evidence/coverage-facts.md §4.1 a (a second level only if the plan has one), §5: see your letter, no date',
    answers: { insurance: 'job', stage: 'denied', level: 'second' },
    letterDate: '2026-11-02',
    expected: {
      message: /second look.* or an outside review/,
      steps: [...NEXT_STEPS, /^Send the next appeal the letter names this week/],
      overlays: AFTER_NO,
      ladders: ['employer: second-internal'],
      dates: ['employer ask-next none', '- send-by none', '- check-it-arrived none'],
      complaints: ['ebsa', 'regulator'],
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'Job plan, all its appeals used',
    source: 'docs/evidence/coverage-facts.md §4.1 a, §5 (4 calendar months), A3',
    answers: { insurance: 'job', stage: 'denied', level: 'all', reason: 'experimental' },
    letterDate: '2026-10-31',
    expected: {
      message: /^Ask for an outside review/,
      steps: [/outside-review form/, /Gather.*patient advocate/, ASK_REVIEW],
      overlays: AFTER_NO,
      ladders: ['employer: external-review'],
      // February has no 31st: the first of March. A Monday; a week before is a Monday, and Thursday follows.
      dates: [
        'employer ask-external-review 2027-03-01 ahead',
        'employer send-by 2027-02-22 ahead',
        'employer check-it-arrived 2027-02-25 ahead',
      ],
      complaints: ['ebsa', 'regulator'],
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'Job plan, all appeals used, "not covered" and nothing else',
    source:
      'docs/design/product.md "Ladders and the next step" (only "not covered"); docs/evidence/coverage-facts.md §9, §6.1',
    answers: { insurance: 'job', stage: 'denied', level: 'all', reason: 'not-covered' },
    expected: {
      message: /^Ask if an outside review .*fits/,
      steps: [/outside-review form/, /Gather/, /if an outside review fits\. Ask HR who oversees the plan/],
      overlays: AFTER_NO,
      ladders: ['employer: external-review'],
      dates: ['employer ask-external-review none', '- send-by none', '- check-it-arrived none'],
      complaints: ['ebsa', 'regulator'],
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'Job plan, yes to less',
    source: 'docs/evidence/coverage-facts.md A12: confirmed for job plans, so the date is computed',
    answers: { insurance: 'job', stage: 'partial', level: 'first' },
    letterDate: '2026-11-02',
    expected: {
      message: PARTIAL,
      steps: [...PARTIAL_STEPS, /Appeal for the rest/],
      overlays: AFTER_NO,
      ladders: ['employer: internal'],
      dates: [
        'employer file-appeal 2027-05-01 ahead',
        'employer send-by 2027-04-24 ahead',
        'employer check-it-arrived 2027-04-28 ahead',
      ],
      complaints: ['ebsa', 'regulator'],
      pages: ['D01', 'D08', 'D07', 'D12', 'D10'],
    },
  },
  // ── A plan that people bought ──
  {
    who: 'Bought plan, said yes, wants help with the share',
    source: 'docs/evidence/product-anchors.md §3.4 approved; docs/evidence/coverage-facts.md §7 c (copay card yes)',
    answers: { insurance: 'bought', stage: 'approved', money: 'copay', leaving: 'today' },
    expected: {
      message: /^Write down .*PA number/,
      steps: [/PA number/, /medicine, the nurse visits and the supplies/, /what you may still owe/],
      overlays: ['before-you-leave'],
      says: [/When will the medicine and supplies come\?.*first dose.*first nurse visit.*tonight or on the weekend/],
      offers: ['F5', 'F2', 'F6'],
      refuses: { F12: /no insurance/ },
      complaints: ['regulator'],
      pages: ['D01', 'D17', 'D07', 'D14', 'D10'],
    },
  },
  {
    who: 'Bought plan, said no once',
    source: 'docs/evidence/coverage-facts.md §4.1 c, §5',
    answers: { insurance: 'bought', stage: 'denied', level: 'first' },
    letterDate: '2026-11-02',
    expected: {
      message: FIRST,
      steps: [...FIRST_STEPS, SEND_APPEAL],
      overlays: AFTER_NO,
      ladders: ['individual: internal'],
      dates: [
        'individual file-appeal 2027-05-01 ahead',
        'individual send-by 2027-04-24 ahead',
        'individual check-it-arrived 2027-04-28 ahead',
      ],
      complaints: ['regulator'],
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'Bought plan, said no to the appeal: there is no second one',
    source: 'docs/evidence/coverage-facts.md §1 (5), §4.1 c, §5 (4 months)',
    answers: { insurance: 'bought', stage: 'denied', level: 'second' },
    letterDate: '2026-11-02',
    expected: {
      message: /^Ask for an outside review/,
      steps: [...NEXT_STEPS, ASK_REVIEW],
      overlays: AFTER_NO,
      ladders: ['individual: external-review'],
      // March 2 is a Tuesday.
      dates: [
        'individual ask-external-review 2027-03-02 ahead',
        'individual send-by 2027-02-23 ahead',
        'individual check-it-arrived 2027-02-26 ahead',
      ],
      complaints: ['regulator'],
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'Bought plan, said no to the appeal, waiting could hurt',
    source: 'docs/evidence/coverage-facts.md §4.1 c: external review 72 hours, decided outside the plan',
    answers: { insurance: 'bought', stage: 'denied', level: 'second', urgent: 'yes' },
    expected: {
      message: /^Ask for an outside review/,
      steps: [...NEXT_STEPS, /fast outside review now/],
      overlays: AFTER_URGENT_NO,
      says: [/reviewer outside the plan has 72 hours \(3 days\) from when it gets a fast request/],
      neverSays: [/The plan has 72/, /fast appeal/, /at the same time/],
      ladders: ['individual: external-review'],
      dates: [FAST_FIRST, 'individual ask-external-review none'],
      complaints: ['regulator'],
      pages: URGENT_PAGES,
    },
  },
  {
    who: 'Bought plan in California, all used, "not covered" and nothing else',
    source:
      'docs/design/product.md "Ladders and the next step"; docs/evidence/coverage-facts.md §10 (two regulators in California)',
    answers: { insurance: 'bought', stage: 'denied', level: 'all', reason: 'not-covered' },
    state: 'CA',
    expected: {
      message: /^Ask if an outside review .*fits/,
      steps: [/outside-review form/, /Gather/, /if an outside review fits\. Ask the state insurance office/],
      overlays: AFTER_NO,
      ladders: ['individual: external-review'],
      dates: ['individual ask-external-review none', '- send-by none', '- check-it-arrived none'],
      complaints: ['regulator'],
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'Bought plan, yes to less',
    source: 'docs/evidence/coverage-facts.md A12: confirmed for c since 2026-11-30, so the date is computed',
    answers: { insurance: 'bought', stage: 'partial', level: 'first' },
    letterDate: '2026-11-02',
    expected: {
      message: PARTIAL,
      steps: [...PARTIAL_STEPS, /Appeal for the rest/],
      overlays: AFTER_NO,
      ladders: ['individual: internal'],
      dates: [
        'individual file-appeal 2027-05-01 ahead',
        'individual send-by 2027-04-24 ahead',
        'individual check-it-arrived 2027-04-28 ahead',
      ],
      complaints: ['regulator'],
      pages: ['D01', 'D08', 'D07', 'D12', 'D10'],
    },
  },
  // ── Medicare Advantage ──
  {
    who: 'Medicare Advantage, going home today, slow plan, waiting could hurt',
    source: 'docs/evidence/coverage-facts.md §3 d (72 hours; a Part B or Part D drug 24), A14',
    answers: { insurance: 'advantage', stage: 'waiting', 'hold-up': 'slow', leaving: 'today', urgent: 'yes' },
    expected: {
      message: /^Ask what was sent/,
      steps: [/case manager or infusion coordinator/, /fast review can be done/, /urgent/],
      overlays: ['safety', 'before-you-leave', 'fast-review'],
      says: [
        /72 hours .+ drug it is 24 hours .+may take longer/,
        /fast Medicare review by the day you leave/,
        /only your usual share/,
      ],
      complaints: ['medicare', 'ship'],
      pages: ['D01', 'D17', 'D06', 'D05', 'D10', 'D11'],
    },
  },
  {
    who: 'Medicare Advantage, said no once',
    source: 'docs/evidence/coverage-facts.md §4.1 d; §5 (65 days from the date on the notice)',
    answers: { insurance: 'advantage', stage: 'denied', level: 'first' },
    letterDate: '2026-11-02',
    expected: {
      message: FIRST,
      steps: [...FIRST_STEPS, SEND_APPEAL],
      overlays: AFTER_NO,
      neverSays: [/outside review\b/],
      ladders: ['advantage-care: reconsideration', 'part-d-drug: redetermination'],
      dates: [
        'advantage-care file-appeal 2027-01-06 ahead',
        'part-d-drug file-appeal 2027-01-06 ahead',
        'advantage-care send-by 2026-12-30 ahead',
        'advantage-care check-it-arrived 2027-01-05 ahead',
        'part-d-drug send-by 2026-12-30 ahead',
        'part-d-drug check-it-arrived 2027-01-05 ahead',
      ],
      complaints: ['medicare', 'ship'],
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'Medicare Advantage, said no twice: care goes on by itself, a drug does not',
    source: 'docs/evidence/coverage-facts.md §4.1 d, §5 (d level 2: none; Part D level 2: 65 days)',
    answers: { insurance: 'advantage', stage: 'denied', level: 'second' },
    letterDate: '2026-11-02',
    expected: {
      message: /^Ask if the plan sent the case on\. For a Part D drug, you must ask\.$/,
      steps: [...NEXT_STEPS, /send my case to the outside reviewer\? For a Part D drug, you must ask/],
      overlays: AFTER_NO,
      ladders: ['advantage-care: independent-review', 'part-d-drug: independent-review'],
      dates: [
        'advantage-care ask-independent-review none',
        'part-d-drug ask-independent-review 2027-01-06 ahead',
        'part-d-drug send-by 2026-12-30 ahead',
        'part-d-drug check-it-arrived 2027-01-05 ahead',
      ],
      complaints: ['medicare', 'ship'],
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'Medicare Advantage, all appeals of the plan used',
    source: 'docs/evidence/coverage-facts.md §4.1 d (judge); docs/design/product.md "Dates" (judge: none)',
    answers: { insurance: 'advantage', stage: 'denied', level: 'all' },
    letterDate: '2026-11-02',
    expected: {
      message: /hearing with a Medicare judge/,
      steps: [...LAST_STEPS, /hearing with a Medicare judge this week/],
      overlays: AFTER_NO,
      ladders: ['advantage-care: judge', 'part-d-drug: judge'],
      dates: ['advantage-care ask-next none', 'part-d-drug ask-next none', '- send-by none', '- check-it-arrived none'],
      complaints: ['medicare', 'ship'],
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'Medicare Advantage, yes to less: a date for care and for the drug',
    source: 'docs/evidence/coverage-facts.md A12 (confirmed for Part D and, since 2026-11-30, for d care)',
    answers: { insurance: 'advantage', stage: 'partial', level: 'first' },
    letterDate: '2026-11-02',
    expected: {
      message: PARTIAL,
      steps: [...PARTIAL_STEPS, /Appeal for the rest/],
      overlays: AFTER_NO,
      ladders: ['advantage-care: reconsideration', 'part-d-drug: redetermination'],
      dates: [
        'advantage-care file-appeal 2027-01-06 ahead',
        'advantage-care send-by 2026-12-30 ahead',
        'advantage-care check-it-arrived 2027-01-05 ahead',
        'part-d-drug file-appeal 2027-01-06 ahead',
        'part-d-drug send-by 2026-12-30 ahead',
        'part-d-drug check-it-arrived 2027-01-05 ahead',
      ],
      complaints: ['medicare', 'ship'],
      pages: ['D01', 'D08', 'D07', 'D12', 'D10'],
    },
  },
  // ── Original Medicare ──
  {
    who: 'Medicare, antibiotics, nobody has asked, wants all help',
    source: 'docs/evidence/coverage-facts.md §1 (9), §3 e, §7 e, §7.1; docs/design/product.md overlay 3',
    answers: { insurance: 'medicare', stage: 'not-sent', treatment: 'antibiotics', money: 'all' },
    expected: {
      message: /^Ask who pays for each part/,
      steps: [/Part B or the drug plan pay/, /drug plan: ask who sends the request/, /name and phone/],
      overlays: ['doses', 'medicare-antibiotics'],
      says: [
        /Part D drug plan pays for most IV antibiotics, if you have one/,
        /Original Medicare, most home IV care needs no OK first/,
      ],
      offers: FOR_MEDICARE,
      refuses: { F2: /Not with Medicare, Medicaid, TRICARE or VA/ },
      complaints: ['medicare', 'ship'],
      // 1 + 1 + 2 + 1, and what prior authorization is makes 6.
      pages: ['D01', 'D04', 'D14', 'D10', 'D03'],
    },
  },
  {
    who: 'Medicare, said no once, the drug letter nearly out of time',
    source:
      'docs/evidence/coverage-facts.md §4.1 e; §5 (65 and 120 days); docs/design/product.md "Dates" (soon at 7 days)',
    answers: { insurance: 'medicare', stage: 'denied', level: 'first' },
    letterDate: '2026-09-26',
    expected: {
      message: FIRST_MEDICARE,
      steps: [...FIRST_STEPS, /^Send the appeal this week to the one the letter names/],
      overlays: AFTER_NO,
      ladders: ['part-d-drug: redetermination', 'medicare-claim: redetermination'],
      // 65 days: November 30, in 7 days, so send today (a Monday); 120 days: January 24, a Sunday.
      dates: [
        'part-d-drug file-appeal 2026-11-30 soon',
        'medicare-claim file-appeal 2027-01-24 ahead',
        'part-d-drug send-by 2026-11-23 soon',
        'part-d-drug check-it-arrived 2026-11-27 soon',
        'medicare-claim send-by 2027-01-17 ahead',
        'medicare-claim check-it-arrived 2027-01-21 ahead',
      ],
      complaints: ['medicare', 'ship'],
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'Medicare, said no twice',
    source: 'docs/evidence/coverage-facts.md §4.1 e, §5 (Part D level 2: 65 days; claim level 2: 180 days)',
    answers: { insurance: 'medicare', stage: 'denied', level: 'second' },
    letterDate: '2026-11-02',
    expected: {
      message: /next step that the newest letter names/,
      steps: [...NEXT_STEPS, /next appeal the letter names this week\. For a Part D drug, you must ask/],
      overlays: AFTER_NO,
      ladders: ['part-d-drug: independent-review', 'medicare-claim: claim-reconsideration'],
      dates: [
        'part-d-drug ask-independent-review 2027-01-06 ahead',
        'medicare-claim file-appeal 2027-05-01 ahead',
        'part-d-drug send-by 2026-12-30 ahead',
        'part-d-drug check-it-arrived 2027-01-05 ahead',
        'medicare-claim send-by 2027-04-24 ahead',
        'medicare-claim check-it-arrived 2027-04-28 ahead',
      ],
      complaints: ['medicare', 'ship'],
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'Medicare, the drug letter out of time: never "too late"',
    source: 'docs/evidence/coverage-facts.md §5 (past), A13',
    answers: { insurance: 'medicare', stage: 'denied', level: 'first', reason: 'step-therapy' },
    letterDate: '2026-09-18',
    expected: {
      message: FIRST_MEDICARE,
      steps: [...FIRST_STEPS, /^Send the appeal this week to the one the letter names/],
      overlays: AFTER_NO,
      neverSays: [/too late|has passed/i],
      ladders: ['part-d-drug: redetermination', 'medicare-claim: redetermination'],
      // 65 days: November 22, yesterday. 120 days: January 16, a Saturday.
      dates: [
        'part-d-drug file-appeal 2026-11-22 past',
        'medicare-claim file-appeal 2027-01-16 ahead',
        'part-d-drug send-by 2026-11-23 soon',
        'part-d-drug check-it-arrived 2026-11-27 soon',
        'medicare-claim send-by 2027-01-09 ahead',
        'medicare-claim check-it-arrived 2027-01-13 ahead',
      ],
      complaints: ['medicare', 'ship'],
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'Medicare, the plan wants more papers, not sure whether waiting could hurt',
    source: 'docs/design/product.md overlay 6; docs/evidence/coverage-facts.md §3 (Part D 24 hours)',
    answers: { insurance: 'medicare', stage: 'more-info', urgent: 'unsure' },
    expected: {
      message: /^Help get the missing papers sent/,
      steps: [/exactly what the plan wants/, /who will send it, and by what day/, /doctor if waiting is safe/],
      overlays: ['doses', 'fast-review'],
      says: [/Ask your doctor if waiting is safe/, /24 hours .*exception, the time starts when the doctor's letter/],
      complaints: ['medicare', 'ship'],
      pages: ['D01', 'D06', 'D05', 'D04', 'D10', 'D11'],
    },
  },
  // ── Medicaid ──
  {
    who: 'Medicaid, said no once',
    source: 'docs/evidence/coverage-facts.md §4.1 f, g; §5 (60 days; 10 days only where care is cut; state: no date)',
    answers: { insurance: 'medicaid', stage: 'denied', level: 'first' },
    letterDate: '2026-11-02',
    expected: {
      message: FIRST_MEDICAID,
      steps: [...FIRST_STEPS, /appeal, or ask for the hearing, that the letter names/],
      overlays: AFTER_NO,
      ladders: ['medicaid-plan: plan-appeal', 'medicaid-state: fair-hearing'],
      dates: [
        'medicaid-plan file-appeal 2027-01-01 ahead',
        'medicaid-plan keep-care 2026-11-12 past',
        'medicaid-state fair-hearing none',
        'medicaid-plan send-by 2026-12-25 ahead',
        'medicaid-plan check-it-arrived 2026-12-30 ahead',
      ],
      complaints: ['medicaid'],
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'Medicaid, said no twice',
    source: 'docs/evidence/coverage-facts.md §4.1 f (fair hearing), §5 (90 days, never 120)',
    answers: { insurance: 'medicaid', stage: 'denied', level: 'second' },
    letterDate: '2026-11-02',
    expected: {
      message: /^Ask for the state hearing, or the next step that the newest letter names/,
      steps: [...NEXT_STEPS, /^Ask for the state hearing/],
      overlays: AFTER_NO,
      ladders: ['medicaid-plan: fair-hearing', 'medicaid-state: court'],
      dates: [
        'medicaid-plan fair-hearing 2027-01-31 ahead',
        'medicaid-state ask-next none',
        'medicaid-plan send-by 2027-01-24 ahead',
        'medicaid-plan check-it-arrived 2027-01-27 ahead',
      ],
      complaints: ['medicaid'],
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'Medicaid, waiting, waiting could hurt, wants all help',
    source: 'docs/evidence/coverage-facts.md §3 f, g (72 hours; a drug 24), §7 f, g',
    answers: { insurance: 'medicaid', stage: 'waiting', 'hold-up': 'peer-to-peer', urgent: 'yes', money: 'all' },
    expected: {
      message: /^Ask what was sent/,
      steps: [/case manager or infusion coordinator/, /set up the call/, /urgent/],
      overlays: ['safety', 'doses', 'fast-review'],
      says: [/72 hours .+ drug it is 24 hours .+ some states, take longer/, /72-hour \(3-day\) supply/],
      offers: ['F5', 'F7', 'F1', 'F6', 'F8', 'F10'],
      refuses: { F2: /Not with/, F3: /have Medicaid now/ },
      complaints: ['medicaid'],
      pages: ['D01', 'D06', 'D05', 'D14', 'D10', 'D11'],
    },
  },
  {
    who: 'Medicaid, all used, waiting could hurt',
    source: 'docs/evidence/coverage-facts.md §4.1 f: the hearing has no confirmed 72 hours',
    answers: { insurance: 'medicaid', stage: 'denied', level: 'all', urgent: 'yes' },
    expected: {
      message: /^Ask for the state hearing, or the next step that the newest letter names/,
      steps: [/Check the letter/, /Gather/, /state hearing, or the next step in the letter, now\. Ask for it fast/],
      overlays: AFTER_URGENT_NO,
      says: [/how fast they can decide/, /72-hour \(3-day\) supply/],
      neverSays: [/fast appeal/, /The plan has/],
      ladders: ['medicaid-plan: fair-hearing', 'medicaid-state: court'],
      dates: [FAST_FIRST, 'medicaid-plan fair-hearing none', 'medicaid-state ask-next none'],
      complaints: ['medicaid'],
      pages: URGENT_PAGES,
    },
  },
  // ── TRICARE and VA ──
  {
    who: 'TRICARE, said no once, waiting could hurt',
    source: 'docs/evidence/coverage-facts.md §4.1 h, §5 (90 days; 3 days if the letter offers a fast appeal), no hours',
    answers: { insurance: 'tricare', stage: 'denied', level: 'first', urgent: 'yes' },
    letterDate: '2026-11-02',
    expected: {
      message: /^You can appeal: ask TRICARE to look again/,
      steps: [...FIRST_STEPS, /^Call TRICARE today\. Does the letter offer a fast appeal\? Send it in writing\.$/],
      overlays: AFTER_URGENT_NO,
      says: [/There are 3 days from the day you got the letter/, /how fast they can decide/],
      neverSays: [/hours/],
      ladders: ['tricare: reconsideration'],
      dates: [FAST_FIRST, 'tricare file-appeal 2027-01-31 ahead'],
      complaints: TRICARE_OFFICES,
      pages: URGENT_PAGES,
    },
  },
  {
    who: 'TRICARE, said no twice',
    source: 'docs/evidence/coverage-facts.md §4.1 h; docs/design/product.md "Dates" (tricare only at first)',
    answers: { insurance: 'tricare', stage: 'denied', level: 'second' },
    letterDate: '2026-11-02',
    expected: {
      message: /TRICARE for the next review/,
      steps: [...NEXT_STEPS, /second review, in writing, this week/],
      overlays: AFTER_NO,
      ladders: ['tricare: second-reconsideration'],
      dates: ['tricare ask-next none', '- send-by none', '- check-it-arrived none'],
      complaints: TRICARE_OFFICES,
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'TRICARE, all used',
    source: 'docs/evidence/coverage-facts.md §4.1 h (hearing)',
    answers: { insurance: 'tricare', stage: 'denied', level: 'all' },
    expected: {
      message: /TRICARE for a hearing/,
      steps: [...LAST_STEPS, /hearing this week/],
      overlays: AFTER_NO,
      ladders: ['tricare: hearing'],
      dates: ['tricare ask-next none', '- send-by none', '- check-it-arrived none'],
      complaints: TRICARE_OFFICES,
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'VA, said no once, wants help with the medicine',
    source: 'docs/evidence/coverage-facts.md §4.1 i (patient advocate, no fixed time), §7 i',
    answers: { insurance: 'va', stage: 'denied', level: 'first', money: 'drug' },
    letterDate: '2026-11-02',
    expected: {
      message: /^You can ask the VA to look at its decision again\. Start with the patient advocate\.$/,
      steps: [
        /patient advocate, in writing, for the decision/,
        /doctor for a letter that says why/,
        /patient advocate, in writing, to have the decision looked at again/,
      ],
      overlays: AFTER_NO,
      ladders: ['va: clinical-appeal'],
      dates: ['va file-appeal none'],
      says: [/no last day at the VA\. Ask as soon as you can/],
      offers: ['F1', 'F6'],
      refuses: { F2: /Not with/ },
      complaints: VA_OFFICES,
      // 1 + 2 + 1 + 2 = 6: no fill page.
      pages: ['D01', 'D08', 'D13b', 'D14'],
    },
  },
  {
    who: 'VA, said no twice',
    source: 'docs/evidence/coverage-facts.md §4.1 i (VISN)',
    answers: { insurance: 'va', stage: 'denied', level: 'second' },
    expected: {
      message: /VA network/,
      steps: [...NEXT_STEPS, /VA network/],
      overlays: AFTER_NO,
      ladders: ['va: network-review'],
      dates: ['va file-appeal none'],
      complaints: VA_OFFICES,
      // The VA has no last day to keep.
      pages: ['D01', 'D08', 'D13b', 'D10', 'D02'],
    },
  },
  // ── No insurance, another plan, nobody knows ──
  {
    who: 'No insurance, going home today, antibiotics',
    source:
      'docs/evidence/product-anchors.md §3.4 uninsured; docs/evidence/coverage-facts.md §7 j; docs/design/product.md overlay 2',
    answers: { insurance: 'none', leaving: 'today', treatment: 'antibiotics' },
    expected: {
      message: /hospital money counselor before you go/,
      steps: [
        /hospital financial help/,
        /if Medicaid is right for you before you apply/,
        /infusion company about its own help/,
      ],
      overlays: ['before-you-leave'],
      says: [/Who gives the next dose, and where\? Who will pay for it\?/, /tonight or on the weekend/],
      neverSays: [/Is it approved/],
      offers: ['F5', 'F3', 'F7', 'F1', 'F12', 'F13'],
      refuses: { F6: /people who have insurance/ },
      complaints: [],
      pages: ['D01', 'D17', 'D14', 'D10', 'D02'],
    },
  },
  {
    who: 'Another plan (of a church), said no once, waiting could hurt',
    source:
      'docs/evidence/coverage-facts.md §2 k (read the letter), §6.1 k; docs/design/product.md: no ladder, no date',
    answers: { insurance: 'other', stage: 'denied', level: 'first', urgent: 'yes' },
    letterDate: '2026-11-02',
    expected: {
      message: FIRST,
      steps: [...FIRST_STEPS, /how to appeal fast \(to ask for a new look\)\. Call today/],
      overlays: AFTER_URGENT_NO,
      says: [/steps are in your letter/, /how fast they can decide/],
      neverSays: [/hours/, /outside review\b/],
      ladders: [],
      dates: [FAST_FIRST, '- file-appeal none'],
      complaints: [],
      pages: URGENT_PAGES,
    },
  },
  {
    who: 'Sure of nothing, wants all help',
    source: 'docs/design/product.md "Promises" (3); docs/evidence/product-anchors.md §3.4 unsure',
    answers: {
      treatment: 'unsure',
      leaving: 'unsure',
      insurance: 'unsure',
      stage: 'unsure',
      urgent: 'unsure',
      money: 'all',
    },
    expected: {
      message: /^Ask your case manager where the request stands/,
      steps: [/Was the request sent/, /What did the plan say/, /doctor if waiting is safe/],
      overlays: ['before-you-leave', 'fast-review'],
      says: [/how fast they can decide/],
      neverSays: [/hours/],
      offers: ['F5', 'F3', 'F7', 'F1', 'F2', 'F4', 'F6', 'F8', 'F9', 'F10', 'F11'],
      complaints: [],
      // 1 + 1 + 1 + 1 + 2 + 1 = 7.
      pages: ['D01', 'D17', 'D06', 'D04', 'D14', 'D10'],
    },
  },
  // ── Two plans ──
  {
    who: 'Medicare and a job plan; the job plan said no',
    source: 'docs/evidence/coverage-facts.md §2 (use the ladder of the payer that said no), §6.1, §7 (no copay card)',
    answers: { insurance: ['job', 'medicare'], stage: 'denied', 'who-said-no': 'job', level: 'first', money: 'copay' },
    letterDate: '2026-11-02',
    expected: {
      message: FIRST,
      steps: [...FIRST_STEPS, SEND_APPEAL],
      overlays: ['doses', 'pays-first', 'dates', 'payer-steps'],
      ladders: ['employer: internal'],
      dates: [
        'employer file-appeal 2027-05-01 ahead',
        'employer send-by 2027-04-24 ahead',
        'employer check-it-arrived 2027-04-28 ahead',
      ],
      offers: ['F5', 'F4', 'F6', 'F8', 'F9', 'F10', 'F11'],
      refuses: { F2: /Not with Medicare/ },
      complaints: ['ebsa', 'regulator'],
      pages: ['D01', 'D08', 'D13b', 'D14'],
    },
  },
  {
    who: 'Medicaid and a job plan; Medicaid said no: no state insurance office',
    source: 'docs/evidence/coverage-facts.md §2, §6.1 f, g',
    answers: { insurance: ['job', 'medicaid'], stage: 'denied', 'who-said-no': 'medicaid', level: 'unsure' },
    letterDate: '2026-11-02',
    expected: {
      message: FIRST_MEDICAID,
      steps: [...FIRST_STEPS, /appeal, or ask for the hearing/],
      overlays: ['doses', 'pays-first', 'dates', 'payer-steps'],
      ladders: ['medicaid-plan: plan-appeal', 'medicaid-state: fair-hearing'],
      // How often it said no is not known, so no day is computed.
      dates: [
        'medicaid-plan file-appeal none',
        'medicaid-state fair-hearing none',
        '- send-by none',
        '- check-it-arrived none',
      ],
      complaints: ['medicaid'],
      pages: DENIED_PAGES,
    },
  },
  {
    who: 'Medicare and VA, nobody knows which said no; papers were missing; large print',
    source: 'docs/design/product.md (who-said-no = unsure: no ladder, no date), Ladders (missing papers)',
    answers: {
      insurance: ['medicare', 'va'],
      stage: 'denied',
      'who-said-no': 'unsure',
      level: 'first',
      reason: 'missing-papers',
    },
    letterDate: '2026-11-02',
    largePrint: true,
    expected: {
      message: FIRST,
      steps: [
        /reason and the last day/,
        /send the papers for a new decision\. Still appeal/,
        /the way the letter says, this week/,
      ],
      overlays: ['doses', 'pays-first', 'dates', 'payer-steps'],
      says: [/steps are in your letter/],
      ladders: [],
      dates: NO_LETTER_DATE,
      complaints: ['medicare', 'ship', ...VA_OFFICES],
      pages: DENIED_PAGES,
    },
  },
];
