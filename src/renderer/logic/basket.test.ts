import { describe, expect, it } from 'vitest';
import { isInBasket, toggleInBasket, UNTOUCHED_BASKET } from './basket';

const plan = { id: 'D01', ticked: true };
const guide = { id: 'D19', ticked: false };

describe('the basket', () => {
  it('starts with what the plan ticked', () => {
    expect(isInBasket(UNTOUCHED_BASKET, plan)).toBe(true);
    expect(isInBasket(UNTOUCHED_BASKET, guide)).toBe(false);
  });

  it('takes a page out and puts it back', () => {
    const without = toggleInBasket(UNTOUCHED_BASKET, plan);
    expect(isInBasket(without, plan)).toBe(false);
    expect(toggleInBasket(without, plan)).toEqual(UNTOUCHED_BASKET);
  });

  it('adds a page that was only offered', () => {
    expect(isInBasket(toggleInBasket(UNTOUCHED_BASKET, guide), guide)).toBe(true);
  });

  it('keeps the other changes', () => {
    const both = toggleInBasket(toggleInBasket(UNTOUCHED_BASKET, plan), guide);
    expect(both).toEqual({ added: ['D19'], removed: ['D01'] });
  });
});
