import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Guide } from '../guide/model';
import { loadGuide } from '../guide/load';
import { checkInput } from './check';
import type { AnswerSet, PlanInput, PlanView } from './model';
import { planDates } from './insurance/dates';
import { plannerFor } from './planner';

const TODAY = '2026-11-23';
let guide: Guide;
beforeAll(() => {
  const loaded = loadGuide({ folder: resolve('content'), language: 'en', today: TODAY });
  if (!loaded.ok) throw new Error('the content does not load');
  guide = loaded.value.guide;
});

type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Somebody at home with a job plan, in no hurry, who wants no help with money; `given` says what is different. */
const USUAL: Answers = {
  who: 'me',
  treatment: 'tpn',
  leaving: 'home',
  insurance: 'job',
  'hold-up': 'unsure',
  reason: 'not-necessary',
  'who-said-no': 'unsure',
  level: 'first',
  urgent: 'no',
  money: 'no',
};
function answersOf(given: Answers): AnswerSet {
  const all = Object.fromEntries(
    Object.entries({ ...USUAL, ...given }).map(([id, answer]) => [id, typeof answer === 'string' ? [answer] : answer]),
  );
  const path = plannerFor(guide).pathOf(all);
  return Object.fromEntries(Object.entries(all).filter(([id]) => path.includes(id)));
}
function inputOf(given: Answers, more: Partial<PlanInput> = {}): PlanInput {
  const base = { today: TODAY, state: 'TX', letterDate: null, helpers: [], computedDates: true, largePrint: false };
  const input = { ...base, answers: answersOf(given), ...more };
  const checked = checkInput(guide, input);
  if (!checked.ok) throw new Error(`${checked.error.place}: ${checked.error.fix}`);
  return checked.value;
}
function viewOf(given: Answers, more: Partial<PlanInput> = {}): PlanView {
  const input = inputOf(given, more);
  return plannerFor(guide).view(input, { unitContacts: [] });
}
const stepsOf = (view: PlanView): readonly string[] => view.steps.map((step) => step.text);
const offered = (view: PlanView): readonly string[] => view.help.filter((each) => each.offered).map((each) => each.id);
const ticked = (view: PlanView): readonly string[] =>
  view.documents.filter((each) => each.ticked).map((each) => each.id);

describe('the ten stages (docs/evidence/product-anchors.md §3.4)', () => {
  const STAGES: readonly (readonly [string, Answers, string, readonly [RegExp, RegExp, RegExp]])[] = [
    [
      'not sent',
      { stage: 'not-sent' },
      'Ask your case manager to send the request now.',
      [/who will send .+ when/, /what papers the plan needs/, /name and phone of the person who works on the request/],
    ],
    [
      'waiting',
      { stage: 'waiting', 'hold-up': 'papers' },
      'Ask what was sent and what the plan still needs.',
      [/case manager or infusion coordinator/, /papers are missing/, /Heard nothing in 2 work days\? Call again/],
    ],
    [
      'more info',
      { stage: 'more-info' },
      'Help get the missing papers sent fast.',
      [/exactly what the plan wants/, /doctor's office who will send it, and by what day/, /plan to check .+ arrived/],
    ],
    [
      'approved',
      { stage: 'approved' },
      'Write down the number of the OK (PA number) and what was approved.',
      [/PA number.+ dates/, /medicine, the nurse visits and the supplies/, /what you may still owe/],
    ],
    [
      'partial',
      { stage: 'partial' },
      'Ask the doctor if it is safe to start with only the approved part. Then ask for the rest.',
      [/what was approved and until when/, /No nurse visits\? Do not start at home yet/, /Appeal for the rest/],
    ],
    [
      'denied once',
      { stage: 'denied', level: 'first' },
      'You can appeal: ask the plan to look again. Start with the reason in the letter.',
      [/reason and the last day/, /doctor to call the plan's doctor now/, /Send the appeal this week/],
    ],
    [
      'denied twice',
      { stage: 'denied', level: 'second' },
      'Ask for a second look, or an outside review by someone not tied to the plan.',
      [/letter for the next step/, /doctor to help again/, /next appeal the letter names this week/],
    ],
    [
      'denied, all used',
      { stage: 'denied', level: 'all' },
      'Ask for an outside review by someone not tied to the plan.',
      [/outside-review form/, /Gather .+ patient advocate/, /outside review this week/],
    ],
    [
      'not sure',
      { stage: 'unsure' },
      'Ask your case manager where the request stands.',
      [/Was the request sent/, /What did the plan say/, /Who works on the request/],
    ],
    [
      'no insurance',
      { insurance: 'none', leaving: 'today' },
      'Talk with a hospital money counselor before you go.',
      [/hospital financial help/, /Medicaid/, /infusion company about its own help/],
    ],
  ];
  it.each(STAGES)('%s', (_, given, message, steps) => {
    const view = viewOf(given);
    expect(view.mainMessage).toBe(message);
    expect(view.steps).toHaveLength(3);
    steps.forEach((step, at) => {
      expect(view.steps[at]?.text).toMatch(step);
    });
  });

  it('speaks of somebody else where the pages are for them, and keeps "you" in the steps', () => {
    const view = viewOf({ stage: 'not-sent', who: 'other' });
    expect(view.mainMessage).toBe('Ask their case manager to send the request now.');
    expect(viewOf({ who: 'other', stage: 'more-info' }).steps[1]?.text).toMatch(/^Ask the doctor's office/);
  });

  it.each([
    ['papers', /papers are missing/],
    ['slow', /fast review can be done/],
    ['peer-to-peer', /set up the call/],
    ['unsure', /missing papers, a slow plan, or a doctor-to-doctor call/],
  ])('asks about the hold-up %s', (holdUp, step) => {
    expect(viewOf({ stage: 'waiting', 'hold-up': holdUp }).steps[1]?.text).toMatch(step);
  });

  it('sends missing papers and still appeals', () => {
    expect(viewOf({ stage: 'denied', reason: 'missing-papers' }).steps[1]?.text).toBe(
      "Ask the doctor's office to send the papers for a new decision. Still appeal before the last day.",
    );
  });

  it.each([
    ['job', /HR who oversees the plan/],
    ['bought', /state insurance office/],
  ])('does not promise an outside review for a plain "not covered" (%s)', (insurance, step) => {
    const view = viewOf({ stage: 'denied', level: 'all', reason: 'not-covered', insurance });
    expect(view.mainMessage).toBe('Ask if an outside review (by someone not tied to the plan) fits your case.');
    expect(view.steps[2]?.text).toMatch(step);
  });
  it('promises one where the plan also said "experimental"', () => {
    const view = viewOf({ stage: 'denied', level: 'all', reason: ['not-covered', 'experimental'] });
    expect(view.mainMessage).toBe('Ask for an outside review by someone not tied to the plan.');
  });
  it.each(['medicare', 'advantage', 'medicaid', 'tricare', 'va', 'other', 'unsure'])(
    'never speaks of a second look or an outside review to people with %s',
    (insurance) => {
      for (const level of ['first', 'second', 'all', 'unsure']) {
        for (const reason of ['not-covered', 'experimental']) {
          const view = viewOf({ stage: 'denied', insurance, level, reason, urgent: 'yes' });
          const said = [view.mainMessage, ...stepsOf(view), ...view.overlays.flatMap((each) => each.text)].join(' ');
          expect(said).not.toMatch(/second look|outside review\b/i);
        }
      }
    },
  );
  it('never shows a second plan appeal for a plan that people bought', () => {
    for (const level of ['first', 'second', 'all', 'unsure']) {
      const view = viewOf({ stage: 'denied', insurance: 'bought', level });
      expect([view.mainMessage, ...stepsOf(view)].join(' ')).not.toMatch(/second/i);
      expect(view.ladders[0]?.levels.map((each) => each.id)).toEqual(['internal', 'external-review', 'court']);
    }
  });
});

describe('urgency', () => {
  it.each([
    ['job', 'first', /^Call the plan today\. Say: I ask for a fast appeal/],
    ['job', 'second', /^Ask for the next step in the letter now\. Ask for it fast/],
    ['job', 'all', /^Ask for a fast outside review now/],
    ['bought', 'first', /^Call the plan today\. Say: I ask for a fast appeal/],
    ['bought', 'second', /^Ask for a fast outside review now/],
    ['advantage', 'first', /^Call the plan today\. Say: I ask for a fast appeal/],
    ['advantage', 'second', /For a Part D drug, you must ask/],
    ['advantage', 'all', /^Ask a Medicare judge for a hearing now\. Ask for it fast/],
    ['medicare', 'first', /^Is the letter from a drug plan\? Call it today/],
    ['medicare', 'second', /For a Part D drug, you must ask/],
    ['medicare', 'all', /^Ask a Medicare judge/],
    ['medicaid', 'first', /plan for a fast appeal, or the state for a fast hearing/],
    ['tricare', 'first', /^Call TRICARE today/],
    ['va', 'first', /^Ask the patient advocate today, in writing/],
    ['va', 'second', /patient advocate today, in writing, to send the case to the VA network/],
    ['federal-job', 'second', /^Ask OPM now, in writing/],
    ['other', 'first', /^Ask the plan how to appeal fast/],
    ['other', 'second', /^Ask for the next step in the letter now/],
  ])('names the step of now, and who decides there: %s, %s', (insurance, level, step) => {
    for (const stage of ['denied', 'partial']) {
      for (const urgent of ['yes', 'unsure'])
        expect(viewOf({ stage, insurance, level, urgent }).steps[2]?.text).toMatch(step);
    }
  });
  it('puts the fast way before every date, and no date of the slow way beside it', () => {
    const lines = viewOf({ stage: 'denied', urgent: 'yes' }, { letterDate: '2026-11-20' }).dates;
    expect(lines.map(({ id }) => id)).toEqual(['fast-first', 'file-appeal']);
    expect(lines[0]?.text).toMatch(/^Ask for the fast way today/);
  });
  it.each(['not-sent', 'waiting', 'more-info', 'unsure'])('replaces step 3 of %s by a fast review', (stage) => {
    expect(viewOf({ stage, urgent: 'yes' }).steps[2]?.text).toMatch(/fast review/);
    expect(viewOf({ stage, urgent: 'unsure' }).steps[2]?.text).toMatch(/doctor if waiting is safe/);
    expect(viewOf({ stage, urgent: 'no' }).steps[2]?.text).not.toMatch(/fast/);
  });
  it.each([
    ['job', /has 72 hours/],
    ['bought', /has 72 hours/],
    ['advantage', /has 72 hours .+ For a drug it is 24 hours .+ may take longer/],
    ['medicaid', /has 72 hours .+ For a drug it is 24 hours .+ take longer/],
    ['medicare', /Part D drug plan has 24 hours .+ when the doctor's letter arrives/],
  ])('names the confirmed hours of %s', (insurance, hours) => {
    const fast = viewOf({ stage: 'waiting', urgent: 'yes', insurance }).overlays.find(
      (each) => each.id === 'fast-review',
    );
    expect(fast?.text.join(' ')).toMatch(hours);
    expect(fast?.text.join(' ')).not.toMatch(/how fast they can decide/);
  });
  it.each(['tricare', 'va', 'other', 'unsure'])('names no hours for %s, where none is confirmed', (insurance) => {
    for (const stage of ['waiting', 'denied']) {
      const view = viewOf({ stage, urgent: 'yes', insurance });
      const fast = view.overlays.find((each) => each.id === 'fast-review')?.text.join(' ');
      expect(fast).toMatch(/how fast they can decide/);
      expect(fast).not.toMatch(/hours/);
    }
  });
  it('asks for both reviews at once only where the rules allow it', () => {
    const together = (insurance: string, level = 'first'): boolean =>
      viewOf({ stage: 'denied', urgent: 'yes', insurance, level })
        .overlays.flatMap((each) => each.text)
        .some((text) => text.includes('at the same time'));
    expect(together('job')).toBe(true);
    expect(together('bought')).toBe(true);
    for (const insurance of ['medicare', 'advantage', 'medicaid', 'tricare', 'va'])
      expect(together(insurance)).toBe(false);
  });
});

describe('overlays', () => {
  const ids = (given: Answers): readonly string[] => viewOf(given).overlays.map((each) => each.id);

  it('stand in the order of the design', () => {
    const all: Answers = {
      stage: 'denied',
      urgent: 'yes',
      leaving: 'today',
      insurance: 'medicare',
      treatment: 'antibiotics',
    };
    expect(ids(all)).toEqual([
      'safety',
      'before-you-leave',
      'medicare-antibiotics',
      'dates',
      'payer-steps',
      'fast-review',
    ]);
  });
  it('ask somebody at home without a yes for the doses, and nobody else', () => {
    for (const stage of ['not-sent', 'waiting', 'denied', 'partial'])
      expect(viewOf({ stage }).overlays.find(({ id }) => id === 'doses')?.text[0]).toMatch(/enough doses\?/);
    expect(ids({ stage: 'waiting', leaving: 'today' })).not.toContain('doses');
    expect(ids({ insurance: 'none' })).toContain('doses');
  });
  it('ask which plan pays first where there are two', () => {
    expect(ids({ stage: 'waiting', insurance: ['job', 'medicare'] })).toContain('pays-first');
    expect(ids({ stage: 'waiting', insurance: 'job' })).not.toContain('pays-first');
    const both = viewOf({ stage: 'waiting', insurance: ['medicare', 'medicaid'] });
    expect(both.overlays.flatMap(({ text }) => text).join(' ')).toMatch(
      /if Medicaid pays for the parts Medicare does not/,
    );
  });
  it('are none for somebody at home whose plan said yes', () => {
    expect(ids({ stage: 'approved' })).toEqual([]);
  });
  it('have "before you leave" for everybody who leaves, approved or not, insured or not', () => {
    for (const leaving of ['today', 'soon', 'unsure']) {
      expect(ids({ stage: 'approved', leaving })).toContain('before-you-leave');
      expect(ids({ insurance: 'none', leaving })).toContain('before-you-leave');
      expect(ids({ stage: 'unsure', leaving })).toContain('before-you-leave');
    }
    expect(ids({ insurance: 'none', leaving: 'home' })).not.toContain('before-you-leave');
  });
  it('ask the uninsured who gives the next dose and who pays', () => {
    const text = viewOf({ insurance: 'none', leaving: 'today' }).overlays[0]?.text.join(' ');
    expect(text).toContain('Who gives the next dose, and where?');
    expect(text).toContain('Who will pay for it?');
    expect(text).toContain('tonight or on the weekend');
    expect(text).toContain('Who is helping me find a way to pay?');
    expect(text).not.toContain('Is it approved?');
  });
  it('tell people with Medicare of the fast Medicare review before they leave', () => {
    for (const insurance of ['medicare', 'advantage', 'medicaid', 'job']) {
      const text = viewOf({ stage: 'waiting', leaving: 'today', insurance }).overlays[0]?.text.join(' ') ?? '';
      expect(text.includes('An Important Message from Medicare')).toBe(['medicare', 'advantage'].includes(insurance));
    }
  });
  it('warn of Part D for antibiotics or an unknown treatment under Medicare', () => {
    const warns = (insurance: string, treatment: string): boolean =>
      viewOf({ stage: 'more-info', insurance, treatment })
        .overlays.flatMap((each) => each.text)
        .some((text) => text.startsWith('A Part D drug plan pays for most IV antibiotics'));
    expect(warns('medicare', 'antibiotics')).toBe(true);
    expect(warns('medicare', 'unsure')).toBe(true);
    expect(warns('medicare', 'tpn')).toBe(false);
    expect(warns('job', 'antibiotics')).toBe(false);
  });
  it('say that Original Medicare mostly needs no OK first, to people with nothing else', () => {
    const says = (insurance: string | readonly string[], stage: string): boolean =>
      viewOf({ stage, insurance })
        .overlays.flatMap((each) => each.text)
        .includes('With Original Medicare, most home IV care needs no OK first. A drug plan may want one.');
    expect(says('medicare', 'not-sent')).toBe(true);
    expect(says('medicare', 'waiting')).toBe(true);
    expect(says('medicare', 'more-info')).toBe(false);
    expect(says(['medicare', 'job'], 'waiting')).toBe(false);
  });
  it('have one sentence of at most 20 words for page 1', () => {
    for (const { id, short } of guide.overlays) {
      for (const form of [short.replace(/\{([^|}]*)\|[^}]*\}/g, '$1'), short.replace(/\{[^|}]*\|([^}]*)\}/g, '$1')]) {
        expect(form.split(/\s+/).length, id).toBeLessThanOrEqual(20);
      }
    }
  });
});

describe('ladders (docs/design/product.md "Ladders and the next step")', () => {
  const TABLE: readonly (readonly [string, string, string, string, string, string])[] = [
    // insurance, ladder, first, second, all, unsure
    ['job', 'employer', 'internal', 'second-internal', 'external-review', 'internal'],
    ['bought', 'individual', 'internal', 'external-review', 'external-review', 'internal'],
    ['advantage', 'advantage-care', 'reconsideration', 'independent-review', 'judge', 'reconsideration'],
    ['advantage', 'part-d-drug', 'redetermination', 'independent-review', 'judge', 'redetermination'],
    ['medicare', 'part-d-drug', 'redetermination', 'independent-review', 'judge', 'redetermination'],
    ['medicare', 'medicare-claim', 'redetermination', 'claim-reconsideration', 'judge', 'redetermination'],
    ['medicaid', 'medicaid-plan', 'plan-appeal', 'fair-hearing', 'fair-hearing', 'plan-appeal'],
    ['medicaid', 'medicaid-state', 'fair-hearing', 'court', 'court', 'fair-hearing'],
    ['tricare', 'tricare', 'reconsideration', 'second-reconsideration', 'hearing', 'reconsideration'],
    ['va', 'va', 'clinical-appeal', 'network-review', 'network-review', 'clinical-appeal'],
    ['federal-job', 'fehb', 'reconsideration', 'opm', 'court', 'reconsideration'],
  ];
  it.each(TABLE)('%s, %s', (insurance, id, first, second, all, unsure) => {
    for (const stage of ['denied', 'partial']) {
      for (const [level, here] of Object.entries({ first, second, all, unsure })) {
        const ladder = viewOf({ stage, insurance, level }).ladders.find((each) => each.id === id);
        expect(ladder?.here, level).toBe(here);
        expect(ladder?.coverage).toBe(insurance);
        expect(ladder?.levels.map((each) => each.id)).toContain(here);
      }
    }
  });
  it('are two with the words to look for, or one without', () => {
    for (const insurance of ['job', 'federal-job', 'bought', 'medicare', 'advantage', 'medicaid', 'tricare', 'va']) {
      const ladders = viewOf({ stage: 'denied', insurance }).ladders;
      const expected = TABLE.filter((row) => row[0] === insurance).map((row) => row[1]);
      expect(ladders.map((each) => each.id).sort()).toEqual([...expected].sort());
      for (const ladder of ladders) expect(ladder.letterWords === null).toBe(expected.length === 1);
    }
  });
  it('go on by themselves only in Medicare Advantage care', () => {
    const automatic = guide.ladders.flatMap((ladder) =>
      ladder.levels.filter((level) => level.automatic).map((level) => `${ladder.id} ${level.id}`),
    );
    expect(automatic).toEqual(['advantage-care independent-review']);
  });
  it('have the judge, the council and the court after an outside decision in Medicare', () => {
    for (const id of ['advantage-care', 'part-d-drug', 'medicare-claim']) {
      const levels = guide.ladders.find((each) => each.id === id)?.levels.map((each) => each.id);
      expect(levels?.slice(-3)).toEqual(['judge', 'appeals-council', 'court']);
    }
  });
  it('are none where nobody knows the plan, and before any no', () => {
    for (const insurance of ['other', 'unsure']) {
      const view = viewOf({ stage: 'denied', insurance });
      expect(view.ladders).toEqual([]);
      expect(view.overlays.find((each) => each.id === 'payer-steps')?.text.join(' ')).toMatch(
        /steps are in your letter/,
      );
    }
    for (const stage of ['not-sent', 'waiting', 'more-info', 'approved', 'unsure']) {
      expect(viewOf({ stage }).ladders).toEqual([]);
    }
  });
  it('are those of the plan that said no', () => {
    const two: Answers = { stage: 'denied', insurance: ['job', 'medicare'] };
    expect(viewOf({ ...two, 'who-said-no': 'job' }).ladders.map((each) => each.id)).toEqual(['employer']);
    const medicare = viewOf({ ...two, 'who-said-no': 'medicare' });
    expect(medicare.ladders.map((each) => each.id).sort()).toEqual(['medicare-claim', 'part-d-drug']);
    expect(medicare.complaints.map((each) => each.id)).toEqual(['medicare']);
    expect(viewOf({ ...two, 'who-said-no': 'unsure' }).ladders).toEqual([]);
  });
  it('have the times of docs/evidence/coverage-facts.md §4.1', () => {
    const ask = (ladder: string, level: string): string => {
      const limit = guide.ladders
        .find((each) => each.id === ladder)
        ?.levels.find((each) => each.id === level)?.askWithin;
      return limit === null || limit === undefined ? 'none' : `${limit.count} ${limit.unit}`;
    };
    expect(ask('employer', 'internal')).toBe('180 days');
    expect(ask('employer', 'second-internal')).toBe('none');
    expect(ask('employer', 'external-review')).toBe('4 months');
    expect(ask('individual', 'internal')).toBe('180 days');
    expect(ask('individual', 'external-review')).toBe('4 months');
    expect(ask('advantage-care', 'reconsideration')).toBe('65 days');
    expect(ask('part-d-drug', 'redetermination')).toBe('65 days');
    expect(ask('part-d-drug', 'independent-review')).toBe('65 days');
    expect(ask('medicare-claim', 'redetermination')).toBe('120 days');
    expect(ask('medicare-claim', 'claim-reconsideration')).toBe('180 days');
    expect(ask('medicaid-plan', 'plan-appeal')).toBe('60 days');
    expect(ask('medicaid-plan', 'fair-hearing')).toBe('90 days');
    expect(ask('medicaid-state', 'fair-hearing')).toBe('none');
    expect(ask('tricare', 'reconsideration')).toBe('90 days');
    expect(ask('va', 'clinical-appeal')).toBe('none');
    for (const ladder of ['tricare', 'va']) {
      for (const level of guide.ladders.find((each) => each.id === ladder)?.levels ?? []) {
        expect(level.decidedWithin).toEqual({ standard: null, fast: null });
      }
    }
  });
});

describe('dates (docs/evidence/coverage-facts.md §5, worked out by hand)', () => {
  const datesOf = (given: Answers, letterDate: string | null = '2026-11-02', more: Partial<PlanInput> = {}) =>
    viewOf({ stage: 'denied', ...given }, { letterDate, ...more }).dates;
  const dateOf = (given: Answers, ladder: string, id: string, letterDate?: string | null, more?: Partial<PlanInput>) =>
    datesOf(given, letterDate, more).find((each) => each.id === id && each.ladder === ladder);

  // A letter of November 2, 2026.
  it.each([
    ['job', 'first', 'employer', 'file-appeal', '2027-05-01'],
    ['job', 'all', 'employer', 'ask-external-review', '2027-03-02'],
    ['bought', 'first', 'individual', 'file-appeal', '2027-05-01'],
    ['bought', 'second', 'individual', 'ask-external-review', '2027-03-02'],
    ['bought', 'all', 'individual', 'ask-external-review', '2027-03-02'],
    ['advantage', 'first', 'advantage-care', 'file-appeal', '2027-01-06'],
    ['advantage', 'first', 'part-d-drug', 'file-appeal', '2027-01-06'],
    ['advantage', 'second', 'part-d-drug', 'ask-independent-review', '2027-01-06'],
    ['medicare', 'first', 'part-d-drug', 'file-appeal', '2027-01-06'],
    ['medicare', 'first', 'medicare-claim', 'file-appeal', '2027-03-02'],
    ['medicare', 'second', 'part-d-drug', 'ask-independent-review', '2027-01-06'],
    ['medicare', 'second', 'medicare-claim', 'file-appeal', '2027-05-01'],
    ['medicaid', 'first', 'medicaid-plan', 'file-appeal', '2027-01-01'],
    ['medicaid', 'first', 'medicaid-plan', 'keep-care', '2026-11-12'],
    ['medicaid', 'second', 'medicaid-plan', 'fair-hearing', '2027-01-31'],
    ['tricare', 'first', 'tricare', 'file-appeal', '2027-01-31'],
    ['federal-job', 'first', 'fehb', 'file-appeal', '2027-05-02'],
  ])('%s, %s: %s %s is %s', (insurance, level, ladder, id, expected) => {
    expect(dateOf({ insurance, level }, ladder, id)?.date).toBe(expected);
  });

  it.each([
    ['job', 'second'],
    ['job', 'unsure'],
    ['bought', 'unsure'],
    ['advantage', 'all'],
    ['advantage', 'unsure'],
    ['medicare', 'all'],
    ['medicare', 'unsure'],
    ['medicaid', 'all'],
    ['medicaid', 'unsure'],
    ['tricare', 'second'],
    ['tricare', 'all'],
    ['tricare', 'unsure'],
    ['va', 'first'],
    ['va', 'second'],
    ['va', 'all'],
    ['va', 'unsure'],
    ['federal-job', 'second'],
    ['federal-job', 'unsure'],
    ['other', 'first'],
    ['unsure', 'first'],
  ])('%s at %s: no date is computed, the letter has it', (insurance, level) => {
    const lines = datesOf({ insurance, level });
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatchObject({ date: null, state: 'none' });
  });
  it('computes nothing for state Medicaid, a plan that goes on by itself, or a plan nobody names', () => {
    for (const level of ['first', 'second', 'all', 'unsure']) {
      const state = datesOf({ insurance: 'medicaid', level }).filter((each) => each.ladder === 'medicaid-state');
      expect(state.map((each) => each.date)).toEqual([null]);
    }
    expect(
      dateOf({ insurance: 'advantage', level: 'second' }, 'advantage-care', 'ask-independent-review'),
    ).toMatchObject({
      date: null,
      text: 'The plan sends the case on by itself. Ask if it was sent.',
    });
    const unsure = datesOf({ insurance: ['job', 'medicare'], 'who-said-no': 'unsure' });
    expect(unsure.map((each) => each.date)).toEqual([null, null, null]);
  });

  it.each([
    ['2026-10-30', '2027-03-01'],
    ['2026-10-31', '2027-03-01'],
    ['2026-10-29', '2027-03-01'],
    ['2026-10-28', '2027-02-28'],
    ['2026-08-31', '2026-12-31'],
    ['2026-07-31', '2026-12-01'],
  ])('four months after %s is %s', (letter, expected) => {
    expect(dateOf({ level: 'all' }, 'employer', 'ask-external-review', letter)?.date).toBe(expected);
  });
  it('knows leap years', () => {
    const at = (letterDate: string, level: string, id: string) =>
      planDates({
        ladders: guide.ladders.filter((ladder) => ladder.id === 'employer'),
        level,
        today: '2028-02-29',
        letterDate,
        isPartial: false,
        computed: true,
        fast: false,
      }).find((line) => line.id === id)?.date;
    expect(at('2027-10-29', 'all', 'ask-external-review')).toBe('2028-02-29');
    expect(at('2027-10-30', 'all', 'ask-external-review')).toBe('2028-03-01');
    expect(at('2028-02-29', 'all', 'ask-external-review')).toBe('2028-06-29');
    expect(at('2028-02-29', 'first', 'file-appeal')).toBe('2028-08-27');
  });
  it.each(['1970-01-01', '2026-11-22', '2027-12-01', '2099-12-31'])(
    'computes nothing on %s, when the clock of the kiosk cannot be right',
    (today) => {
      const lines = datesOf({}, today, { today });
      expect(lines.map(({ date }) => date)).toEqual([null, null, null]);
    },
  );
  it.each(['2026-11-23', '2027-11-30'])('computes on %s, the edge of what the content covers', (today) => {
    expect(datesOf({}, today, { today })[0]?.date).not.toBeNull();
  });
  it('are none for somebody who has appealed and waits', () => {
    for (const insurance of ['job', 'medicaid', 'va', 'other'])
      expect(datesOf({ insurance, level: 'pending' })).toEqual([]);
  });

  it.each([
    ['2026-09-27', '2026-12-01', 'ahead'],
    ['2026-09-26', '2026-11-30', 'soon'],
    ['2026-09-19', '2026-11-23', 'soon'],
    ['2026-09-18', '2026-11-22', 'past'],
  ])('Part D letter of %s: last day %s is %s', (letter, date, state) => {
    const line = dateOf({ insurance: 'medicare' }, 'part-d-drug', 'file-appeal', letter);
    expect(line).toMatchObject({ date, state });
  });
  it('never gives a date as the last word, and never says "too late"', () => {
    const text = (letter: string): string =>
      dateOf({ insurance: 'medicare' }, 'part-d-drug', 'file-appeal', letter)?.text ?? '';
    expect(text('2026-11-02')).toContain('by January 6, 2027, or by the day in your letter if that is sooner');
    expect(text('2026-09-26')).toContain('or by the day in your letter if that is sooner');
    expect(text('2026-09-18')).toMatch(/may be the last day\. Call today\. Ask if you can still appeal/);
    expect(text('2026-09-18')).not.toMatch(/too late|has passed/i);
  });
  it('names the rule behind every computed date', () => {
    for (const insurance of ['job', 'bought', 'advantage', 'medicare', 'medicaid', 'tricare']) {
      for (const line of datesOf({ insurance })) if (line.date !== null) expect(line.source).toMatch(/CFR/);
    }
  });
  it('prints the ten Medicaid days only for care that is being cut', () => {
    const keepCare = (letter: string | null, stage = 'denied') =>
      dateOf({ insurance: 'medicaid', stage }, 'medicaid-plan', 'keep-care', letter)?.text;
    expect(keepCare('2026-11-20')).toMatch(/^Does it cut care you get now\? Ask to keep it by November 30, 2026/);
    // The later of 10 days and the day the care ends: it may still be possible.
    expect(keepCare('2026-11-02')).toMatch(/You may still be able to keep it if it has not stopped\. Call today\.$/);
    for (const text of [keepCare(null), keepCare('2026-11-20', 'partial')])
      expect(text).toMatch(/You may have only 10 days\. Call today\.$/);
  });
  it('sends a week before the last day, or today, and calls three weekdays later', () => {
    // May 1, 2027 is a Saturday, so is the day a week before.
    expect(dateOf({}, 'employer', 'send-by')?.date).toBe('2027-04-24');
    expect(dateOf({}, 'employer', 'check-it-arrived')?.date).toBe('2027-04-28');
    const soon = { insurance: 'medicare' };
    expect(dateOf(soon, 'part-d-drug', 'send-by', '2026-09-26')?.date).toBe('2026-11-23');
    expect(dateOf(soon, 'part-d-drug', 'check-it-arrived', '2026-09-26')?.date).toBe('2026-11-27');
  });
  it('leaves blanks without a letter date, and where the hospital switched dates off', () => {
    for (const lines of [datesOf({}, null), datesOf({}, '2026-11-02', { computedDates: false })]) {
      expect(lines.map((each) => each.date)).toEqual([null, null, null]);
      expect(lines[0]?.text).toContain('the last day is in your letter');
    }
  });
  it('are none before any no', () => {
    for (const stage of ['not-sent', 'waiting', 'approved', 'unsure']) expect(datesOf({ stage }, null)).toEqual([]);
  });
});

/** F2 before F10. */
const byNumber = (one: string, other: string): number => Number(one.slice(1)) - Number(other.slice(1));

describe('help with money (docs/evidence/coverage-facts.md §7)', () => {
  const FEDERAL = ['medicare', 'advantage', 'medicaid', 'tricare', 'va'];
  it.each(FEDERAL)('never offers a copay card to somebody with %s, and says why', (insurance) => {
    for (const more of [[], ['job'], ['bought']]) {
      const view = viewOf({ stage: 'waiting', insurance: [...more, insurance], money: 'all' });
      const card = view.help.find((each) => each.id === 'F2');
      expect(card?.offered).toBe(false);
      expect(card?.reason).toBe('Not with Medicare, Medicaid, TRICARE or VA.');
    }
  });
  it('offers it with a job plan or a bought plan, and says to ask where nobody knows', () => {
    for (const insurance of ['job', 'bought']) {
      expect(offered(viewOf({ stage: 'waiting', insurance, money: 'copay' }))).toContain('F2');
    }
    expect(offered(viewOf({ insurance: 'none', money: 'all' }))).not.toContain('F2');
    for (const insurance of ['federal-job', 'other', 'unsure']) {
      const card = viewOf({ stage: 'waiting', insurance, money: 'all' }).help.find(({ id }) => id === 'F2');
      expect(card).toMatchObject({ offered: true, reason: 'Ask the pharmacy if a card works with this plan.' });
    }
  });
  it.each([
    ['job', ['F1', 'F2', 'F3', 'F5', 'F6', 'F7']],
    ['bought', ['F1', 'F2', 'F3', 'F5', 'F6', 'F7']],
    ['advantage', ['F1', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11']],
    ['medicare', ['F1', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'F10', 'F11']],
    ['medicaid', ['F1', 'F5', 'F6', 'F7', 'F8', 'F10']],
    ['tricare', ['F1', 'F3', 'F5', 'F6', 'F7']],
    ['va', ['F1', 'F3', 'F5', 'F6', 'F7']],
    ['none', ['F1', 'F3', 'F5', 'F7', 'F12', 'F13']],
  ])('offers %s what the table allows', (insurance, expected) => {
    expect([...offered(viewOf({ stage: 'waiting', insurance, money: 'all' }))].sort(byNumber)).toEqual(expected);
  });
  it('words a "?" of the table as a question', () => {
    const reason = (insurance: string, id: string): string | undefined =>
      viewOf({ stage: 'waiting', insurance, money: 'all' }).help.find((each) => each.id === id)?.reason;
    for (const insurance of ['medicaid', 'tricare', 'va']) expect(reason(insurance, 'F6')).toMatch(/^Ask /);
    for (const insurance of FEDERAL) expect(reason(insurance, 'F7')).toMatch(/^Ask .+ allow/);
    for (const insurance of [...FEDERAL, 'job', 'bought']) expect(reason(insurance, 'F1')).toMatch(/^Ask /);
  });
  it('offers nothing and no page about money to those who want none', () => {
    const view = viewOf({ stage: 'waiting', insurance: 'medicare', money: 'no' });
    expect(offered(view)).toEqual([]);
    expect(view.documents.map((each) => each.id)).not.toContain('D14');
  });
  it('gives the uninsured the money page whatever they said', () => {
    expect(ticked(viewOf({ insurance: 'none', money: 'no' }))).toContain('D14');
  });
});

describe('where to complain (docs/evidence/coverage-facts.md §6.1)', () => {
  const contacts = (insurance: string | readonly string[], more: Partial<PlanInput> = {}): readonly string[] =>
    viewOf({ stage: 'denied', insurance }, more).contacts.map((each) => each.id);
  it.each([
    ['job', ['ebsa', 'regulator-TX']],
    ['bought', ['regulator-TX']],
    ['medicare', ['medicare', 'ship']],
    ['advantage', ['medicare', 'ship']],
    ['medicaid', ['medicaid-TX']],
    ['tricare', ['tricare-east', 'tricare-west', 'tricare-for-life']],
    ['va', ['va', 'va-emergency']],
    ['federal-job', []],
    ['other', []],
    ['unsure', []],
  ])('%s', (insurance, expected) => {
    expect(contacts(insurance)).toEqual(expected);
  });
  it('names both regulators of California, and none without a state', () => {
    expect(contacts('bought', { state: 'CA' })).toEqual(['regulator-CA-dmhc', 'regulator-CA-cdi']);
    expect(contacts('bought', { state: null })).toEqual([]);
  });
  it('says for which job plans the Labor Department and the state are there', () => {
    const said = viewOf({ stage: 'denied', insurance: 'job' }).complaints.map((each) => each.text);
    expect(said).toHaveLength(3);
    expect(said[0]).toMatch(/^If your job is not with a government or a church/);
    expect(said[1]).toMatch(/public school workers: ask HR/);
    expect(said[2]).toMatch(/^If an insurance company pays, not your employer/);
  });
  it('prints the month of the evidence, and no phone of TRICARE', () => {
    const tricare = viewOf({ stage: 'denied', insurance: 'tricare' }).contacts;
    expect(tricare.map((each) => [each.phone, each.freshness])).toEqual([
      [null, 'as of 11/2026'],
      [null, 'as of 11/2026'],
      [null, 'as of 11/2026'],
    ]);
  });
});

describe('defaults for "not sure"', () => {
  it('treats an unknown number of refusals as the first, with no computed date', () => {
    for (const insurance of [
      'job',
      'bought',
      'medicare',
      'advantage',
      'medicaid',
      'tricare',
      'va',
      'other',
      'unsure',
    ]) {
      const [first, unsure] = ['first', 'unsure'].map((level) => viewOf({ stage: 'denied', insurance, level }));
      expect(unsure?.mainMessage).toBe(first?.mainMessage);
      expect(unsure && stepsOf(unsure)).toEqual(first && stepsOf(first));
    }
  });
  it('has a plan for somebody who is sure of nothing', () => {
    const view = viewOf({
      treatment: 'unsure',
      leaving: 'unsure',
      insurance: 'unsure',
      stage: 'unsure',
      urgent: 'unsure',
      money: 'all',
    });
    expect(view.mainMessage).toBe('Ask your case manager where the request stands.');
    expect(ticked(view)).toEqual(expect.arrayContaining(['D01', 'D17', 'D06', 'D14', 'D10']));
  });
});

describe('because', () => {
  it('quotes the own answers, with the question where a bare answer says nothing', () => {
    const view = viewOf({ stage: 'waiting', urgent: 'yes', insurance: ['medicare', 'job'] });
    const line = (id: string) => view.documents.find((each) => each.id === id)?.becauseLine;
    expect(line('D06')).toBe('You got this page because you said: Could waiting hurt your health? Yes.');
    expect(line('D05')).toContain('We asked. We are waiting');
    expect(view.steps[2]?.because).toEqual([{ question: 'urgent', answer: 'yes' }]);
  });
  it('never takes the state of the kiosk for an answer', () => {
    const json = JSON.stringify(viewOf({ stage: 'denied', insurance: 'bought' }).documents);
    expect(json).not.toContain('Texas');
  });
});

describe('answers to questions that are not asked', () => {
  it('change nothing', () => {
    const clean = inputOf({ stage: 'approved', insurance: ['medicare', 'job'], money: 'all' });
    const planner = plannerFor(guide);
    const stale = {
      ...clean,
      answers: {
        ...clean.answers,
        reason: ['experimental'],
        level: ['second'],
        urgent: ['yes'],
        'hold-up': ['slow'],
        'who-said-no': ['job'],
      },
    };
    expect(planner.plan(stale)).toEqual(planner.plan(clean));
    const site = { unitContacts: [] };
    expect(planner.view(stale, site)).toEqual(planner.view(clean, site));
  });
});

describe('the people who can help', () => {
  it('are the five of the guide; who helps now and the phone of the unit are marked', () => {
    const input = inputOf({ stage: 'waiting' }, { helpers: ['social-worker'] });
    const unitContacts = [{ role: 'case-manager', name: 'Unit 4', phone: '555-0100' }];
    const { people } = plannerFor(guide).view(input, { unitContacts });
    expect(people.map((each) => each.id)).toEqual([
      'case-manager',
      'infusion-company',
      'social-worker',
      'navigator',
      'doctor-office',
    ]);
    expect(people.filter((each) => each.helping).map((each) => each.id)).toEqual(['social-worker']);
    expect(people.map((each) => each.phone)).toEqual(['555-0100', null, null, null, null]);
  });
});
