/**
 * The date lines of a plan, on the safe side (docs/evidence/coverage-facts.md §5): no roll past weekends, holidays
 * unknown.
 */
import { addMonths, addWorkDays, dayOf, isoOf } from '../../basics/calendar';
import type { Guide, Ladder } from '../../guide/model';
import type { DateState, PlannedDate } from '../model';

const SOON_DAYS = 7;
/** Post takes time: send a week before the last day (docs/evidence/product-anchors.md D12). */
const SEND_BEFORE_DAYS = 7;
const CHECK_AFTER_WORK_DAYS = 3;

function stateOfDate(day: number, today: number): DateState {
  if (day < today) return 'past';
  return day - today <= SOON_DAYS ? 'soon' : 'ahead';
}

/** The line that comes before every date when waiting could hurt: the dates are for the slow way. */
export const FAST_FIRST = 'fast-first';
/** Lines that say what to do around the last day. */
export const AROUND_THE_LAST_DAY: readonly string[] = ['send-by', 'check-it-arrived'];

/** Whether a line is a last day itself. */
export function isLastDay({ id }: Pick<PlannedDate, 'id'>): boolean {
  return id !== FAST_FIRST && !AROUND_THE_LAST_DAY.includes(id);
}

/** Whether a line is a second last day, which only some letters start: it never takes the place of the first. */
export function isOnlyIfCareIsCut(
  { ladders }: Pick<Guide, 'ladders'>,
  { id, ladder }: Pick<PlannedDate, 'id' | 'ladder'>,
): boolean {
  const rules = ladders.find((each) => each.id === ladder)?.dates ?? [];
  return rules.some((rule) => rule.id === id && rule.onlyIfCareIsCut);
}

/** The earliest last day that has not passed. */
export function nextLastDay(guide: Pick<Guide, 'ladders'>, dates: readonly PlannedDate[]): string | null {
  const days = dates.flatMap((line) => {
    const { date, state } = line;
    const isCounted = isLastDay(line) && !isOnlyIfCareIsCut(guide, line);
    return date === null || state === 'past' || !isCounted ? [] : [date];
  });
  return days.sort()[0] ?? null;
}

export interface DateRequest {
  readonly ladders: readonly Ladder[];
  /** Answer about the level. */
  readonly level: string;
  readonly today: string;
  readonly letterDate: string | null;
  /**
   * The plan said yes to less: only times confirmed for that too are computed (docs/evidence/coverage-facts.md A12).
   */
  readonly isPartial: boolean;
  readonly computed: boolean;
  /**
   * Waiting could hurt: the fast way comes first, and no date that is months away stands beside it
   * (docs/design/product.md "Rules that hold for every person", 1).
   */
  readonly fast: boolean;
}

/** Every date line of a plan for somebody who still has to ask for a new look (docs/design/product.md "Dates"). */
export function planDates({
  ladders,
  level,
  today,
  letterDate,
  isPartial,
  computed,
  fast,
}: DateRequest): readonly PlannedDate[] {
  const now = dayOf(today);
  const dated = (id: string, ladder: string | null, day: number): PlannedDate => ({
    id,
    ladder,
    date: isoOf(day),
    state: stateOfDate(day, now),
  });
  const blank = (id: string, ladder: string | null): PlannedDate => ({ id, ladder, date: null, state: 'none' });

  const lines: PlannedDate[] = ladders.length === 0 ? [blank('file-appeal', null)] : [];
  const around: PlannedDate[] = [];
  for (const ladder of ladders) {
    for (const rule of ladder.dates) {
      if (!rule.at.includes(level)) continue;
      if (rule.add === null || letterDate === null || !computed || (isPartial && !rule.alsoPartial)) {
        lines.push(blank(rule.id, ladder.id));
        continue;
      }
      const last =
        rule.add.unit === 'days' ? dayOf(letterDate) + rule.add.count : dayOf(addMonths(letterDate, rule.add.count));
      lines.push(dated(rule.id, ladder.id, last));
      if (rule.onlyIfCareIsCut || fast) continue;
      const sendBy = Math.max(now, last - SEND_BEFORE_DAYS);
      around.push(dated('send-by', ladder.id, sendBy));
      around.push(dated('check-it-arrived', ladder.id, addWorkDays(sendBy, CHECK_AFTER_WORK_DAYS)));
    }
  }
  const hasLastDay = ladders.length === 0 || ladders.some((ladder) => ladder.hasLastDay);
  if (!hasLastDay) return lines;
  if (fast) return [blank(FAST_FIRST, null), ...lines];
  if (around.length === 0) around.push(blank('send-by', null), blank('check-it-arrived', null));
  return [...lines, ...around];
}
