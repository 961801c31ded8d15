import { describe, expect, it } from 'vitest';
import type { Condition, Question } from '../../guide/model';
import { answersOffered, chooseAnswer, keepOnPath } from './answers';

const always: Condition = { is: {}, not: {}, only: {}, atLeast: {}, flags: [], noFlags: [] };

function question(
  many: boolean,
  answers: Readonly<Record<string, boolean>>,
  from: string | null = null,
  id = 'insurance',
): Question {
  return {
    id,
    many,
    answersFrom: from,
    unsure: 'unsure' in answers ? 'unsure' : null,
    ask: always,
    title: '',
    hint: null,
    why: null,
    answers: Object.entries(answers).map(([id, exclusive]) => ({
      id,
      label: id,
      hint: null,
      inState: null,
      exclusive,
    })),
  };
}

describe('choosing', () => {
  const many = question(true, { job: false, medicare: false, none: true, unsure: true });

  it('replaces the one answer of a single choice', () => {
    expect(chooseAnswer(question(false, { yes: false, no: false }), ['yes'], 'no')).toEqual(['no']);
  });

  it('collects all that fit, and drops one at a second touch', () => {
    expect(chooseAnswer(many, ['job'], 'medicare')).toEqual(['job', 'medicare']);
    expect(chooseAnswer(many, ['job', 'medicare'], 'job')).toEqual(['medicare']);
  });

  it('clears the others for an answer that stands alone, and the other way round', () => {
    expect(chooseAnswer(many, ['job', 'medicare'], 'none')).toEqual(['none']);
    expect(chooseAnswer(many, ['none'], 'unsure')).toEqual(['unsure']);
    expect(chooseAnswer(many, ['unsure'], 'job')).toEqual(['job']);
  });
});

describe('answers from another question', () => {
  it('are those chosen there, and "not sure"', () => {
    const which = question(false, { job: false, medicare: false, va: false, unsure: false }, 'insurance');
    const offered = answersOffered(which, { insurance: ['va', 'job'] });
    expect(offered.map((answer) => answer.id)).toEqual(['job', 'va', 'unsure']);
  });
});

describe('a changed answer', () => {
  it('keeps what is still on the path and names the rest', () => {
    const questions = [
      question(false, { me: false }, null, 'who'),
      question(false, { approved: false }, null, 'stage'),
      question(true, { none: true }, null, 'reason'),
      question(false, { first: false }, null, 'level'),
    ];
    const answers = { who: ['me'], stage: ['approved'], reason: ['none'], level: [] };
    expect(keepOnPath({ questions }, answers, ['who', 'stage', 'money'])).toEqual({
      answers: { who: ['me'], stage: ['approved'] },
      dropped: ['reason'],
    });
  });

  it('drops an answer that another question no longer offers', () => {
    const questions = [
      question(true, { job: false, medicare: false, va: false }),
      question(false, { job: false, medicare: false, va: false, unsure: false }, 'insurance', 'who-said-no'),
    ];
    const answers = { insurance: ['medicare', 'va'], 'who-said-no': ['job'] };
    expect(keepOnPath({ questions }, answers, ['insurance', 'who-said-no'])).toEqual({
      answers: { insurance: ['medicare', 'va'], 'who-said-no': [] },
      dropped: ['who-said-no'],
    });
  });
});
