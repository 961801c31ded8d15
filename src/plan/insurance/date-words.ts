/** The date lines of a plan in words. */
import { formatDate } from '../../basics/calendar';
import type { PlannedDate, PlanView } from '../model';
import type { Wording } from '../wording';
import { AROUND_THE_LAST_DAY, FAST_FIRST } from './dates';

export function viewDate(line: PlannedDate, wording: Wording): PlanView['dates'][number] {
  return { ...line, ...wordsOf(line, wording) };
}

function wordsOf(
  { id, ladder, date, state }: PlannedDate,
  { guide, input, fill, word }: Wording,
): { readonly text: string; readonly source: string } {
  const level = input.answers[guide.roles.level.question]?.[0] ?? '';
  const rules = (guide.ladders.find((each) => each.id === ladder)?.dates ?? []).filter(({ at }) => at.includes(level));
  const shown = date === null ? '' : formatDate(date, guide.language, 'long');
  if (id === FAST_FIRST) return { text: word('plan.dates.fast-first'), source: '' };
  // They have the source of their last day.
  if (AROUND_THE_LAST_DAY.includes(id)) {
    const text = date === null ? word(`plan.dates.${id}-none`) : word(`plan.dates.${id}`, { date: shown });
    return { text, source: rules.find(({ add }) => add !== null)?.source ?? '' };
  }
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) return { text: word('plan.dates.own-letter'), source: '' };
  const { source, onlyIfCareIsCut } = rule;
  const what = fill(rule.text);
  if (onlyIfCareIsCut && state === 'past') return { text: word('plan.dates.past-care-cut', { what }), source };
  if (onlyIfCareIsCut && state === 'none' && rule.add !== null)
    return { text: word('plan.dates.none-care-cut', { what, days: rule.add.count }), source };
  switch (state) {
    case 'ahead':
      return { text: word('plan.dates.by', { what, date: shown }), source };
    case 'soon':
      return { text: word('plan.dates.soon', { what, date: shown }), source };
    case 'past':
      return { text: word('plan.dates.past', { what, date: shown }), source };
    case 'none':
      // A whole sentence needs no more words; a phrase lacks its end.
      return { text: what.endsWith('.') ? what : word('plan.dates.none', { what }), source };
  }
}
