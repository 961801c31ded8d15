/** A plan with its words: what screens, paper and `npm run packet` show. */
import type { Contact, Guide, Text, Voice } from '../guide/model';
import { say, type Parameters } from '../guide/text';
import { becauseTexts } from './rules/because';
import { calendarEvent } from './insurance/calendar-event';
import { languageOf } from './rules/conditions';
import { viewClocks } from './insurance/clocks';
import { formatDate } from '../basics/calendar';
import { nextLastDay } from './insurance/dates';
import { officesOf } from './insurance/complaints';
import type { AnswerSet, Because, ContactView, Plan, PlanInput, PlanView } from './model';

export interface SiteContacts {
  /** The hospital's own contacts; `role` is the id of a person who can help. */
  readonly unitContacts: readonly { readonly role: string; readonly name: string; readonly phone: string }[];
}

export function voiceOf(answers: AnswerSet): Voice {
  return answers['who']?.includes('other') === true ? 'other' : 'me';
}

export function viewPlan(guide: Guide, plan: Plan, input: PlanInput, { unitContacts }: SiteContacts): PlanView {
  const voice = voiceOf(input.answers);
  const fill = (text: Text, parameters: Parameters = {}): string => say(text, voice, parameters);
  const word = (key: string, parameters: Parameters = {}): string => {
    const text = guide.words[key];
    if (text === undefined) throw new Error(`there are no words for ${key}`);
    return fill(text, parameters);
  };
  const { ladders, path } = languageOf(guide).read(input.answers);

  return {
    mainMessage: fill(found(guide.messages, plan.message).text),
    emergency: word('plan.emergency'),
    overlays: plan.overlays.map(({ id, page, parts, because }) => {
      const rule = found(guide.overlays, id);
      return {
        id,
        title: fill(rule.title),
        short: fill(rule.short),
        page,
        text: parts.flatMap((key) => rule.parts.find((part) => part.key === key)?.text ?? []).map((text) => fill(text)),
        because,
      };
    }),
    steps: plan.steps.map(({ id, because }) => {
      const rule = found(guide.steps, id);
      return {
        text: fill(rule.text),
        who: rule.who,
        whoName: word(`plan.actors.${rule.who}`),
        why: fill(rule.why),
        because,
      };
    }),
    calendar: calendarOf(plan.dates),
    dates: plan.dates.map((line) => ({ ...line, ...wordsOfDate(line) })),
    ladders: plan.ladders.map(({ id, here }) => {
      const ladder = found(ladders, id);
      return {
        id,
        coverage: ladder.coverage,
        name: fill(ladder.name),
        letterWords: ladder.letterWords === null ? null : fill(ladder.letterWords),
        here,
        levels: ladder.levels.map((level) => ({
          ...level,
          name: fill(level.name),
          about: fill(level.about),
          decidedWithin: {
            standard: level.decidedWithin.standard === null ? null : fill(level.decidedWithin.standard),
            fast: level.decidedWithin.fast === null ? null : fill(level.decidedWithin.fast),
          },
        })),
      };
    }),
    clocks: viewClocks(guide, input.answers, path, {
      word: (key, parameters) => word(`plan.clocks.${key}`, parameters),
      labelOf: (insurance) => {
        const question = found(guide.questions, 'insurance');
        return fill(found(question.answers, insurance).label);
      },
    }),
    help: plan.help.map(({ id, outcome, offered }) => {
      const rule = found(guide.help, id);
      return {
        id,
        title: fill(rule.title),
        card: rule.card,
        offered,
        reason: fill(found(rule.outcomes, outcome).reason) + (offered ? askForOffice(rule.contacts) : ''),
        contacts: officesOf(guide, rule.contacts)(input.state),
      };
    }),
    complaints: plan.complaints.map(({ id, because }) => {
      const rule = found(guide.complaints, id);
      return {
        id,
        text: fill(rule.text) + askForOffice(rule.contacts),
        contacts: officesOf(guide, rule.contacts)(input.state),
        because,
      };
    }),
    people: plan.people
      .map((id) => found(guide.people, id))
      .map((person) => ({
        id: person.id,
        name: fill(person.name),
        does: fill(person.does),
        asks: person.asks.map((ask) => fill(ask)),
        helping: input.helpers.includes(person.id),
        phone: unitContacts.find((contact) => contact.role === person.id)?.phone ?? null,
      })),
    contacts: plan.contacts.map((id) => viewContact(contactOf(id))),
    documents: plan.documents.map((document) => ({
      ...document,
      title: fill(found(guide.documents, document.id).title),
      becauseLine: becauseLine(document.because),
    })),
  };

  function calendarOf(dates: Plan['dates']): PlanView['calendar'] {
    const date = nextLastDay(dates);
    if (date === null) return null;
    const title = word('plan.dates.calendar');
    return { date, title, event: calendarEvent({ date, title, madeOn: input.today }) };
  }

  function wordsOfDate({ id, ladder, date, state }: Plan['dates'][number]): { text: string; source: string } {
    const rules = guide.ladders.find((each) => each.id === ladder)?.dates ?? [];
    const level = input.answers['level']?.[0] ?? '';
    const rule = rules.find((each) => each.id === id && each.at.includes(level));
    const shown = date === null ? '' : formatDate(date, guide.language, 'long');
    if (id === 'send-by' || id === 'check-it-arrived') {
      const last = rules.find((each) => each.add !== null && each.at.includes(level));
      return {
        text: date === null ? word(`plan.dates.${id}-none`) : word(`plan.dates.${id}`, { date: shown }),
        source: last?.source ?? '',
      };
    }
    if (rule === undefined) return { text: word('plan.dates.own-letter'), source: '' };
    const what = fill(rule.text);
    switch (state) {
      case 'ahead':
        return { text: word('plan.dates.by', { what, date: shown }), source: rule.source };
      case 'soon':
        return { text: word('plan.dates.soon', { what, date: shown }), source: rule.source };
      case 'past':
        return { text: word('plan.dates.past', { what, date: shown }), source: rule.source };
      case 'none':
        // A whole sentence says all there is to say; a phrase lacks its end.
        return { text: what.endsWith('.') ? what : word('plan.dates.none', { what }), source: rule.source };
    }
  }

  function contactOf(id: string): Contact {
    const all = [...guide.contacts, ...guide.states.flatMap((state) => [...state.regulators, state.medicaid])];
    return found(all, id);
  }

  /** What stands in for the office of a state when nobody said which state. */
  function askForOffice(ids: readonly string[]): string {
    return officesOf(guide, ids)(input.state).length < ids.length ? ` ${word('plan.freshness.none')}` : '';
  }

  function viewContact(contact: Contact): ContactView {
    const [year, month] = (contact.checkedOn ?? contact.asOf).split('-');
    const key = contact.checkedOn === null ? 'as-of' : 'checked';
    return {
      id: contact.id,
      name: contact.name,
      about: fill(contact.about),
      phone: contact.phone,
      tty: contact.tty,
      web: contact.web,
      freshness:
        contact.phone === null && contact.web === null
          ? word('plan.freshness.none')
          : word(`plan.freshness.${key}`, { month: `${month ?? ''}/${year ?? ''}` }),
    };
  }

  function becauseLine(because: readonly Because[]): string {
    const answers = becauseTexts(guide, because, fill);
    return answers.length === 0
      ? word('plan.because.asked')
      : word('plan.because.line', { answers: answers.join('; ') });
  }
}

function found<Each extends { readonly id: string }>(list: readonly Each[], id: string): Each {
  const each = list.find((item) => item.id === id);
  if (each === undefined) throw new Error(`the plan names "${id}", which the guide does not have`);
  return each;
}
