import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { Choices } from '../../contract/table';
import type { Voice } from '../../guide/model';
import type { AnswerSet } from '../../plan/model';
// Not from the index, which would bring the whole plan into the first script.
import { voiceOf } from '../../plan/wording';
import { UNTOUCHED_BASKET, type Basket } from '../logic/basket';
import { FIRST_MODE, walkingOf, type Mode } from '../walk/places';
import { useKioskStore } from './kiosk';

/**
 * Everything known about the person at the screen. It lives in this store and nowhere else: not in an address, a title,
 * a history or any storage (docs/design/product.md "Promises" 2).
 */
export const useVisitStore = defineStore('visit', () => {
  const kiosk = useKioskStore();
  const answers = shallowRef<AnswerSet>({});
  const usState = ref<string | null>(null);
  const letterDate = ref<string | null>(null);
  const helpers = shallowRef<readonly string[]>([]);
  const largePrint = ref(false);
  const basket = shallowRef<Basket>(UNTOUCHED_BASKET);
  /** The basket before the last change, while it can be undone. */
  const basketBefore = shallowRef<Basket | null>(null);
  const mode = shallowRef<Mode>(FIRST_MODE);
  /** The plan has picked the appeal papers once; it does not put back what the person removes. */
  const appealPicked = ref(false);
  const copies = ref<1 | 2>(1);

  const dropped = computed(() => walkingOf(mode.value).dropped);
  /** The person has reached the check screen, so the answers are their own and lead to a plan. */
  const hasPlan = computed(() => ['checked', 'changing'].includes(walkingOf(mode.value).kind));
  const voice = computed<Voice>(() => voiceOf(kiosk.guide, answers.value));
  const choices = computed<Choices>(() => ({
    answers: answers.value,
    state: usState.value,
    letterDate: letterDate.value,
    helpers: helpers.value,
    largePrint: largePrint.value,
  }));

  function answer(question: string, chosen: readonly string[]): void {
    answers.value = { ...answers.value, [question]: chosen };
  }

  /** Keeps the answers that still apply and records which questions lost theirs. */
  function keepAnswers(kept: { readonly answers: AnswerSet; readonly dropped: readonly string[] }): void {
    answers.value = kept.answers;
    mode.value = { ...walkingOf(mode.value), dropped: kept.dropped };
  }

  function changeBasket(next: Basket): void {
    basketBefore.value = basket.value;
    basket.value = next;
  }
  function undoBasket(): void {
    if (basketBefore.value === null) return;
    basket.value = basketBefore.value;
    basketBefore.value = null;
  }

  /** "Just the basics" replaces every answer, including those chosen before. */
  function beginBasics(unsure: AnswerSet): void {
    answers.value = unsure;
    letterDate.value = null;
    helpers.value = [];
    largePrint.value = false;
    basket.value = UNTOUCHED_BASKET;
    basketBefore.value = null;
    appealPicked.value = false;
    copies.value = 1;
  }

  return {
    answers,
    usState,
    letterDate,
    helpers,
    largePrint,
    basket,
    basketBefore,
    mode,
    dropped,
    hasPlan,
    appealPicked,
    copies,
    voice,
    choices,
    answer,
    keepAnswers,
    changeBasket,
    undoBasket,
    beginBasics,
  };
});
