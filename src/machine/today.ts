/** `2026-11-23`: the calendar date where the machine stands. */
export function today(now: Date = new Date()): string {
  const twoDigits = (count: number): string => String(count).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
