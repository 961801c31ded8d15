/** D12, "Dates to watch": the days around the last day as the way home, then each with a box to tick. */
import { h, type VNode } from 'vue';
import { wayHome } from '../drawings';
import type { PlanView } from '../plan/model';
import { calendarCode } from './codes';
import { picture } from './drawings/picture';
import type { PageContext } from './page-context';
import { formatDate } from '../basics/calendar';
import { paragraph, ticked, writeIn } from './parts';
import { datesOfPageOne, lastDaysOf } from './plan-page';

type DateLine = PlanView['dates'][number];

/** One stone: what to do there, and the day; null leaves a line to write it on. */
interface Stop {
  readonly label: string;
  readonly date: string | null;
}

export function datesToWatch(context: PageContext): readonly VNode[] {
  const { dates } = context.view;
  const lastDays = lastDaysOf(dates);
  const shown = datesOfPageOne(context.guide, dates);
  const others = lastDays.filter((date) => date !== shown[0]);
  return [
    ...line(shown, context),
    h('div', { class: 'dates' }, [
      ...shown.slice(0, 1).map((date) => paragraph(date.text, 'date-title')),
      ...(others.length === 0 ? [] : [paragraph(others.map(({ text }) => text).join(' '), 'date-line')]),
      ...(lastDays.some((date) => date.date !== null) ? [] : [writeIn(context.word('plan.last-day'))]),
    ]),
    h('ul', { class: 'ticks' }, [
      ...shown.filter((date) => !lastDays.includes(date)).map((date) => ticked([date.text])),
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

/** Nothing is drawn for a day that has passed: then the one thing to do is to call. */
function line(shown: readonly DateLine[], context: PageContext): readonly VNode[] {
  const dateOf = (id: string): string | null => shown.find((date) => date.id === id)?.date ?? null;
  const [last] = shown;
  if (last?.state === 'past') return [];
  const ahead: readonly Stop[] = [
    { label: context.word('dates.send-by'), date: dateOf('send-by') },
    { label: context.word('dates.check-it-arrived'), date: dateOf('check-it-arrived') },
    { label: context.word('dates.last-day'), date: last?.date ?? null },
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
