/** D01, "My plan": page 1 alone must be enough (docs/design/product.md, promise 1). */
import { h, type VNode } from 'vue';
import type { PlanView } from '../plan/model';
import type { PageContext } from './page-context';
import { paragraph, phoneOrBlank, ticked, writeIn } from './parts';

/** Dates that say what to do around the last day; every other line is a last day itself. */
const AROUND_THE_LAST_DAY: readonly string[] = ['send-by', 'check-it-arrived'];
/** A second last day, only for care that the person has already: it is printed beside the first, never instead. */
const ONLY_IF_CARE_IS_CUT = 'keep-care';
/** These overlays are the box of dates. */
const DATES_OVERLAY = 'dates';
const SAFETY_OVERLAY = 'safety';
const PEOPLE_ON_PAGE_ONE = 3;

/** Everything of the plan that page 1 shows, below its title. */
export function planPage(context: PageContext): readonly VNode[] {
  const { view } = context;
  return [
    h('p', { class: 'message' }, view.mainMessage),
    h('p', { class: 'emergency' }, view.emergency),
    ...overlays(view),
    ...approvalBlanks(context),
    ...datesBox(context),
    h('h2', context.word('plan.steps')),
    h(
      'ol',
      { class: 'steps' },
      view.steps.map((step, at) => planStep(step, at + 1, context)),
    ),
    h('h2', context.word('plan.people')),
    ...peopleToCall(view).map((person) => personToCall(person, context)),
  ];
}

function overlays(view: PlanView): readonly VNode[] {
  const shown = view.overlays.filter((overlay) => overlay.id !== DATES_OVERLAY);
  if (shown.length === 0) return [];
  return [
    h(
      'ul',
      { class: 'overlays' },
      shown.map((overlay) => h('li', { class: overlay.id === SAFETY_OVERLAY ? 'safety' : 'overlay' }, overlay.short)),
    ),
  ];
}

function planStep(step: PlanView['steps'][number], number: number, context: PageContext): VNode {
  return ticked([
    h('p', [h('strong', `${number}. ${step.text}`), ' ', h('span', { class: 'step-who' }, step.whoName)]),
    paragraph(context.word('plan.why', { why: step.why })),
  ]);
}

/** The number that everybody who bills will ask for; worth a line on page 1 once the plan said yes. */
function approvalBlanks(context: PageContext): readonly VNode[] {
  const stages = context.answers['stage'] ?? [];
  if (!stages.includes('approved') && !stages.includes('partial')) return [];
  return [
    h('div', { class: 'side-by-side' }, [
      writeIn(context.word('plan.approval-number'), 'wide'),
      writeIn(context.word('plan.approval-until')),
    ]),
  ];
}

/** The last days alone, without what to do around them. */
export function lastDaysOf(dates: PlanView['dates']): PlanView['dates'] {
  return dates.filter(({ id }) => !AROUND_THE_LAST_DAY.includes(id));
}

/** The dates that page 1 shows: the earliest last day, what may come before it, and when to send and to check. */
export function datesOfPageOne(dates: PlanView['dates']): PlanView['dates'] {
  const lastDays = lastDaysOf(dates).filter(({ id }) => id !== ONLY_IF_CARE_IS_CUT);
  const earliest = [...lastDays].sort((one, other) => (one.date ?? '9').localeCompare(other.date ?? '9')).slice(0, 1);
  // With two last days, the days around them are printed for the earlier one.
  const first = (id: string): PlanView['dates'] => {
    const all = dates.filter((date) => date.id === id);
    return [...all.filter(({ ladder }) => ladder === earliest[0]?.ladder), ...all].slice(0, 1);
  };
  return [...earliest, ...first(ONLY_IF_CARE_IS_CUT), ...AROUND_THE_LAST_DAY.flatMap(first)];
}

function datesBox(context: PageContext): readonly VNode[] {
  const overlay = context.view.overlays.find((candidate) => candidate.id === DATES_OVERLAY);
  const dates = datesOfPageOne(context.view.dates);
  if (overlay === undefined && dates.length === 0) return [];
  const [first, ...others] = dates;
  const lines = [
    ...(overlay === undefined ? [] : [paragraph(overlay.short, 'date-title')]),
    ...(first === undefined ? [] : [paragraph(first.text, 'date-line')]),
    ...(first?.date ? [] : [writeIn(context.word('plan.last-day'))]),
    ...(others.length === 0 ? [] : [paragraph(others.map((date) => date.text).join(' '), 'date-line')]),
  ];
  return [h('div', { class: 'dates' }, lines)];
}

/** Those who help now, then those whom the steps name, then the first of the list. */
export function peopleToCall(view: PlanView): PlanView['people'] {
  const helping = view.people.filter((person) => person.helping);
  const named = view.steps.flatMap((step) => view.people.filter((person) => person.id === step.who));
  return [...new Set([...helping, ...named, ...view.people])].slice(0, PEOPLE_ON_PAGE_ONE);
}

function personToCall(person: PlanView['people'][number], context: PageContext): VNode {
  return h('div', { class: 'call' }, [
    h('span', { class: 'call-name' }, person.name),
    phoneOrBlank(person.phone, context),
  ]);
}
