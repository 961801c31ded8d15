/** Answers → the facts of one person: which questions are asked, who pays, which appeal ladders are shown. */
import type { Condition, Guide, Ladder } from '../../guide/model';
import type { AnswerSet, Because } from '../model';
import { countBits, holds, LADDER, maskOf, PAYER, type FactLayout, type Facts, type Test } from './facts';
import { setFlags, type CompiledFlags } from './flags';

export interface PersonFacts {
  readonly facts: Facts;
  /** Ids of the questions asked, in order, answered or not. */
  readonly path: readonly string[];
  /** Appeal ladders of the plan that said no, where the person knows which plan that is. */
  readonly ladders: readonly Ladder[];
  /** Index of the question that names the payer. */
  readonly payerIndex: number;
  /** Answers quoted so far, by list of questions (because.ts): many rules of one plan quote the same. */
  readonly quoted: (readonly Because[] | undefined)[];
}

/** @returns a function that reads answers; those to questions that are not asked count for nothing */
export function compileReader(
  guide: Guide,
  layout: FactLayout,
  flags: CompiledFlags,
  compile: (when: Condition) => Test,
): (answers: AnswerSet) => PersonFacts {
  const { nameCount } = layout;
  const questions = guide.questions.map(({ id, ask }) => ({
    id,
    ask: compile(ask),
    flags: flags.neededBy(ask),
    bits: layout.bitsOf(id),
  }));
  const derivePayer = compilePayer(guide, layout);
  const addLadders = compileLadders(guide, layout, flags, compile);
  const blank = layout.widths.map(() => 0);

  return (answers) => {
    const facts = blank.slice();
    const path: string[] = [];
    for (let index = 0; index < questions.length; index += 1) {
      const question = questions[index];
      if (question === undefined) break;
      setFlags(question.flags, facts);
      if (!holds(question.ask, facts)) continue;
      path.push(question.id);
      const chosen = answers[question.id];
      if (chosen === undefined) continue;
      facts[index] = maskOf(question.bits, chosen);
      facts[nameCount + index] = (1 << chosen.length) - 1;
    }
    const payer = derivePayer(facts);
    const ladders = addLadders(facts, payer);
    setFlags(flags.all, facts);
    return { facts, path, ladders, payerIndex: payer.index, quoted: [] };
  };
}

interface Payer {
  /** Bits of the question about the insurance. */
  readonly mask: number;
  /** Whether the person knows which plan said no. */
  readonly isKnown: boolean;
  /** Index of the question that names the payer. */
  readonly index: number;
}

/** Writes `payer` into the facts: the plan that said no where the person named it, else all plans the person has. */
function compilePayer({ roles, questions }: Guide, layout: FactLayout): (facts: number[]) => Payer {
  const payerIndex = layout.indexOf(PAYER);
  const payerCountIndex = layout.countIndexOf(PAYER);
  const insuranceIndex = layout.indexOf(roles.insurance.question);
  const whoIndex = layout.indexOf(roles.payer.question);
  const insuranceBits = layout.bitsOf(roles.insurance.question);
  const whoBits = layout.bitsOf(roles.payer.question);
  const unsure = whoBits.get(questions[whoIndex]?.unsure ?? '') ?? 0;
  // Who said no has the answers about the insurance, at bits of its own.
  const insuranceOfWho = new Map([...whoBits].map(([id, bit]) => [bit, insuranceBits.get(id) ?? 0]));

  return (facts) => {
    const who = facts[whoIndex] ?? 0;
    const isNamed = who !== 0 && who !== unsure;
    const mask = isNamed ? (insuranceOfWho.get(who) ?? 0) : (facts[insuranceIndex] ?? 0);
    const count = countBits(mask);
    facts[payerIndex] = mask;
    facts[payerCountIndex] = (1 << count) - 1;
    return { mask, isKnown: isNamed || (who === 0 && count === 1), index: who === 0 ? insuranceIndex : whoIndex };
  };
}

/** Writes `ladder` into the facts and gives the ladders shown. */
function compileLadders(
  guide: Guide,
  layout: FactLayout,
  flags: CompiledFlags,
  compile: (when: Condition) => Test,
): (facts: number[], payer: Payer) => readonly Ladder[] {
  const test = compile(guide.showLadders);
  const needed = flags.neededBy(guide.showLadders);
  const ladderIndex = layout.indexOf(LADDER);
  const insuranceBits = layout.bitsOf(guide.roles.insurance.question);
  const ladderBits = layout.bitsOf(LADDER);
  const ladders = guide.ladders.map((ladder) => ({
    ladder,
    coverage: insuranceBits.get(ladder.coverage) ?? 0,
    bit: ladderBits.get(ladder.id) ?? 0,
  }));

  return (facts, { mask, isKnown }) => {
    setFlags(needed, facts);
    const shown: Ladder[] = [];
    if (!isKnown || !holds(test, facts)) return shown;
    for (const { ladder, coverage, bit } of ladders) {
      if ((coverage & mask) === 0) continue;
      shown.push(ladder);
      facts[ladderIndex] = (facts[ladderIndex] ?? 0) | bit;
    }
    return shown;
  };
}
