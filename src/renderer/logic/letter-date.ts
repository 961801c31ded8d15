import { addDays, addMonthsWithinMonth } from '../../basics/calendar';

/** The steps of the letter's date. Dates are like `2026-11-23`, never in the future, at most two years back. */

export interface DateShift {
  readonly days: number;
  readonly months: number;
}

const OLDEST_MONTHS = 24;

/** Moves a date, clamped between two years ago and today. The 31st of a shorter month becomes its last day. */
export function shiftLetterDate(date: string, shift: DateShift, today: string): string {
  const moved = addDays(addMonthsWithinMonth(date, shift.months), shift.days);
  const oldest = addMonthsWithinMonth(today, -OLDEST_MONTHS);
  if (moved > today) return today;
  return moved < oldest ? oldest : moved;
}
