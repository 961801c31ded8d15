import { describe, expect, it } from 'vitest';
import { shiftLetterDate } from './letter-date';

const today = '2026-11-23';

describe('the date of the letter', () => {
  it('goes back by a day, a week, a month', () => {
    expect(shiftLetterDate(today, { days: -1, months: 0 }, today)).toBe('2026-11-22');
    expect(shiftLetterDate('2026-03-03', { days: -7, months: 0 }, today)).toBe('2026-02-24');
    expect(shiftLetterDate(today, { days: 0, months: -1 }, today)).toBe('2026-10-23');
  });

  it('ends at the last day of a shorter month', () => {
    expect(shiftLetterDate('2026-03-31', { days: 0, months: -1 }, today)).toBe('2026-02-28');
    expect(shiftLetterDate('2028-03-31', { days: 0, months: -1 }, '2028-04-01')).toBe('2028-02-29');
  });

  it('is never in the future', () => {
    expect(shiftLetterDate('2026-11-20', { days: 0, months: 1 }, today)).toBe(today);
  });

  it('is never older than two years', () => {
    expect(shiftLetterDate('2024-11-25', { days: -7, months: 0 }, today)).toBe('2024-11-23');
  });
});
