/** D01, "My plan": page 1 alone must be enough (docs/design/product.md, promise 1). */
import { h, type VNode } from 'vue';
import type { Guide, OverlayRule } from '../guide/model';
import { AROUND_THE_LAST_DAY, FAST_FIRST, isLastDay } from '../plan';
import type { PlanView } from '../plan/model';
import type { PageContext } from './page-context';
import { paragraph, phoneOrBlank, ticked, writeIn } from './parts';

const [MIN_PEOPLE, MAX_PEOPLE] = [2, 3];
const CHECK = 'check-it-arrived';

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
    writeIn(context.word('plan.nights'), 'wide'),
  ];
}

function overlays({ guide, view }: PageContext): readonly VNode[] {
  // The steps, the dates and the ladder of the plan say what these say.
  const elsewhere = overlaysWith(guide, 'dates', 'ladder', 'fast');
  const stops = Object.values(guide.roles.urgency.stops);
  const shown = view.overlays.filter(({ id }) => !elsewhere.includes(id));
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
  return dates.filter(isLastDay);
}

/**
 * The dates that page 1 shows. Every letter's line stands there, because only the letter says which one holds: first what
 * is fast or has no day ("ask now" beats a computed date), then the days in order, then what to do around the earliest
 * (docs/design/product.md "Rules that hold for every person", 1 and 5).
 */
export function datesOfPageOne(dates: PlanView['dates']): PlanView['dates'] {
  const lastDays = lastDaysOf(dates).filter(
    ({ text }, index, all) => all.findIndex((each) => each.text === text) === index,
  );
  const inOrder = lastDays.sort((one, other) => (one.date ?? '').localeCompare(other.date ?? ''));
  const earliest = inOrder.find(({ date }) => date !== null)?.ladder;
  // With two last days, the days around them are printed for the earlier one.
  const around = AROUND_THE_LAST_DAY.flatMap((id) => {
    const all = dates.filter((date) => date.id === id);
    return [...all.filter(({ ladder }) => ladder === earliest), ...all].slice(0, 1);
  });
  return [...dates.filter(({ id }) => id === FAST_FIRST), ...inOrder, ...around];
}

/** Whether a last day has to be copied from the letter: nobody computed it, and the letter has one. */
export function needsLastDay({ ladders }: Pick<Guide, 'ladders'>, dates: PlanView['dates']): boolean {
  return lastDaysOf(dates).some(
    ({ date, ladder }) => date === null && ladders.find(({ id }) => id === ladder)?.hasLastDay !== false,
  );
}

function datesBox(context: PageContext): readonly VNode[] {
  const ids = overlaysWith(context.guide, 'dates');
  const overlay = context.view.overlays.find(({ id }) => ids.includes(id));
  const dates = datesOfPageOne(context.view.dates);
  if (overlay === undefined && dates.length === 0) return [];
  const isFast = dates.some(({ id }) => id === FAST_FIRST);
  return [
    h('div', { class: 'dates' }, [
      // The fast way says it better.
      ...(overlay === undefined || isFast ? [] : [paragraph(overlay.short, 'date-title')]),
      // The page of dates says when to call.
      ...dates
        .filter(({ id }) => id !== CHECK)
        .map(({ id, text }) => paragraph(text, id === FAST_FIRST ? 'date-title' : 'date-line')),
      ...(needsLastDay(context.guide, dates) ? [writeIn(context.word('plan.last-day'))] : []),
    ]),
  ];
}

/** Those who help now, then those whom the steps name; filled up from the list, so that there is always somebody. */
export function peopleToCall(view: PlanView): PlanView['people'] {
  const helping = view.people.filter((person) => person.helping);
  const named = view.steps.flatMap((step) => view.people.filter((person) => person.id === step.who));
  const needed = [...new Set([...helping, ...named])].slice(0, MAX_PEOPLE);
  return [...new Set([...needed, ...view.people])].slice(0, Math.max(needed.length, MIN_PEOPLE));
}

function personToCall(person: PlanView['people'][number], context: PageContext): VNode {
  return h('div', { class: 'call' }, [
    h('span', { class: 'call-name' }, person.name),
    phoneOrBlank(person.phone, context),
  ]);
}
