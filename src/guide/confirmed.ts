/** The one gate between evidence and patient (docs/design/product.md "What may print as a fact"). */

declare const CONFIRMED: unique symbol;

/**
 * A fact that was confirmed and in effect on the day the content was loaded. Only `confirm` makes one,
 * so a field of this type cannot hold an unconfirmed figure or phone.
 */
export type Confirmed<Value> = Value & { readonly [CONFIRMED]: true };

/** The evidence of a row. Dates are ISO calendar dates; an empty string means no date. */
export interface Proof {
  readonly status: string;
  readonly effective_from: string;
  readonly effective_until: string;
}

export type Withholding = 'not-confirmed' | 'not-yet' | 'ran-out';

/** Why a row may not reach a patient on `today`; null when it may. */
export function withholdingOf(proof: Proof, today: string): Withholding | null {
  if (proof.status !== 'confirmed') return 'not-confirmed';
  if (proof.effective_until !== '' && proof.effective_until < today) return 'ran-out';
  if (proof.effective_from > today) return 'not-yet';
  return null;
}

/** The value as a fact, or null when its row may not reach a patient on `today`. */
export function confirm<Value>(value: Value, proof: Proof, today: string): Confirmed<Value> | null {
  return withholdingOf(proof, today) === null ? (value as Confirmed<Value>) : null;
}

/** The reason in words for the editor. */
export function formatWithholding(why: Withholding, proof: Proof): string {
  switch (why) {
    case 'not-confirmed':
      return `its status is "${proof.status}"`;
    case 'ran-out':
      return `it ran out on ${proof.effective_until}`;
    case 'not-yet':
      return `it starts on ${proof.effective_from}`;
  }
}
