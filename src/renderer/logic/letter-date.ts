/** The steppers of the letter's date: calendar dates as `2026-11-23`, never in the future, at most two years back. */

export interface DateShift {
  readonly days: number;
  readonly months: number;
}

const OLDEST_MONTHS = 24;

/** Moves a date, and stops at today and at two years back. The 31st of a month without one becomes its last day. */
export function shiftLetterDate(date: string, shift: DateShift, today: string): string {
  const moved = addDays(addMonths(date, shift.months), shift.days);
  const oldest = addMonths(today, -OLDEST_MONTHS);
  if (moved > today) return today;
  return moved < oldest ? oldest : moved;
}

function addDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

function addMonths(date: string, months: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(day, lastDay));
  return at.toISOString().slice(0, 10);
}

/** "Monday, November 2, 2026", in the language of the screen. */
export function dateInWords(date: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}
