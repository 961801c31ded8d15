/**
 * The answers of several people, in the order in which the kiosk asks. A walk fails at a question that comes too early or
 * not at all.
 */
import type { AnswerSet } from '../../src/plan/model';

export const UNINSURED: AnswerSet = {
  who: ['me'],
  treatment: ['antibiotics'],
  leaving: ['today'],
  insurance: ['none'],
  urgent: ['no'],
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

/** Answers for somebody else, so that the texts are about that person. */
export const FOR_ANOTHER: AnswerSet = {
  who: ['other'],
  treatment: ['antibiotics'],
  leaving: ['soon'],
  insurance: ['medicaid'],
  stage: ['more-info'],
  urgent: ['yes'],
  money: ['all'],
};
