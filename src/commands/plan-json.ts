import type { PlanView } from '../plan/model';

/**
 * The plan as `npm run packet --plan` writes it (docs/packet.md): a public interface, so its keys are listed one by one
 * and do not change with the screens.
 * @param pagesOf printed pages of each document
 */
export function planJson(view: PlanView, pagesOf: ReadonlyMap<string, number>): object {
  return {
    mainMessage: view.mainMessage,
    emergency: view.emergency,
    overlays: view.overlays.map(({ id, title, text, page, because }) => ({ id, title, text, page, because })),
    steps: view.steps.map(({ text, who, why, because }) => ({ text, who, why, because })),
    dates: view.dates.map(({ id, ladder, date, state, text, source }) => ({ id, ladder, date, state, text, source })),
    calendar: view.calendar,
    ladders: view.ladders.map(({ id, coverage, letterWords, here, sent, levels }) => ({
      id,
      coverage,
      letterWords,
      here,
      sent,
      levels: levels.map(({ id: level, name, automatic, askWithin, decidedWithin }) => ({
        id: level,
        name,
        automatic,
        askWithin,
        decidedWithin,
      })),
    })),
    help: view.help.map(({ id, title, offered, reason, contacts }) => ({ id, title, offered, reason, contacts })),
    complaints: view.complaints.map(({ id, text, contacts, because }) => ({ id, text, contacts, because })),
    people: view.people.map(({ id, name, does, asks, helping, phone }) => ({ id, name, does, asks, helping, phone })),
    contacts: view.contacts.map(({ id, name, phone, tty, web, freshness }) => ({
      id,
      name,
      phone,
      tty,
      web,
      freshness,
    })),
    documents: view.documents.map(({ id, title, ticked, because, becauseLine }) => ({
      id,
      title,
      ticked,
      because,
      becauseLine,
      pages: pagesOf.get(id) ?? 0,
    })),
  };
}
