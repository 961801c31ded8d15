import { describe, expect, it } from 'vitest';
import type { PlanView } from '../plan/model';
import { view } from '../../tests/support/worst-case';
import { datesOfPageOne, peopleToCall } from './plan-page';

const ladders = [
  {
    id: 'medicaid-plan',
    coverage: 'medicaid',
    name: '',
    letterWords: null,
    levels: [],
    here: {},
    dates: [{ id: 'ten-days', at: [], onlyIfCareIsCut: true, add: null, alsoPartial: false, text: '', source: '' }],
  },
];

function date(id: string, day: string | null): PlanView['dates'][number] {
  return { id, ladder: null, date: day, state: 'ahead', text: id, source: '' };
}

describe('the dates of page 1', () => {
  it('are the earliest last day, then when to send and to check', () => {
    const dates = [
      date('file-appeal', '2027-01-21'),
      date('ask-external-review', '2026-12-01'),
      date('check-it-arrived', '2026-11-26'),
      date('send-by', '2026-11-24'),
    ];
    expect(datesOfPageOne({ ladders }, dates).map(({ id }) => id)).toEqual([
      'ask-external-review',
      'send-by',
      'check-it-arrived',
    ]);
  });

  it('keep the line about care one has already beside the last day, never in its place', () => {
    const [care, last] = [date('ten-days', '2026-11-25'), date('file-appeal', '2027-01-10')];
    const dates = [care, last].map((each) => ({ ...each, ladder: 'medicaid-plan' }));
    expect(datesOfPageOne({ ladders }, dates).map(({ id }) => id)).toEqual(['file-appeal', 'ten-days']);
  });

  it("tell what to do around the earliest last day, not around another letter's", () => {
    const of = (ladder: string, line: PlanView['dates'][number]): PlanView['dates'][number] => ({ ...line, ladder });
    const dates = [
      of('claim', date('file-appeal', '2027-03-02')),
      of('drug', date('file-appeal', '2027-01-06')),
      of('claim', date('send-by', '2027-02-23')),
      of('drug', date('send-by', '2026-12-30')),
    ];
    expect(datesOfPageOne({ ladders }, dates).map((each) => each.date)).toEqual(['2027-01-06', '2026-12-30']);
  });

  it('put a computed date before a line that has none', () => {
    const dates = [date('ask-independent-review', null), date('file-appeal', '2026-12-01')];
    expect(datesOfPageOne({ ladders }, dates).map(({ id }) => id)).toEqual(['file-appeal']);
  });
});

describe('people to call', () => {
  it('are those who help already, then those of the steps, three in all', () => {
    const people = view.people.map((person) => ({ ...person, helping: person.id === 'social-worker' }));
    expect(peopleToCall({ ...view, people }).map(({ id }) => id)).toEqual([
      'social-worker',
      'doctor-office',
      'case-manager',
    ]);
  });
});
