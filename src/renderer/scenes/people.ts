/** People whose answers lead to what is worth looking at. */
import type { VisitFields } from './scene';

type Person = Required<Pick<VisitFields, 'answers' | 'letterDate'>>;

/** As many answers as anybody can give. */
const EVERYTHING = {
  who: ['other'],
  treatment: ['antibiotics', 'tpn', 'biologic', 'ivig', 'other'],
  leaving: ['soon'],
  insurance: ['job', 'federal-job', 'bought', 'medicare', 'advantage', 'medicaid', 'tricare', 'va', 'other'],
  urgent: ['yes'],
  money: ['all'],
} as const;

export const PEOPLE = {
  denied: {
    answers: {
      who: ['me'],
      treatment: ['antibiotics', 'tpn'],
      leaving: ['soon'],
      insurance: ['advantage', 'bought'],
      stage: ['denied'],
      reason: ['not-necessary', 'missing-papers'],
      'who-said-no': ['bought'],
      level: ['first'],
      urgent: ['yes'],
      money: ['all'],
    },
    letterDate: '2026-11-02',
  },
  waiting: {
    answers: {
      who: ['other'],
      treatment: ['antibiotics'],
      leaving: ['soon'],
      insurance: ['medicare'],
      stage: ['waiting'],
      'hold-up': ['papers'],
      urgent: ['no'],
      money: ['copay'],
    },
    letterDate: null,
  },
  refused: {
    answers: {
      ...EVERYTHING,
      stage: ['denied'],
      reason: [
        'not-necessary',
        'not-covered',
        'experimental',
        'step-therapy',
        'missing-papers',
        'network',
        'place',
        'after-yes',
        'other-reason',
      ],
      'who-said-no': ['unsure'],
      level: ['first'],
    },
    letterDate: '2026-11-02',
  },
  unasked: { answers: { ...EVERYTHING, stage: ['not-sent'] }, letterDate: null },
} as const satisfies Readonly<Record<string, Person>>;

export type PersonName = keyof typeof PEOPLE;
