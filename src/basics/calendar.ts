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

/** `count` days on, counting Monday to Friday only; holidays are not known here. Takes and gives day numbers. */
export function addWorkDays(day: number, count: number): number {
  let current = day;
  let left = count;
  while (left > 0) {
    current += 1;
    const weekday = (current + 4) % 7;
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return current;
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
