import type { PlanView } from '../plan/model';

/**
 * The plan as `npm run packet --plan` writes it (docs/packet.md): a public interface, so its keys are named one by one
 * and do not follow what the screens need.
 * @param pagesOf pages that each document really has in print
 */
export function planJson(view: PlanView, pagesOf: ReadonlyMap<string, number>): object {
  return {
    mainMessage: view.mainMessage,
    overlays: view.overlays.map(({ id, because }) => ({ id, because })),
    steps: view.steps.map(({ text, who, why, because }) => ({ text, who, why, because })),
    dates: view.dates.map(({ id, ladder, date, state, text, source }) => ({ id, ladder, date, state, text, source })),
    ladders: view.ladders.map(({ id, coverage, letterWords, here, levels }) => ({
      id,
      coverage,
      letterWords,
      here,
      levels: levels.map(({ id: level, name, automatic, askWithin, decidedWithin }) => ({
        id: level,
        name,
        automatic,
        askWithin,
        decidedWithin,
      })),
    })),
    help: view.help.map(({ id, offered, reason }) => ({ id, offered, reason })),
    contacts: view.contacts.map(({ id, name, phone, web }) => ({ id, name, phone, web })),
    documents: view.documents.map(({ id, ticked, because }) => ({ id, ticked, because, pages: pagesOf.get(id) ?? 0 })),
  };
}
