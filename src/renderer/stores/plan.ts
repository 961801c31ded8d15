import { defineStore } from 'pinia';
import { computed, type ComputedRef } from 'vue';
import type { Because, LadderView, PlanInput, PlanView } from '../../plan/model';
import type { Condition, Guide } from '../../guide/model';
import { say } from '../../guide/text';
import { sheetsOf } from '../../contract/sheets';
import { planFor, plannerFor, stepOf } from '../../plan';
import { keepOnPath } from '../logic/answers';
import { isInBasket, toggleInBasket, UNTOUCHED_BASKET } from '../logic/basket';
import { useKioskStore } from './kiosk';
import { usePacketStore } from './packet';
import { useVisitStore } from './visit';

export type { Because, LadderView, PlanView };
export type PlannedPage = PlanView['documents'][number];

/** Compiles a guide, so that no screen has to wait for it. */
export function compileGuide(guide: Guide): void {
  plannerFor(guide);
}

/** The plan of this visit, made anew from the answers whenever they change, and the pages picked from it. */
export const usePlanStore = defineStore('plan', () => {
  const kiosk = useKioskStore();
  const visit = useVisitStore();

  const planner = computed(() => plannerFor(kiosk.guide));
  const path = computed(() => planner.value.pathOf(visit.answers));
  /** The answers that count; the others are dropped when the person continues. */
  const kept = computed(() => keepOnPath(kiosk.guide, visit.answers, path.value));
  const answers = computed(() => kept.value.answers);
  /** The first question that still needs an answer. A plan is made only when there is none. */
  const open = computed(() => path.value.find((id) => (answers.value[id] ?? []).length === 0) ?? null);
  const roles = computed(() => kiosk.guide.roles);
  /** The overlay whose words stop the person before the next question; null where no answer asks for that. */
  const interruption = computed(() => {
    const { question, stops } = roles.value.urgency;
    const id = (answers.value[question] ?? []).map((answer) => stops[answer]).find((each) => each !== undefined);
    return kiosk.guide.overlays.find((each) => each.id === id) ?? null;
  });
  /** The question whose answer means that waiting could hurt the person (docs/evidence/product-anchors.md S84). */
  const interruptedBy = computed(() => (interruption.value === null ? null : roles.value.urgency.question));
  /** The plan said no, so that the letter and the way to appeal matter. */
  const asksLevel = computed(() => path.value.includes(roles.value.level.question));
  const asksReason = computed(() => path.value.includes(roles.value.reason.question));
  const asksUrgency = computed(() => path.value.includes(roles.value.urgency.question));
  const input = computed<PlanInput>(() => ({
    today: kiosk.site.today,
    answers: answers.value,
    state: visit.usState,
    letterDate: asksLevel.value ? visit.letterDate : null,
    helpers: visit.helpers,
    computedDates: kiosk.site.computedDates,
    largePrint: visit.largePrint,
  }));
  const view = computed<PlanView>(() => {
    const planned = planFor(kiosk.guide, kiosk.site, input.value);
    // A bug of the screens: they offer nothing that the check refuses. The answers themselves stay out of the message.
    if (!planned.ok) throw new Error(`no plan can be made: ${planned.error.place} does not pass the check`);
    return planned.value.view;
  });

  const pickedPages = usePickedPages(view, open);

  /** The title of any document, offered or not, as it stands on its pages. */
  function titleOf(id: string): string {
    const title = kiosk.guide.documents.find((each) => each.id === id)?.title;
    return title === undefined ? id : say(title, visit.voice);
  }

  const conditions = computed(() => planner.value.holds(visit.answers));
  /** Whether a condition of the guide holds for these answers. */
  function holds(when: Condition): boolean {
    return conditions.value(when);
  }
  /** The answers that an item of the plan comes from, each in the words of the person. */
  function answersBehind(because: readonly Because[]): readonly string[] {
    return planner.value.because(because, visit.voice);
  }
  /** Which of the four steps the person is at; null when nobody knows. */
  const step = computed(() => stepOf(kiosk.guide, visit.answers));

  return {
    path,
    kept,
    answers,
    open,
    interruption,
    interruptedBy,
    asksLevel,
    asksReason,
    asksUrgency,
    holds,
    answersBehind,
    step,
    input,
    view,
    titleOf,
    ...pickedPages,
  };
});

/** The pages that the plan offers, those that the person picked, and how many sheets they take. */
function usePickedPages(view: ComputedRef<PlanView>, open: ComputedRef<string | null>) {
  const kiosk = useKioskStore();
  const visit = useVisitStore();
  const packet = usePacketStore();

  const offered = computed<readonly PlannedPage[]>(() => view.value.documents);
  /** The pieces of an appeal that fit; picked from a screen of their own. */
  const appealPapers = computed(() =>
    offered.value.filter(({ id }) => kiosk.guide.documents.some((each) => each.id === id && each.appealPiece !== null)),
  );
  const picked = computed(() => offered.value.filter((page) => isInBasket(visit.basket, page)));
  const pickedIds = computed(() => picked.value.map((page) => page.id));
  /** Printed pages of the picked documents and their cover sheet; null until the machine has counted them. */
  const pages = computed<number | null>(() => {
    if (open.value !== null) return null;
    if (pickedIds.value.length === 0) return 0;
    const counts = pickedIds.value.map((id) => packet.pagesOf[id] ?? null);
    return counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), coverPages.value);
  });
  /** Sheets of the picked pages, one copy; null until the machine has counted their pages. */
  const sheets = computed<number | null>(() =>
    pages.value === null ? null : sheetsOf(pages.value, kiosk.printer.twoSided),
  );
  /** A cover sheet is one page, by its limit in documents.toml. */
  const coverPages = computed(() => (kiosk.site.pages.coverSheet ? 1 : 0));
  /** Where the plan itself stands. */
  const firstPage = computed(() => coverPages.value + 1);

  function toggle(page: PlannedPage): void {
    visit.changeBasket(toggleInBasket(visit.basket, page));
  }
  /** Page 1 alone is enough (docs/design/product.md "Promises" 1). */
  function pickOnlyFirst(): void {
    const [, ...rest] = offered.value.filter((page) => page.ticked);
    visit.changeBasket({ ...UNTOUCHED_BASKET, removed: rest.map((page) => page.id) });
  }

  /** Of these pages, keeps only the ones that were chosen. */
  function pick(among: readonly string[], chosen: readonly string[]): void {
    const changed = offered.value.filter(
      ({ id }) => among.includes(id) && chosen.includes(id) !== pickedIds.value.includes(id),
    );
    if (changed.length > 0) visit.changeBasket(changed.reduce(toggleInBasket, visit.basket));
  }

  return { offered, appealPapers, picked, pickedIds, pages, sheets, firstPage, toggle, pick, pickOnlyFirst };
}
