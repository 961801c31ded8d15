/** D12, "Dates to watch": the days around the last day as the way home, then each with a box to tick. */
import { h, type VNode } from 'vue';
import { wayHome } from '../drawings';
import type { PlanView } from '../plan/model';
import { calendarCode } from './codes';
import { picture } from './drawings/picture';
import type { PageContext } from './page-context';
import { formatDate } from '../basics/calendar';
import { paragraph, ticked, writeIn } from './parts';
import { AROUND_THE_LAST_DAY, FAST_FIRST, isOnlyIfCareIsCut } from '../plan';
import { datesOfPageOne, lastDaysOf, needsLastDay } from './plan-page';

type DateLine = PlanView['dates'][number];

/** One stone: what to do there, and the day; null leaves a line to write it on. */
interface Stop {
  readonly label: string;
  readonly date: string | null;
}

export function datesToWatch(context: PageContext): readonly VNode[] {
  const { dates } = context.view;
  const lastDays = lastDaysOf(dates);
  const shown = datesOfPageOne(dates);
  const around = shown.filter(({ id }) => AROUND_THE_LAST_DAY.includes(id));
  const [first, ...others] = shown.filter((date) => !around.includes(date));
  return [
    ...line(shown, context),
    h('div', { class: 'dates' }, [
      ...(first === undefined ? [] : [paragraph(first.text, 'date-title')]),
      ...others.map(({ text }) => paragraph(text, 'date-line')),
      ...(needsLastDay(context.guide, dates) ? [writeIn(context.word('plan.last-day'))] : []),
    ]),
    h('ul', { class: 'ticks' }, [
      ...around.map((date) => ticked([date.text])),
      ticked([writeIn(context.word('dates.answer'))]),
    ]),
    ...calendar(lastDays, context),
  ];
}

/** One day for the calendar. With several last days only the letter says which one counts, so none gets a code. */
function calendar(lastDays: readonly DateLine[], context: PageContext): readonly VNode[] {
  const { calendar: entry } = context.view;
  return entry === null || lastDays.length > 1 ? [] : [calendarCode(entry.event, context)];
}

/**
 * The path to the earliest last day. Nothing is drawn for a day that may have passed, and nothing for somebody who asks
 * for the fast way: then the one thing to do is to call.
 */
function line(shown: readonly DateLine[], context: PageContext): readonly VNode[] {
  const dateOf = (id: string): string | null => shown.find((date) => date.id === id)?.date ?? null;
  const isCut = (date: DateLine): boolean => isOnlyIfCareIsCut(context.guide, date);
  const lastDays = lastDaysOf(shown).filter((date) => !isCut(date));
  const last = lastDays.find(({ date }) => date !== null) ?? lastDays[0];
  if (last === undefined || last.state === 'past' || shown.some(({ id }) => id === FAST_FIRST)) return [];
  if (!needsLastDay(context.guide, shown) && last.date === null) return [];
  const ahead: readonly Stop[] = [
    { label: context.word('dates.send-by'), date: dateOf('send-by') },
    { label: context.word('dates.check-it-arrived'), date: dateOf('check-it-arrived') },
    { label: context.word('dates.last-day'), date: last.date },
  ];
  const today: Stop = { label: context.word('dates.today'), date: context.printedOn };
  // Blanks have no known order; known days are sorted.
  const inOrder = [...ahead].sort((one, other) => (one.date ?? '').localeCompare(other.date ?? ''));
  const stops = [today, ...inOrder];
  const alt = `${context.word('dates.alt')} ${stops.map((stop) => stopText(stop, context)).join('. ')}.`;
  return [
    h('div', { class: 'path' }, [
      picture(wayHome(1), alt, 'way-home'),
      h(
        'ol',
        { class: 'path-steps' },
        stops.map((stop, at) =>
          h('li', { class: at === 0 ? 'here' : '' }, [
            h('strong', stop.label),
            stop.date === null ? h('span', { class: 'write-date' }) : h('span', dateText(stop.date, context)),
          ]),
        ),
      ),
      paragraph(context.word('dates.caption'), 'caption'),
    ]),
  ];
}

function dateText(date: string, context: PageContext): string {
  return formatDate(date, context.guide.language, 'medium');
}

function stopText({ label, date }: Stop, context: PageContext): string {
  return date === null ? label : `${label}: ${dateText(date, context)}`;
}
