/** Which of many conditions hold, all at once: a plan asks some two hundred of them, and is made in microseconds. */
import type { Condition } from '../../guide/model';
import type { Facts, Test } from './facts';

/** One bit per condition, 32 to a number, in the order in which the conditions were added. */
export type Matches = readonly number[];

/** A list of rules whose conditions are neighbors in the matcher, each with what a plan takes from it. */
export interface RuleGroup<Value> {
  /** Index of the first rule's condition. */
  readonly from: number;
  readonly values: readonly Value[];
}
/** Adds rules to the matcher; `prepare` makes once what a plan takes from a rule that holds. */
export type AddRules = <Rule extends { readonly when: Condition }, Value>(
  rules: readonly Rule[],
  prepare: (rule: Rule, index: number) => Value,
) => RuleGroup<Value>;

/**
 * For every value that one number of the facts can have, there is a row of bits: the conditions that this value allows.
 * A condition holds if the rows of all numbers allow it.
 * @param widths how many bits each number of the facts uses
 */
export function compileMatcher(tests: readonly Test[], widths: readonly number[]): (facts: Facts) => Matches {
  const words = Math.ceil(tests.length / 32);
  const tested = new Set(tests.flatMap((test) => test.map((each) => each.index)));
  const tables = [...tested].map((index) => {
    const rows = new Int32Array(2 ** (widths[index] ?? 0) * words);
    const own = tests.map((test) => test.filter((each) => each.index === index));
    for (let value = 0; value * words < rows.length; value += 1) {
      own.forEach((test, condition) => {
        if (!test.every(({ mask, wanted }) => ((value & mask) !== 0) === wanted)) return;
        const word = value * words + (condition >>> 5);
        rows[word] = (rows[word] ?? 0) | (1 << (condition & 31));
      });
    }
    return { index, rows };
  });
  const everything = Array.from({ length: words }, () => -1);

  return (facts) => {
    const matches = everything.slice();
    for (const { index, rows } of tables) {
      const row = (facts[index] ?? 0) * words;
      for (let word = 0; word < words; word += 1) matches[word] = (matches[word] ?? 0) & (rows[row + word] ?? 0);
    }
    return matches;
  };
}

/** The value of the first rule that holds. */
export function firstMatch<Value>({ from, values }: RuleGroup<Value>, matches: Matches): Value | undefined {
  for (let index = 0; index < values.length; index += 1) if (isMatch(from + index, matches)) return values[index];
  return undefined;
}

/** What `take` makes of the value of every rule that holds. */
export function allMatches<Value, Taken>(
  { from, values }: RuleGroup<Value>,
  matches: Matches,
  take: (value: Value) => Taken,
): readonly Taken[] {
  const taken: Taken[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    if (value !== undefined && isMatch(from + index, matches)) taken.push(take(value));
  }
  return taken;
}

/** For `allMatches`: the value itself. */
export function itself<Value>(value: Value): Value {
  return value;
}

/** Whether the condition with this index holds. */
export function isMatch(index: number, matches: Matches): boolean {
  return ((matches[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
}
