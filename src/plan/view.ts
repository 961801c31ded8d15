/** A plan with its words: what screens, paper and `npm run packet` show. */
import type { Contact, Guide, Text } from '../guide/model';
import { calendarEvent } from './insurance/calendar-event';
import { viewClocks } from './insurance/clocks';
import { officesOf } from './insurance/complaints';
import { viewDate } from './insurance/date-words';
import { nextLastDay } from './insurance/dates';
import type { ContactView, LadderView, Plan, PlanInput, PlanView } from './model';
import { becauseTexts } from './rules/because';
import type { PersonFacts } from './rules/person';
import { wordingOf, type Wording } from './wording';

/** What a plan takes from the settings of the kiosk. */
export interface SiteContacts {
  /** The hospital's own contacts; `role` is the id of a person who can help. */
  readonly unitContacts: readonly { readonly role: string; readonly name: string; readonly phone: string }[];
}

export interface ViewedPerson {
  readonly input: PlanInput;
  readonly person: PersonFacts;
  readonly site: SiteContacts;
}

/** @param plan made by the same guide from the same input */
export function viewPlan(guide: Guide, plan: Plan, { input, person, site }: ViewedPerson): PlanView {
  const wording = wordingOf(guide, input);
  const { word } = wording;
  return {
    mainMessage: wording.fill(find(guide.messages, plan.message).text),
    emergency: word('plan.emergency'),
    overlays: plan.overlays.map((overlay) => viewOverlay(overlay, wording)),
    steps: plan.steps.map((step) => viewStep(step, wording)),
    calendar: viewCalendar(plan, wording),
    dates: plan.dates.map((line) => viewDate(line, wording)),
    ladders: plan.ladders.map((ladder) => viewLadder(ladder, person, wording)),
    clocks: viewClocks(guide, input.answers, person.path, {
      word: (key, parameters) => word(`plan.clocks.${key}`, parameters),
      labelOf: (insurance) =>
        wording.fill(find(find(guide.questions, guide.roles.insurance.question).answers, insurance).label),
    }),
    help: plan.help.map((help) => viewHelp(help, wording)),
    complaints: plan.complaints.map((complaint) => viewComplaint(complaint, wording)),
    people: plan.people.map((id) => viewPerson(id, site, wording)),
    contacts: plan.contacts.map((id) => viewContact(contactOf(guide, id), wording)),
    documents: plan.documents.map((document) => viewDocument(document, wording)),
  };
}

type Item<List extends keyof PlanView & keyof Plan> = Plan[List] extends readonly (infer Each)[] ? Each : never;
type ItemView<List extends keyof PlanView> = PlanView[List] extends readonly (infer Each)[] ? Each : never;

function viewOverlay(overlay: Item<'overlays'>, { guide, fill }: Wording): ItemView<'overlays'> {
  const { id, page, parts, because } = overlay;
  const rule = find(guide.overlays, id);
  const texts = parts.flatMap((key) => rule.parts.find((part) => part.key === key)?.text ?? []);
  return {
    id,
    title: fill(rule.title),
    short: fill(rule.short),
    page,
    text: texts.map((text) => fill(text)),
    because,
  };
}

function viewStep({ id, because }: Item<'steps'>, { guide, fill, word }: Wording): ItemView<'steps'> {
  const { text, who, why } = find(guide.steps, id);
  return { text: fill(text), who, whoName: word(`plan.actors.${who}`), why: fill(why), because };
}

function viewCalendar({ dates }: Plan, { guide, input, word }: Wording): PlanView['calendar'] {
  const date = nextLastDay(guide, dates);
  if (date === null) return null;
  const title = word('plan.dates.calendar');
  return { date, title, event: calendarEvent({ date, title, madeOn: input.today }) };
}

function viewLadder(
  { id, here }: Item<'ladders'>,
  { ladders }: PersonFacts,
  { guide, input, fill }: Wording,
): LadderView {
  const { question, sent } = guide.roles.level;
  const { coverage, name, letterWords, levels } = find(ladders, id);
  const orNull = (text: Text | null): string | null => (text === null ? null : fill(text));
  return {
    id,
    coverage,
    name: fill(name),
    letterWords: orNull(letterWords),
    here,
    sent: input.answers[question]?.some((answer) => sent.includes(answer)) === true,
    levels: levels.map((level) => ({
      ...level,
      name: fill(level.name),
      about: fill(level.about),
      decidedWithin: { standard: orNull(level.decidedWithin.standard), fast: orNull(level.decidedWithin.fast) },
    })),
  };
}

function viewHelp({ id, outcome, offered }: Item<'help'>, wording: Wording): ItemView<'help'> {
  const { guide, input, fill } = wording;
  const rule = find(guide.help, id);
  const reason = fill(find(rule.outcomes, outcome).reason);
  return {
    id,
    title: fill(rule.title),
    card: rule.card,
    offered,
    reason: offered ? reason + missingOffice(rule.contacts, wording) : reason,
    contacts: officesOf(guide, rule.contacts)(input.state),
  };
}

function viewComplaint({ id, because }: Item<'complaints'>, wording: Wording): ItemView<'complaints'> {
  const { guide, input, fill } = wording;
  const rule = find(guide.complaints, id);
  return {
    id,
    text: fill(rule.text) + missingOffice(rule.contacts, wording),
    contacts: officesOf(guide, rule.contacts)(input.state),
    because,
  };
}

/** The sentence that takes the place of a state's office when the person named no state; else nothing. */
function missingOffice(ids: readonly string[], { guide, input, word }: Wording): string {
  return officesOf(guide, ids)(input.state).length < ids.length ? ` ${word('plan.freshness.none')}` : '';
}

function viewPerson(id: string, { unitContacts }: SiteContacts, { guide, input, fill }: Wording): ItemView<'people'> {
  const { name, does, asks } = find(guide.people, id);
  return {
    id,
    name: fill(name),
    does: fill(does),
    asks: asks.map((ask) => fill(ask)),
    helping: input.helpers.includes(id),
    phone: unitContacts.find((contact) => contact.role === id)?.phone ?? null,
  };
}

function contactOf({ contacts, states }: Guide, id: string): Contact {
  return find([...contacts, ...states.flatMap((state) => [...state.regulators, state.medicaid])], id);
}

function viewContact(contact: Contact, { fill, word }: Wording): ContactView {
  const { id, name, about, phone, tty, web, checkedOn, asOf } = contact;
  const [year = '', month = ''] = (checkedOn ?? asOf).split('-');
  const age = checkedOn === null ? 'as-of' : 'checked';
  const freshness =
    phone === null && web === null
      ? word('plan.freshness.none')
      : word(`plan.freshness.${age}`, { month: `${month}/${year}` });
  return { id, name, about: fill(about), phone, tty, web, freshness };
}

function viewDocument(document: Item<'documents'>, { guide, fill, word }: Wording): ItemView<'documents'> {
  const answers = becauseTexts(guide, document.because, fill);
  return {
    ...document,
    title: fill(find(guide.documents, document.id).title),
    becauseLine:
      answers.length === 0 ? word('plan.because.asked') : word('plan.because.line', { answers: answers.join('; ') }),
  };
}

function find<Each extends { readonly id: string }>(list: readonly Each[], id: string): Each {
  const each = list.find((item) => item.id === id);
  if (each === undefined) throw new Error(`the plan names "${id}", which the guide does not have`);
  return each;
}
