import { describe, expect, it } from 'vitest';
import { nextLastDay } from './dates';
import type { DateState, PlannedDate } from '../model';

describe('the day for the calendar', () => {
  const line = (id: string, date: string | null, state: DateState = 'ahead'): PlannedDate => ({
    id,
    ladder: 'medicaid-plan',
    date,
    state,
  });

  const ladder = {
    id: 'medicaid-plan',
    coverage: 'medicaid',
    name: '',
    letterWords: null,
    levels: [],
    here: {},
    hasLastDay: true,
    dates: [{ id: 'ten-days', at: [], onlyIfCareIsCut: true, add: null, alsoPartial: false, text: '', source: '' }],
  };
  const nextDay = (...dates: readonly PlannedDate[]): string | null => nextLastDay({ ladders: [ladder] }, dates);

  it('is the earliest last day that is still to come', () => {
    expect(nextDay(line('file-appeal', '2027-05-01'), line('file-appeal', '2027-03-02'))).toBe('2027-03-02');
    expect(nextDay(line('file-appeal', '2026-11-22', 'past'), line('fair-hearing', '2027-01-24'))).toBe('2027-01-24');
  });
  it('is no day around it, and not the ten days that only some letters start', () => {
    const around = [line('send-by', '2026-11-30'), line('check-it-arrived', '2026-12-03')];
    expect(nextDay(...around, line('ten-days', '2026-11-27', 'soon'), line('file-appeal', '2027-01-16'))).toBe(
      '2027-01-16',
    );
  });
  it('is none where no day is computed, or all have passed', () => {
    expect(nextDay(line('file-appeal', null, 'none'))).toBeNull();
    expect(nextDay(line('file-appeal', '2026-11-22', 'past'))).toBeNull();
    expect(nextDay()).toBeNull();
  });
});
