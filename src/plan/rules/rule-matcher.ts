/** Which of many conditions hold, all at once: a plan asks some two hundred of them, and is made in microseconds. */
import type { Condition } from '../../guide/model';
import type { Facts, Test } from './conditions';

/** One bit a condition, 32 to a number, in the order in which they were given. */
export type Matches = readonly number[];

/** What was made of a list of rules whose conditions lie side by side in the sieve. */
export interface RuleGroup<Made> {
  readonly from: number;
  readonly made: readonly Made[];
}
/** Gives the conditions of rules their places in the sieve; `make` prepares once what a plan says of a rule that holds. */
export type AddRules = <Rule extends { readonly when: Condition }, Made>(
  rules: readonly Rule[],
  make: (rule: Rule, at: number) => Made,
) => RuleGroup<Made>;

/**
 * For every value that a place of the facts can have, one row of bits: the conditions that this value leaves standing.
 * What stands in the rows of all places holds.
 * @param widths bits of each place
 */
export function compileSieve(tests: readonly Test[], widths: readonly number[]): (facts: Facts) => Matches {
  const words = Math.ceil(tests.length / 32);
  const named = new Set(tests.flatMap((test) => test.map((each) => each.place)));
  const places = [...named].map((place) => {
    const rows = new Int32Array(2 ** (widths[place] ?? 0) * words);
    const here = tests.map((test) => test.filter((each) => each.place === place));
    for (let value = 0; value * words < rows.length; value += 1) {
      here.forEach((test, index) => {
        if (!test.every(({ mask, wanted }) => ((value & mask) !== 0) === wanted)) return;
        const at = value * words + (index >>> 5);
        rows[at] = (rows[at] ?? 0) | (1 << (index & 31));
      });
    }
    return { place, rows };
  });
  const everything = Array.from({ length: words }, () => -1);

  return (facts) => {
    const standing = everything.slice();
    for (const { place, rows } of places) {
      const row = (facts[place] ?? 0) * words;
      for (let word = 0; word < words; word += 1) standing[word] = (standing[word] ?? 0) & (rows[row + word] ?? 0);
    }
    return standing;
  };
}

/** What was made of the first rule that holds. */
export function first<Made>({ from, made }: RuleGroup<Made>, sifted: Matches): Made | undefined {
  for (let at = 0; at < made.length; at += 1) if (stands(from + at, sifted)) return made[at];
  return undefined;
}

/** What `say` makes of every rule that holds. */
export function all<Made, Said>(
  { from, made }: RuleGroup<Made>,
  sifted: Matches,
  say: (made: Made) => Said,
): readonly Said[] {
  const said: Said[] = [];
  for (let at = 0; at < made.length; at += 1) {
    const each = made[at];
    if (each !== undefined && stands(from + at, sifted)) said.push(say(each));
  }
  return said;
}

/** For `all`: the rule itself is what a plan says. */
export function itself<Made>(made: Made): Made {
  return made;
}

export function stands(index: number, sifted: Matches): boolean {
  return ((sifted[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
}
