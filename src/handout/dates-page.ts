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

export function datesToWatch(ink: PageContext): readonly VNode[] {
  const { dates } = ink.view;
  const lastDays = lastDaysOf(dates);
  const shown = datesOfPageOne(dates);
  const others = lastDays.filter((date) => date !== shown[0]);
  return [
    ...line(shown, ink),
    h('div', { class: 'dates' }, [
      ...shown.slice(0, 1).map((date) => paragraph(date.text, 'date-title')),
      ...(others.length === 0 ? [] : [paragraph(others.map(({ text }) => text).join(' '), 'date-line')]),
      ...(lastDays.some((date) => date.date !== null) ? [] : [writeIn(ink.word('plan.last-day'))]),
    ]),
    h('ul', { class: 'ticks' }, [
      ...shown.filter((date) => !lastDays.includes(date)).map((date) => ticked([date.text])),
      ticked([writeIn(ink.word('dates.answer'))]),
    ]),
    ...calendar(lastDays, ink),
  ];
}

/** One day for the calendar. Of several last days only the letter tells which counts, so none of them has a code. */
function calendar(lastDays: readonly DateLine[], ink: PageContext): readonly VNode[] {
  const { calendar: entry } = ink.view;
  return entry === null || lastDays.length > 1 ? [] : [calendarCode(entry.event, ink)];
}

/** Nothing is drawn for a day that has passed: then the one thing to do is to call. */
function line(shown: readonly DateLine[], ink: PageContext): readonly VNode[] {
  const dateOf = (id: string): string | null => shown.find((date) => date.id === id)?.date ?? null;
  const [last] = shown;
  if (last?.state === 'past') return [];
  const ahead: readonly Stop[] = [
    { label: ink.word('dates.send-by'), date: dateOf('send-by') },
    { label: ink.word('dates.check-it-arrived'), date: dateOf('check-it-arrived') },
    { label: ink.word('dates.last-day'), date: last?.date ?? null },
  ];
  const today: Stop = { label: ink.word('dates.today'), date: ink.printedOn };
  // Nobody knows the order of blanks; days that are known stand in theirs.
  const inOrder = [...ahead].sort((one, other) => (one.date ?? '').localeCompare(other.date ?? ''));
  const stops = [today, ...inOrder];
  const alt = `${ink.word('dates.alt')} ${stops.map((stop) => stopText(stop, ink)).join('. ')}.`;
  return [
    h('div', { class: 'path' }, [
      picture(wayHome(1), alt, 'way-home'),
      h(
        'ol',
        { class: 'path-steps' },
        stops.map((stop, at) =>
          h('li', { class: at === 0 ? 'here' : '' }, [
            h('strong', stop.label),
            stop.date === null ? h('span', { class: 'write-date' }) : h('span', dateText(stop.date, ink)),
          ]),
        ),
      ),
      paragraph(ink.word('dates.caption'), 'caption'),
    ]),
  ];
}

function dateText(date: string, ink: PageContext): string {
  return formatDate(date, ink.guide.language, 'medium');
}

function stopText({ label, date }: Stop, ink: PageContext): string {
  return date === null ? label : `${label}: ${dateText(date, ink)}`;
}
