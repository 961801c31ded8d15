import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Guide } from '../guide/model';
import { loadGuide } from '../guide/load';
import { checkInput } from './check';
import type { AnswerSet, PlanInput } from './model';

let guide: Guide;
beforeAll(() => {
  const loaded = loadGuide({ folder: resolve('content'), language: 'en', today: '2026-11-23' });
  if (!loaded.ok) throw new Error('the content does not load');
  guide = loaded.value.guide;
});

const DENIED: AnswerSet = {
  who: ['me'],
  treatment: ['ivig', 'antibiotics'],
  leaving: ['home'],
  insurance: ['va', 'job'],
  stage: ['denied'],
  reason: ['not-covered'],
  'who-said-no': ['job'],
  level: ['first'],
  urgent: ['no'],
  money: ['bill', 'drug'],
};
const WAITING: AnswerSet = {
  who: ['me'],
  treatment: ['tpn'],
  leaving: ['home'],
  insurance: ['job'],
  stage: ['waiting'],
  'hold-up': ['slow'],
  urgent: ['no'],
  money: ['no'],
};
function check(answers: AnswerSet, more: Partial<PlanInput> = {}) {
  return checkInput(guide, {
    today: '2026-11-23',
    answers,
    state: 'TX',
    letterDate: null,
    helpers: [],
    computedDates: true,
    largePrint: false,
    ...more,
  });
}
function without(answers: AnswerSet, question: string): AnswerSet {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => id !== question));
}

describe('answers that fit', () => {
  it('are taken, in the order of the questions', () => {
    const checked = check(DENIED, { letterDate: '2026-11-02', helpers: ['navigator'] });
    if (!checked.ok) throw new Error(checked.error.fix);
    expect(Object.keys(checked.value.answers)).toEqual(Object.keys(DENIED));
    expect(checked.value.answers['treatment']).toEqual(['antibiotics', 'ivig']);
    expect(checked.value.answers['insurance']).toEqual(['job', 'va']);
  });
  it('need no state, letter date or helper', () => {
    expect(check(WAITING, { state: null }).ok).toBe(true);
  });
  it('may have a letter of today, or of two years ago to the day', () => {
    expect(check(DENIED, { letterDate: '2026-11-23' }).ok).toBe(true);
    expect(check(DENIED, { letterDate: '2024-11-23' }).ok).toBe(true);
    expect(check(DENIED, { letterDate: '2024-02-29', today: '2026-02-28' }).ok).toBe(true);
  });
});

describe('what does not fit is refused with its place and the fix', () => {
  it.each<readonly [string, AnswerSet, Partial<PlanInput>, string, RegExp]>([
    ['an unknown question', { ...WAITING, zip: ['78701'] }, {}, 'answers.zip', /one of the questions: who, treatment/],
    ['an unknown answer', { ...WAITING, stage: ['wait'] }, {}, 'answers.stage', /"wait" is no answer.+waiting/],
    ['no answer in a list', { ...WAITING, money: [] }, {}, 'answers.money', /choose one of: drug/],
    ['an answer named twice', { ...WAITING, treatment: ['tpn', 'tpn'] }, {}, 'answers.treatment', /once/],
    [
      'two answers where one is asked',
      { ...WAITING, leaving: ['today', 'soon'] },
      {},
      'answers.leaving',
      /one answer only/,
    ],
    [
      '"not sure" beside another',
      { ...WAITING, treatment: ['tpn', 'unsure'] },
      {},
      'answers.treatment',
      /"unsure" stands alone/,
    ],
    [
      '"no insurance" beside a plan',
      { ...WAITING, insurance: ['none', 'va'] },
      {},
      'answers.insurance',
      /"none" stands alone/,
    ],
    ['"no, thank you" beside a wish', { ...WAITING, money: ['no', 'bill'] }, {}, 'answers.money', /"no" stands alone/],
    ['a question left out', without(WAITING, 'urgent'), {}, 'answers.urgent', /answer it/],
    ['nothing at all', {}, {}, 'answers.who', /answer it/],
    ['a stage without insurance', { ...WAITING, insurance: ['none'] }, {}, 'answers.stage', /remove it/],
    ['a hold-up after a yes', { ...WAITING, stage: ['approved'] }, {}, 'answers.hold-up', /remove it/],
    ['urgency after a yes', { ...without(WAITING, 'hold-up'), stage: ['approved'] }, {}, 'answers.urgent', /remove it/],
    ['a reason before any no', { ...WAITING, reason: ['none'] }, {}, 'answers.reason', /remove it/],
    ['who said no, with one plan', { ...DENIED, insurance: ['job'] }, {}, 'answers.who-said-no', /remove it/],
    ['who said no left out, with two plans', without(DENIED, 'who-said-no'), {}, 'answers.who-said-no', /answer it/],
    [
      'a plan the person does not have',
      { ...DENIED, 'who-said-no': ['medicaid'] },
      {},
      'answers.who-said-no',
      /one of: .*job.*unsure/,
    ],
    ['an unknown state', WAITING, { state: 'Texas' }, 'state', /"Texas" is no state/],
    ['a territory', WAITING, { state: 'PR' }, 'state', /"PR" is no state/],
    ['an unknown helper', WAITING, { helpers: ['nurse'] }, 'helpers', /"nurse" is no answer/],
    ['nobody and somebody', WAITING, { helpers: ['nobody', 'navigator'] }, 'helpers', /"nobody" stands alone/],
    ['a letter before any no', WAITING, { letterDate: '2026-11-02' }, 'letterDate', /remove it/],
    ['a letter from the future', DENIED, { letterDate: '2026-11-24' }, 'letterDate', /not after 2026-11-23/],
    ['a letter of more than two years ago', DENIED, { letterDate: '2024-11-22' }, 'letterDate', /more than 2 years/],
    ['a letter of a day that never was', DENIED, { letterDate: '2026-02-30' }, 'letterDate', /date of the calendar/],
    [
      'a letter of February 29 in no leap year',
      DENIED,
      { letterDate: '2026-02-29' },
      'letterDate',
      /date of the calendar/,
    ],
    ['a letter date that is no date', DENIED, { letterDate: 'last week' }, 'letterDate', /date of the calendar/],
    ['a today that is no date', WAITING, { today: '2026-13-01' }, 'today', /date of the calendar/],
  ])('%s', (_, answers, more, place, fix) => {
    const checked = check(answers, more);
    if (checked.ok) throw new Error('it was taken');
    expect(checked.error.place).toBe(place);
    expect(checked.error.fix).toMatch(fix);
  });
});
