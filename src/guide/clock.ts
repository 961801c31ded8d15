import type { ClockSpan } from './model';

/** Whether a clock that says `today` can be right (docs/design/product.md "Rules that hold for every person", 16). */
export function canBeRight({ from, until }: ClockSpan, today: string): boolean {
  return from <= today && today <= until;
}
