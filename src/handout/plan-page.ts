/** D01, "My plan": page 1 alone must be enough (docs/design/product.md, promise 1). */
import { h, type VNode } from 'vue';
import type { Guide, OverlayRule } from '../guide/model';
import { AROUND_THE_LAST_DAY, isOnlyIfCareIsCut } from '../plan';
import type { PlanView } from '../plan/model';
import type { PageContext } from './page-context';
import { paragraph, phoneOrBlank, ticked, writeIn } from './parts';

const PEOPLE_ON_PAGE_ONE = 3;

/** Everything of the plan that page 1 shows, below its title. */
export function planPage(context: PageContext): readonly VNode[] {
  const { view } = context;
  return [
    h('p', { class: 'message' }, view.mainMessage),
    h('p', { class: 'emergency' }, view.emergency),
    ...overlays(context),
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

function overlays({ guide, view }: PageContext): readonly VNode[] {
  const dates = overlaysWith(guide, 'dates');
  const stops = Object.values(guide.roles.urgency.stops);
  const shown = view.overlays.filter(({ id }) => !dates.includes(id));
  if (shown.length === 0) return [];
  return [
    h(
      'ul',
      { class: 'overlays' },
      shown.map((overlay) => h('li', { class: stops.includes(overlay.id) ? 'safety' : 'overlay' }, overlay.short)),
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
  const { stage } = context.guide.roles;
  if (context.answers[stage.question]?.some((answer) => stage.ok.includes(answer)) !== true) return [];
  return [
    h('div', { class: 'side-by-side' }, [
      writeIn(context.word('plan.approval-number'), 'wide'),
      writeIn(context.word('plan.approval-until')),
    ]),
  ];
}

/** Ids of the overlays whose words are printed at a place of their own. */
export function overlaysWith({ overlays }: Guide, ...roles: readonly OverlayRule['role'][]): readonly string[] {
  return overlays.flatMap(({ id, role }) => (role !== null && roles.includes(role) ? [id] : []));
}

/** The last days alone, without what to do around them. */
export function lastDaysOf(dates: PlanView['dates']): PlanView['dates'] {
  return dates.filter(({ id }) => !AROUND_THE_LAST_DAY.includes(id));
}

/** The dates that page 1 shows: the earliest last day, what may come before it, and when to send and to check. */
export function datesOfPageOne(guide: Pick<Guide, 'ladders'>, dates: PlanView['dates']): PlanView['dates'] {
  const ifCareIsCut = dates.filter((date) => isOnlyIfCareIsCut(guide, date));
  const lastDays = lastDaysOf(dates).filter((date) => !ifCareIsCut.includes(date));
  const earliest = [...lastDays].sort((one, other) => (one.date ?? '9').localeCompare(other.date ?? '9')).slice(0, 1);
  // With two last days, the days around them are printed for the earlier one.
  const first = (all: PlanView['dates']): PlanView['dates'] =>
    [...all.filter(({ ladder }) => ladder === earliest[0]?.ladder), ...all].slice(0, 1);
  const around = AROUND_THE_LAST_DAY.flatMap((id) => first(dates.filter((date) => date.id === id)));
  return [...earliest, ...first(ifCareIsCut), ...around];
}

function datesBox(context: PageContext): readonly VNode[] {
  const ids = overlaysWith(context.guide, 'dates');
  const overlay = context.view.overlays.find(({ id }) => ids.includes(id));
  const dates = datesOfPageOne(context.guide, context.view.dates);
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
