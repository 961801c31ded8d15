/** Which pages the person removed from those that the plan picked, and which they added. */
export interface Basket {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export const UNTOUCHED_BASKET: Basket = { added: [], removed: [] };

interface Offer {
  readonly id: string;
  readonly ticked: boolean;
}

export function isInBasket(basket: Basket, offer: Offer): boolean {
  return offer.ticked ? !basket.removed.includes(offer.id) : basket.added.includes(offer.id);
}

export function toggleInBasket(basket: Basket, offer: Offer): Basket {
  const flip = (ids: readonly string[]): readonly string[] =>
    ids.includes(offer.id) ? ids.filter((id) => id !== offer.id) : [...ids, offer.id];
  return offer.ticked ? { ...basket, removed: flip(basket.removed) } : { ...basket, added: flip(basket.added) };
}
