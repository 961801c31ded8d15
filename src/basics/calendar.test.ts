import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  addMonthsWithinMonth,
  addWorkDays,
  dayOf,
  formatDate,
  isCalendarDate,
  isFederalHoliday,
  isoOf,
} from './calendar';

const FIRST = Temporal.PlainDate.from('1996-01-01');
const DAYS = 60 * 366;
/** Prime to weeks and months: every weekday and every day of a month is met. */
const STRIDE = 11;

describe('day numbers are the calendar of Temporal', () => {
  it('forth and back, over sixty years', () => {
    for (let at = 0; at < DAYS; at += 1) {
      const iso = FIRST.add({ days: at }).toString();
      expect(dayOf(iso)).toBe(dayOf('1996-01-01') + at);
      expect(isoOf(dayOf(iso))).toBe(iso);
    }
  });

  it('for every time limit that is computed', () => {
    for (let at = 0; at < DAYS; at += STRIDE) {
      const date = FIRST.add({ days: at });
      const day = dayOf(date.toString());
      for (const days of [10, 60, 65, 90, 120, 180]) expect(isoOf(day + days)).toBe(date.add({ days }).toString());
    }
  });

  it('for calendar months; a day that the month has not is the first of the next', () => {
    for (let at = 0; at < DAYS; at += STRIDE) {
      const date = FIRST.add({ days: at });
      for (const months of [1, 4, 6, 12]) {
        const landed = date.add({ months });
        const expected = landed.day === date.day ? landed : landed.add({ days: 1 });
        expect(addMonths(date.toString(), months)).toBe(expected.toString());
      }
    }
  });

  it('for calendar months that stop at the last day of a shorter month', () => {
    for (let at = 0; at < DAYS; at += STRIDE) {
      const date = FIRST.add({ days: at });
      for (const months of [-24, -1, 1, 6]) {
        expect(addMonthsWithinMonth(date.toString(), months)).toBe(date.add({ months }).toString());
      }
    }
  });

  it('for the federal holidays as the Office of Personnel Management lists them', () => {
    const days = (from: string, to: string): readonly string[] =>
      Array.from({ length: dayOf(to) - dayOf(from) + 1 }, (_, at) => dayOf(from) + at)
        .filter(isFederalHoliday)
        .map(isoOf);
    expect(days('2026-01-01', '2027-12-31')).toEqual([
      ...['2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-07-03'],
      ...['2026-09-07', '2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25'],
      ...['2027-01-01', '2027-01-18', '2027-02-15', '2027-05-31', '2027-06-18', '2027-07-05'],
      ...['2027-09-06', '2027-10-11', '2027-11-11', '2027-11-25', '2027-12-24', '2027-12-31'],
    ]);
  });

  it('for work days', () => {
    for (let at = 0; at < 1000; at += 1) {
      let date = FIRST.add({ days: at });
      const day = dayOf(date.toString());
      for (let left = 3; left > 0;) {
        date = date.add({ days: 1 });
        if (date.dayOfWeek <= 5 && !isFederalHoliday(dayOf(date.toString()))) left -= 1;
      }
      expect(isoOf(addWorkDays(day, 3))).toBe(date.toString());
    }
  });

  it('and takes exactly the days that there are', () => {
    for (let year = 1999; year <= 2101; year += 1) {
      for (let month = 0; month <= 13; month += 1) {
        for (const day of [0, 1, 28, 29, 30, 31, 32]) {
          const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          expect(isCalendarDate(iso), iso).toBe(isInTemporal(iso));
        }
      }
    }
  });
});

function isInTemporal(iso: string): boolean {
  try {
    Temporal.PlainDate.from(iso, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

it('a date in words has its month by name', () => {
  expect(formatDate('2026-11-02', 'en', 'full')).toBe('Monday, November 2, 2026');
  expect(formatDate('2026-11-02', 'en', 'long')).toBe('November 2, 2026');
  expect(formatDate('2026-11-02', 'en', 'medium')).toBe('Nov 2, 2026');
});
