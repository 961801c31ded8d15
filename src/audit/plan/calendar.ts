/** The verification's own calendar, apart from the engine's: months counted in a table, no date object. */
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
function lengthOf(year: number, month: number): number {
  return (LENGTHS[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);
}
function leapDaysBefore(year: number): number {
  const last = year - 1;
  return Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400);
}
const EPOCH = 1970 * 365 + leapDaysBefore(1970);

const known = new Map<string, number>();

/** Days since January 1, 1970. Each day is reckoned once: millions of people share a few. */
export function dayNumber(iso: string): number {
  let day = known.get(iso);
  if (day === undefined) {
    day = dayOfParts(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
    known.set(iso, day);
  }
  return day;
}
function dayOfParts(year: number, month: number, day: number): number {
  let days = year * 365 + leapDaysBefore(year) - EPOCH;
  for (let each = 1; each < month; each += 1) days += lengthOf(year, each);
  return days + day - 1;
}

/**
 * So many calendar months on; where that month has no such day, the first of the month after it
 * (docs/evidence/coverage-facts.md A3).
 */
export function addMonthsByTable(iso: string, months: number): number {
  const day = Number(iso.slice(8, 10));
  let year = Number(iso.slice(0, 4));
  let month = Number(iso.slice(5, 7)) + months;
  while (month > 12) {
    month -= 12;
    year += 1;
  }
  if (day <= lengthOf(year, month)) return dayOfParts(year, month, day);
  return month === 12 ? dayOfParts(year + 1, 1, 1) : dayOfParts(year, month + 1, 1);
}
