/**
 * Answers as bit masks, so that a plan is made in microseconds: one integer a question, one bit an answer.
 * Two names more than the questions: `payer` and `ladder` are derived from the answers (see content plan.toml).
 */
import { ALWAYS, type Condition, type Guide, type Ladder } from '../guide/model';
import type { AnswerSet } from './model';

export const PAYER = 'payer';
export const LADDER = 'ladder';

/** A guide made ready for questions of the form "does this condition hold". */
export interface Language {
  compile(condition: Condition): Test;
  /** Masks of the answers that are on the path; answers of questions that are not asked count for nothing. */
  read(answers: AnswerSet): Choices;
}
export interface Choices {
  readonly masks: readonly number[];
  readonly flags: readonly boolean[];
  /** Ids of the questions asked, in order, answered or not. */
  readonly path: readonly string[];
  /** Ladders shown: of the plan that said no, where the person knows which. */
  readonly ladders: readonly Ladder[];
  /** The question that tells the payer. */
  readonly payerQuestion: string;
}
export type Test = (masks: readonly number[], flags: readonly boolean[]) => boolean;

const languages = new WeakMap<Guide, Language>();

/** Compiled once a guide. */
export function languageOf(guide: Guide): Language {
  const known = languages.get(guide);
  if (known !== undefined) return known;
  const made = makeLanguage(guide);
  languages.set(guide, made);
  return made;
}

function makeLanguage(guide: Guide): Language {
  /** Position of each question's mask, then of `payer` and `ladder`. */
  const names = [...guide.questions.map((question) => question.id), PAYER, LADDER];
  const place = new Map(names.map((name, at) => [name, at]));
  const insurance = guide.questions.find((question) => question.id === 'insurance');
  const answerIds = new Map(guide.questions.map((question) => [question.id, question.answers.map((each) => each.id)]));
  answerIds.set(PAYER, insurance?.answers.map((each) => each.id) ?? []);
  answerIds.set(LADDER, [...new Set(guide.ladders.map((ladder) => ladder.id))]);
  const bits = new Map(
    [...answerIds].map(([name, ids]) => [name, new Map(ids.map((id, at) => [id, 1 << at]))] as const),
  );
  const bit = (name: string, answer: string): number => bits.get(name)?.get(answer) ?? 0;
  const at = (name: string): number => {
    const found = place.get(name);
    if (found === undefined) throw new Error(`a condition names "${name}", which is no question`);
    return found;
  };
  const maskOf = (name: string, answers: readonly string[]): number =>
    answers.reduce((mask, answer) => mask | bit(name, answer), 0);
  const flagAt = new Map(guide.flags.map((flag, index) => [flag.id, index]));

  function compile(condition: Condition): Test {
    const tests: Test[] = [];
    for (const [name, answers] of Object.entries(condition.is)) {
      const index = at(name);
      const wanted = maskOf(name, answers);
      tests.push((masks) => ((masks[index] ?? 0) & wanted) !== 0);
    }
    for (const [name, answers] of Object.entries(condition.not)) {
      const index = at(name);
      const unwanted = maskOf(name, answers);
      tests.push((masks) => ((masks[index] ?? 0) & unwanted) === 0);
    }
    for (const [name, answers] of Object.entries(condition.only)) {
      const index = at(name);
      const others = ~maskOf(name, answers);
      tests.push((masks) => (masks[index] ?? 0) !== 0 && ((masks[index] ?? 0) & others) === 0);
    }
    for (const [name, count] of Object.entries(condition.atLeast)) {
      const index = at(name);
      tests.push((masks) => countBits(masks[index] ?? 0) >= count);
    }
    for (const [list, expected] of [
      [condition.flags, true],
      [condition.noFlags, false],
    ] as const) {
      for (const flag of list) {
        const index = flagAt.get(flag);
        if (index === undefined) throw new Error(`a condition names the flag "${flag}", which is not there`);
        tests.push((_, flags) => flags[index] === expected);
      }
    }
    return (masks, flags) => {
      for (const test of tests) if (!test(masks, flags)) return false;
      return true;
    };
  }

  const compiledFlags = guide.flags.map((flag) => flag.any.map(compile));
  const questions = guide.questions.map((question) => ({ id: question.id, ask: compile(question.ask) }));
  const everyFlag = compiledFlags.map((_, index) => index);
  /** Flags that decide the path: they are read again after each question, the others once at the end. */
  const pathFlags = flagsBehind([...guide.questions.map((question) => question.ask), { ...ALWAYS, flags: ['appeal'] }]);
  const readFlags = (which: readonly number[], masks: readonly number[], flags: boolean[]): void => {
    for (const index of which) flags[index] = compiledFlags[index]?.some((test) => test(masks, flags)) === true;
  };
  const appealAt = flagAt.get('appeal');
  const payerAt = at(PAYER);
  const ladderAt = at(LADDER);
  const insuranceAt = at('insurance');
  const whoAt = at('who-said-no');
  const whoUnsure = bit('who-said-no', 'unsure');
  const ladderBits = guide.ladders.map((ladder) => ({
    ladder,
    coverage: bit('insurance', ladder.coverage),
    bit: bit(LADDER, ladder.id),
  }));
  /** `who-said-no` has the answers of `insurance`, at bits of its own. */
  const whoToInsurance = (answerIds.get('who-said-no') ?? []).map((id) => bit('insurance', id));

  function read(answers: AnswerSet): Choices {
    const masks = new Array<number>(names.length).fill(0);
    const flags = new Array<boolean>(compiledFlags.length).fill(false);
    const path: string[] = [];
    questions.forEach((question, index) => {
      readFlags(pathFlags, masks, flags);
      if (!question.ask(masks, flags)) return;
      path.push(question.id);
      const chosen = answers[question.id];
      if (chosen !== undefined) masks[index] = maskOf(question.id, chosen);
    });
    const who = masks[whoAt] ?? 0;
    const named = who !== 0 && who !== whoUnsure;
    const payer = named ? (whoToInsurance[Math.log2(who)] ?? 0) : (masks[insuranceAt] ?? 0);
    masks[payerAt] = payer;
    readFlags(pathFlags, masks, flags);
    const known = named || (who === 0 && countBits(payer) === 1);
    const appeals = appealAt !== undefined && flags[appealAt] === true;
    const shown = appeals && known ? ladderBits.filter((each) => (each.coverage & payer) !== 0) : [];
    masks[ladderAt] = shown.reduce((mask, each) => mask | each.bit, 0);
    readFlags(everyFlag, masks, flags);
    return {
      masks,
      flags,
      path,
      ladders: shown.map((each) => each.ladder),
      payerQuestion: who === 0 ? 'insurance' : 'who-said-no',
    };
  }

  return { compile, read };

  /** Positions of the flags that these conditions need, in the order in which they can be read. */
  function flagsBehind(conditions: readonly Condition[]): readonly number[] {
    const needed = new Set<number>();
    const visit = (condition: Condition): void => {
      for (const id of [...condition.flags, ...condition.noFlags]) {
        const index = flagAt.get(id);
        if (index === undefined || needed.has(index)) continue;
        needed.add(index);
        guide.flags[index]?.any.forEach(visit);
      }
    };
    conditions.forEach(visit);
    return [...needed].sort((a, b) => a - b);
  }
}

function countBits(mask: number): number {
  let rest = mask;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}

/** Ids of the questions that are asked with these answers, in order, answered or not (design/product.md "Branching"). */
export function pathOf(guide: Guide, answers: AnswerSet): readonly string[] {
  return languageOf(guide).read(answers).path;
}

/** Whether a condition of the content holds for these answers: for the blocks of a page. */
export function conditionsFor(guide: Guide, answers: AnswerSet): (when: Condition) => boolean {
  const language = languageOf(guide);
  const { masks, flags } = language.read(answers);
  return (when) => language.compile(when)(masks, flags);
}
