/**
 * Calendar days as `2026-11-23`, without a time zone. Arithmetic runs on day numbers, because a plan must be made
 * 200,000 times a second and a calendar object costs more than the plan.
 */
const DAY_MS = 86_400_000;

/** Days since 1970-01-01. */
export function dayOf(iso: string): number {
  return Date.parse(iso) / DAY_MS;
}

/** The day as `2026-11-23`. */
export function isoOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Whether the text is a day that exists, written `2026-11-23`: `Date.parse` alone takes February 30 for March 2. */
export function isCalendarDate(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayOf(text) : NaN;
  return !Number.isNaN(day) && isoOf(day) === text;
}

export function addDays(iso: string, days: number): string {
  return isoOf(dayOf(iso) + days);
}

/**
 * The same day `months` later; in a month without that day, the first of the month after it
 * (45 CFR 147.136(d)(2)(i): four months after October 30 is March 1).
 */
export function addMonths(iso: string, months: number): string {
  const { year, month, day } = partsOf(iso);
  const landed = new Date(Date.UTC(year, month - 1 + months, day));
  const wantedMonth = (((month - 1 + months) % 12) + 12) % 12;
  const isSameMonth = landed.getUTCMonth() === wantedMonth;
  return isoOf((isSameMonth ? landed.getTime() : Date.UTC(year, month + months, 1)) / DAY_MS);
}

/** The same day `months` later; in a month without that day, the last day of that month. */
export function addMonthsWithinMonth(iso: string, months: number): string {
  const { year, month, day } = partsOf(iso);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return isoOf(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)) / DAY_MS);
}

/** `count` days on, counting Monday to Friday and no federal holiday. Takes and gives day numbers. */
export function addWorkDays(day: number, count: number): number {
  let current = day;
  let left = count;
  while (left > 0) {
    current += 1;
    if (!isWeekend(current) && !isFederalHoliday(current)) left -= 1;
  }
  return current;
}

function weekdayOf(day: number): number {
  return (day + 4) % 7;
}
function isWeekend(day: number): boolean {
  return weekdayOf(day) === 0 || weekdayOf(day) === 6;
}

/** A mean year is enough to find the year of a day: its neighbors are looked at, too. */
const DAYS_IN_YEAR = 365.2425;
const holidays = new Map<number, ReadonlySet<number>>();

/** Whether federal offices are closed for a holiday (5 U.S.C. 6103). */
export function isFederalHoliday(day: number): boolean {
  const year = 1970 + Math.floor(day / DAYS_IN_YEAR);
  let near = holidays.get(year);
  if (near === undefined) {
    near = new Set([year - 1, year, year + 1].flatMap(federalHolidays));
    holidays.set(year, near);
  }
  return near.has(day);
}

function federalHolidays(year: number): readonly number[] {
  const dayIn = (month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY_MS;
  /** The day itself, or the weekday beside a weekend. */
  const observed = (month: number, day: number): number => {
    const it = dayIn(month, day);
    return weekdayOf(it) === 6 ? it - 1 : weekdayOf(it) === 0 ? it + 1 : it;
  };
  /** The nth such weekday of a month; Sunday is 0. */
  const nth = (count: number, weekday: number, month: number): number => {
    const first = dayIn(month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + (count - 1) * 7;
  };
  const [monday, thursday] = [1, 4];
  const lastOfMay = dayIn(5, 31);
  return [
    observed(1, 1),
    nth(3, monday, 1),
    nth(3, monday, 2),
    lastOfMay - ((weekdayOf(lastOfMay) - monday + 7) % 7),
    observed(6, 19),
    observed(7, 4),
    nth(1, monday, 9),
    nth(2, monday, 10),
    observed(11, 11),
    nth(4, thursday, 11),
    observed(12, 25),
  ];
}

/** How long a date is written: `Monday, November 23, 2026`, `November 23, 2026`, `Nov 23, 2026`. */
export type DateStyle = 'full' | 'long' | 'medium';

/** A day in words. The month is always a name, so that it cannot be mistaken for the day. */
export function formatDate(iso: string, language: string, style: DateStyle): string {
  const locale = language === 'en' ? 'en-US' : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: style, timeZone: 'UTC' }).format(Date.parse(iso));
}

function partsOf(iso: string): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return { year, month, day };
}
