import type { Sides } from '../../printer';
import type { Site } from '../../site/settings';

/** What the hospital wants. A printer that cannot print on both sides prints on one. */
export function sidesOf({ printer }: Site): Sides {
  return printer.twoSided ? 'two-sided-long-edge' : 'one-sided';
}
