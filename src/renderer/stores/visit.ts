import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import type { Choices } from '../../contract/table';
import type { Voice } from '../../guide/model';
import type { AnswerSet } from '../../plan/model';
import { UNTOUCHED_BASKET, type Basket } from '../logic/basket';
import type { ScreenName } from '../router';

/** Where a person was, to come back to. */
export interface Place {
  readonly screen: ScreenName;
  readonly id: string | undefined;
}

/**
 * All that is known of the person in front of the screen. It lives in this store and nowhere else: not in an address,
 * a title, a history or any storage (docs/design/product.md "Promises" 2).
 */
export const useVisitStore = defineStore('visit', () => {
  const answers = shallowRef<AnswerSet>({});
  const usState = ref<string | null>(null);
  const letterDate = ref<string | null>(null);
  const helpers = shallowRef<readonly string[]>([]);
  const largePrint = ref(false);
  const basket = shallowRef<Basket>(UNTOUCHED_BASKET);
  /** The basket before the last change, while it can be undone. */
  const basketBefore = shallowRef<Basket | null>(null);
  /** The check screen was reached. */
  const checked = ref(false);
  /** Only one answer is being changed: it leads back to the check screen, by way of questions that are new. */
  const changing = ref(false);
  /** Questions whose answers had to go after a change, until the person has been told. */
  const dropped = shallowRef<readonly string[]>([]);
  /** The papers of an appeal were picked once: what the plan would pick is not put back. */
  const appealPicked = ref(false);
  const basics = ref(false);
  const copies = ref<1 | 2>(1);
  /** While a page in other languages is fetched: where that began. Nothing else of the visit changes. */
  const errand = shallowRef<Place | null>(null);

  const voice = computed<Voice>(() => ((answers.value['who'] ?? []).includes('other') ? 'other' : 'me'));
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

  function changeBasket(next: Basket): void {
    basketBefore.value = basket.value;
    basket.value = next;
  }
  function undoBasket(): void {
    if (basketBefore.value === null) return;
    basket.value = basketBefore.value;
    basketBefore.value = null;
  }

  /** @param siteUsState the kiosk's own state, filled in for the person to change */
  function reset(siteUsState: string | null): void {
    answers.value = {};
    usState.value = siteUsState;
    letterDate.value = null;
    helpers.value = [];
    largePrint.value = false;
    basket.value = UNTOUCHED_BASKET;
    basketBefore.value = null;
    checked.value = false;
    changing.value = false;
    dropped.value = [];
    appealPicked.value = false;
    basics.value = false;
    copies.value = 1;
    errand.value = null;
  }

  return {
    answers,
    usState,
    letterDate,
    helpers,
    largePrint,
    basket,
    basketBefore,
    checked,
    changing,
    dropped,
    appealPicked,
    basics,
    copies,
    errand,
    voice,
    choices,
    answer,
    changeBasket,
    undoBasket,
    reset,
  };
});
