/**
 * What is known of a person, as bit masks, so that a plan is made in microseconds: one number per question, one bit per
 * answer. Two names more than the questions: `payer` and `ladder` are derived from the answers (content: plan.toml).
 */
import type { Guide } from '../../guide/model';

export const PAYER = 'payer';
export const LADDER = 'ladder';

/**
 * The masks of one person: each question's, then `payer`, `ladder`, then for each of these how many answers it has
 * (bit n - 1 is set from n answers on), then the flags, eight to a number.
 */
export type Facts = readonly number[];

/** A condition as numbers. All lines must hold: some answer of the mask is chosen (`wanted`), or none is. */
export type Test = readonly { readonly index: number; readonly mask: number; readonly wanted: boolean }[];

export function holds(test: Test, facts: Facts): boolean {
  for (const { index, mask, wanted } of test) if ((((facts[index] ?? 0) & mask) !== 0) !== wanted) return false;
  return true;
}

/** Flags in one number: few, because the rule matcher has a row for every value of a number. */
const FLAGS_PER_NUMBER = 8;

/** Where each fact is: the index of its number, and its bits. An unknown name or flag throws: the loader checks them. */
export interface FactLayout {
  /** Questions, `payer` and `ladder`. */
  readonly nameCount: number;
  indexOf(name: string): number;
  /** Where it is written how many answers `name` has. */
  countIndexOf(name: string): number;
  bitsOf(name: string): ReadonlyMap<string, number>;
  /** Place of the flag in the guide's list. */
  flagNumberOf(id: string): number;
  flagAt(flagNumber: number): { readonly index: number; readonly bit: number };
  /** How many bits each number uses, by index. */
  readonly widths: readonly number[];
}

export function layOutFacts({ questions, roles, ladders, flags }: Guide): FactLayout {
  const answerIds = new Map(questions.map(({ id, answers }) => [id, answers.map((answer) => answer.id)]));
  answerIds.set(PAYER, answerIds.get(roles.insurance.question) ?? []);
  answerIds.set(LADDER, [...new Set(ladders.map((ladder) => ladder.id))]);
  const names = [...answerIds.keys()];
  const bits = new Map(
    [...answerIds].map(([name, ids]) => [name, new Map(ids.map((id, index) => [id, 1 << index]))] as const),
  );
  const indexOf = (name: string): number => {
    const index = names.indexOf(name);
    if (index < 0) throw new Error(`a condition names "${name}", which is no question`);
    return index;
  };
  const answerCounts = names.map((name) => bits.get(name)?.size ?? 0);
  return {
    nameCount: names.length,
    indexOf,
    countIndexOf: (name) => names.length + indexOf(name),
    bitsOf: (name) => bits.get(name) ?? new Map<string, number>(),
    flagNumberOf: (id) => {
      const flagNumber = flags.findIndex((flag) => flag.id === id);
      if (flagNumber < 0) throw new Error(`a condition names the flag "${id}", which does not exist`);
      return flagNumber;
    },
    flagAt: (flagNumber) => ({
      index: 2 * names.length + Math.floor(flagNumber / FLAGS_PER_NUMBER),
      bit: 1 << (flagNumber % FLAGS_PER_NUMBER),
    }),
    widths: [
      ...answerCounts,
      ...answerCounts,
      ...Array.from({ length: Math.ceil(flags.length / FLAGS_PER_NUMBER) }, () => FLAGS_PER_NUMBER),
    ],
  };
}

/** The bits of these answers together; unknown answers have none. */
export function maskOf(bits: ReadonlyMap<string, number>, answers: readonly string[]): number {
  let mask = 0;
  for (const answer of answers) mask |= bits.get(answer) ?? 0;
  return mask;
}

export function countBits(mask: number): number {
  let rest = mask;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}
