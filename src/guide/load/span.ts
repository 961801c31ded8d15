import { addMonths } from '../../basics/calendar';
import type { ClockSpan } from '../model';
import type { ContentParts } from './parse';
import type { Report } from './reading';

/** The evidence of a year ago may have changed, so nothing is computed from it. */
const MONTHS = 12;

/**
 * The days on which the clock of a kiosk with this content can be right: from the oldest row of evidence until a year
 * after the newest row or check (docs/design/product.md "Rules that hold for every person", 16).
 */
export function clockSpan({ coverage, national, states }: Omit<ContentParts, 'span'>): ClockSpan {
  const rows = [
    ...coverage.ladders.flatMap(({ value: { levels, dates } }) => [...levels, ...dates]),
    ...coverage.payers.flatMap(({ value: { clocks, rules, overseers, help } }) => [
      ...clocks,
      ...rules,
      ...overseers,
      ...help,
    ]),
    ...national.value.contacts,
    states.value,
  ];
  const days = rows.map(({ as_of }) => as_of).sort();
  const checks = rows.map(({ checked_on }) => checked_on).sort();
  const newest = [days.at(-1) ?? '', checks.at(-1) ?? ''].sort().at(-1) ?? '';
  return { from: days[0] ?? '', until: addMonths(newest, MONTHS) };
}

/** Reports a check that nobody can have made yet. A clock that cannot be right says nothing about a check. */
export function checkCheckedOn(
  checkedOn: string,
  field: string,
  { span, today, report }: { readonly span: ClockSpan; readonly today: string; readonly report: Report },
): void {
  if (checkedOn <= today || today < span.from) return;
  report(field, `${checkedOn} is in the future.`, 'write the day of the check.');
}
