/**
 * What people answer. The questions are in the order in which the kiosk asks them: a walk fails at one that comes too
 * early or not at all.
 */
import type { AnswerSet } from '../../src/plan/model';

export const UNINSURED: AnswerSet = {
  who: ['me'],
  treatment: ['antibiotics'],
  leaving: ['today'],
  insurance: ['none'],
  money: ['all'],
};

export const WAITING: AnswerSet = {
  who: ['me'],
  treatment: ['antibiotics'],
  leaving: ['soon'],
  insurance: ['medicare'],
  stage: ['waiting'],
  'hold-up': ['papers'],
  urgent: ['yes'],
  money: ['copay'],
};

export const DENIED: AnswerSet = {
  who: ['me'],
  treatment: ['tpn'],
  leaving: ['home'],
  insurance: ['bought'],
  stage: ['denied'],
  reason: ['not-necessary'],
  level: ['first'],
  urgent: ['no'],
  money: ['no'],
};

/** For somebody else, so that the words are about them. */
export const FOR_ANOTHER: AnswerSet = {
  who: ['other'],
  treatment: ['antibiotics'],
  leaving: ['soon'],
  insurance: ['medicaid'],
  stage: ['more-info'],
  urgent: ['yes'],
  money: ['all'],
};
