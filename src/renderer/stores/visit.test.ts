import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { toggleInBasket, UNTOUCHED_BASKET } from '../logic/basket';
import { useVisitStore } from './visit';

beforeEach(() => setActivePinia(createPinia()));

describe('a visit', () => {
  it('takes back the last change of the pages, and only that', () => {
    const visit = useVisitStore();
    const first = toggleInBasket(UNTOUCHED_BASKET, { id: 'D10', ticked: true });
    visit.changeBasket(first);
    visit.changeBasket(toggleInBasket(first, { id: 'D19', ticked: false }));
    visit.undoBasket();
    expect(visit.basket).toEqual(first);
    visit.undoBasket();
    expect(visit.basket).toEqual(first);
  });

  it('keeps nothing of earlier answers for Just the basics', () => {
    const visit = useVisitStore();
    visit.beginBasics({ who: ['me'] });
    const basics = JSON.stringify(visit.$state);
    visit.answer('stage', ['denied']);
    visit.letterDate = '2026-11-02';
    visit.helpers = ['navigator'];
    visit.largePrint = true;
    visit.copies = 2;
    visit.changeBasket({ added: ['D19'], removed: ['D10'] });
    visit.beginBasics({ who: ['me'] });
    expect(JSON.stringify(visit.$state)).toBe(basics);
  });
});
