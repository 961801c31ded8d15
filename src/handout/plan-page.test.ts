import { describe, expect, it } from 'vitest';
import type { PlanView } from '../plan/model';
import { view } from '../../tests/support/worst-case';
import { datesOfPageOne, needsLastDay, peopleToCall } from './plan-page';

function date(id: string, day: string | null): PlanView['dates'][number] {
  return { id, ladder: null, date: day, state: 'ahead', text: `${id} ${day ?? ''}`, source: '' };
}

describe('the dates of page 1', () => {
  const of = (ladder: string, line: PlanView['dates'][number]): PlanView['dates'][number] => ({ ...line, ladder });
  const idsOf = (dates: PlanView['dates']) => datesOfPageOne(dates).map(({ id }) => id);

  it("have every letter's line, in the order of the calendar, then when to send and to check", () => {
    const dates = [
      date('file-appeal', '2027-01-21'),
      date('ask-external-review', '2026-12-01'),
      date('check-it-arrived', '2026-11-26'),
      date('send-by', '2026-11-24'),
    ];
    expect(idsOf(dates)).toEqual(['ask-external-review', 'file-appeal', 'send-by', 'check-it-arrived']);
  });

  it("tell what to do around the earliest last day, not around another letter's", () => {
    const dates = [
      of('claim', date('file-appeal', '2027-03-02')),
      of('drug', date('file-appeal', '2027-01-06')),
      of('claim', date('send-by', '2027-02-23')),
      of('drug', date('send-by', '2026-12-30')),
    ];
    expect(datesOfPageOne(dates).map((each) => each.date)).toEqual(['2027-01-06', '2027-03-02', '2026-12-30']);
  });

  it('put "ask now" before a computed date, and the fast way before both', () => {
    const dates = [date('file-appeal', '2026-12-01'), date('fair-hearing', null), date('fast-first', null)];
    expect(idsOf(dates)).toEqual(['fast-first', 'fair-hearing', 'file-appeal']);
  });

  it('leave a line to copy the day of a letter that nobody computed, and none where no letter has one', () => {
    const ladder = { coverage: '', name: '', letterWords: null, levels: [], here: {}, dates: [] };
    const ladders = [
      { ...ladder, id: 'va', hasLastDay: false },
      { ...ladder, id: 'tricare', hasLastDay: true },
    ];
    expect(needsLastDay({ ladders }, [of('tricare', date('file-appeal', null))])).toBe(true);
    expect(needsLastDay({ ladders }, [of('tricare', date('file-appeal', '2026-12-01'))])).toBe(false);
    expect(needsLastDay({ ladders }, [of('va', date('file-appeal', null))])).toBe(false);
    expect(needsLastDay({ ladders }, [date('own-letter', null)])).toBe(true);
  });
});

describe('people to call', () => {
  it('are those who help already, then those of the steps, two at least and three at most', () => {
    const people = view.people.map((person) => ({ ...person, helping: person.id === 'social-worker' }));
    expect(peopleToCall({ ...view, people }).map(({ id }) => id)).toEqual(['social-worker', 'doctor-office']);
    const nobody = view.people.map((person) => ({ ...person, helping: false }));
    expect(peopleToCall({ ...view, people: nobody, steps: [] })).toHaveLength(2);
  });
});
