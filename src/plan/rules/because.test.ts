import { expect, it } from 'vitest';
import type { Condition, Guide } from '../../guide/model';
import { becauseTexts } from './because';

const always: Condition = { is: {}, not: {}, only: {}, atLeast: {}, flags: [], noFlags: [] };
const base = { answersFrom: null, unsure: null, ask: always, hint: null, why: null };
const guide = {
  questions: [
    {
      ...base,
      id: 'urgent',
      many: false,
      title: 'Could waiting hurt your health?',
      answers: [{ id: 'yes', label: 'Yes', hint: null, inState: null, exclusive: false, picture: null }],
    },
    {
      ...base,
      id: 'insurance',
      many: true,
      title: 'What health insurance do you have?',
      answers: [{ id: 'medicaid', label: 'Medicaid', hint: null, inState: null, exclusive: false, picture: null }],
    },
  ],
} as unknown as Guide;
const fill = (text: string): string => text;

it('says the answer in the words of the person, with its question where the answer alone says nothing', () => {
  const because = [
    { question: 'urgent', answer: 'yes' },
    { question: 'insurance', answer: 'medicaid' },
  ];
  expect(becauseTexts(guide, because, fill)).toEqual(['Could waiting hurt your health? Yes', 'Medicaid']);
});

it('has nothing to say where the person asked for the item itself', () => {
  expect(becauseTexts(guide, [{ asked: true }], fill)).toEqual([]);
});
