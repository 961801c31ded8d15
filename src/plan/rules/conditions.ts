/**
 * Answers as bit masks, so that a plan is made in microseconds: one integer a question, one bit an answer.
 * Two names more than the questions: `payer` and `ladder` are derived from the answers (see content plan.toml).
 */
import type { Condition, Guide, Ladder } from '../../guide/model';
import type { AnswerSet, Because } from '../model';

export const PAYER = 'payer';
export const LADDER = 'ladder';

/**
 * Masks of one person: each question's, then `payer`, `ladder`, how many answers each of these has (bit n - 1 is set
 * from n answers on), and the flags, eight to a word.
 */
export type Facts = readonly number[];

/** A condition as numbers. All must hold: of the mask some answer is chosen (`wanted`), or none is. */
export type Test = readonly { readonly place: number; readonly mask: number; readonly wanted: boolean }[];

/** Flags in a word: few, because the sieve has a row for every value of a word. */
const FLAGS_IN_WORD = 8;

/** A guide made ready for questions of the form "does this condition hold". */
export interface Language {
  compile(condition: Condition): Test;
  /** Masks of the answers that are on the path; answers of questions that are not asked count for nothing. */
  read(answers: AnswerSet): PersonFacts;
  /** The person's own answers to the questions that a rule names: what "because you said" quotes. */
  compileBecause(questions: readonly string[]): (choices: PersonFacts) => readonly Because[];
  /** How many bits each place of the facts has. */
  readonly widths: readonly number[];
}
export interface PersonFacts {
  readonly facts: Facts;
  /** Ids of the questions asked, in order, answered or not. */
  readonly path: readonly string[];
  /** Ladders shown: of the plan that said no, where the person knows which. */
  readonly ladders: readonly Ladder[];
  /** Place of the question that tells the payer. */
  readonly payerAt: number;
  /** Answers quoted so far: many rules of one plan quote the same. */
  readonly quoted: (readonly Because[] | undefined)[];
}

export function holds(test: Test, facts: Facts): boolean {
  for (const { place, mask, wanted } of test) if ((((facts[place] ?? 0) & mask) !== 0) !== wanted) return false;
  return true;
}

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
  const names = [...guide.questions.map((question) => question.id), PAYER, LADDER];
  const answerIds = new Map(guide.questions.map((question) => [question.id, question.answers.map((each) => each.id)]));
  answerIds.set(PAYER, answerIds.get('insurance') ?? []);
  answerIds.set(LADDER, [...new Set(guide.ladders.map((ladder) => ladder.id))]);
  const bits = new Map(
    [...answerIds].map(([name, ids]) => [name, new Map(ids.map((id, at) => [id, 1 << at]))] as const),
  );
  const bit = (name: string, answer: string): number => bits.get(name)?.get(answer) ?? 0;
  const maskOf = (name: string, answers: readonly string[]): number => maskIn(bits.get(name), answers);
  const placeOf = (name: string): number => {
    const place = names.indexOf(name);
    if (place < 0) throw new Error(`a condition names "${name}", which is no question`);
    return place;
  };
  const countPlace = (name: string): number => names.length + placeOf(name);
  const flagPlace = (index: number): number => 2 * names.length + Math.floor(index / FLAGS_IN_WORD);
  const flagBit = (index: number): number => 1 << (index % FLAGS_IN_WORD);
  const flagIds = guide.flags.map((flag) => flag.id);
  const flagIndex = (id: string): number => {
    const index = flagIds.indexOf(id);
    if (index < 0) throw new Error(`a condition names the flag "${id}", which is not there`);
    return index;
  };

  function compile(condition: Condition): Test {
    const test: Test[number][] = [];
    const add = (place: number, mask: number, wanted: boolean): void => {
      test.push({ place, mask, wanted });
    };
    for (const [name, answers] of Object.entries(condition.is)) add(placeOf(name), maskOf(name, answers), true);
    for (const [name, answers] of Object.entries(condition.not)) add(placeOf(name), maskOf(name, answers), false);
    for (const [name, answers] of Object.entries(condition.only)) {
      add(placeOf(name), maskOf(name, answers), true);
      add(placeOf(name), ~maskOf(name, answers), false);
    }
    for (const [name, count] of Object.entries(condition.atLeast)) add(countPlace(name), 1 << (count - 1), true);
    for (const index of condition.flags.map(flagIndex)) add(flagPlace(index), flagBit(index), true);
    for (const index of condition.noFlags.map(flagIndex)) add(flagPlace(index), flagBit(index), false);
    return test;
  }

  const flags = guide.flags.map((flag, index) => ({
    place: flagPlace(index),
    bit: flagBit(index),
    any: flag.any.map(compile),
  }));
  type Flag = (typeof flags)[number];
  /** Some flags are needed before all answers are known: those behind a question, in the order in which they can be read. */
  const flagsBehind = (condition: Pick<Condition, 'flags' | 'noFlags'>): readonly Flag[] => {
    const needed = new Set<number>();
    const visit = (each: Pick<Condition, 'flags' | 'noFlags'>): void => {
      for (const index of [...each.flags, ...each.noFlags].map(flagIndex)) {
        if (needed.has(index)) continue;
        needed.add(index);
        guide.flags[index]?.any.forEach(visit);
      }
    };
    visit(condition);
    return flags.filter((_, index) => needed.has(index));
  };
  const questions = guide.questions.map(({ id, ask }) => ({
    id,
    ask: compile(ask),
    behind: flagsBehind(ask),
    bits: bits.get(id),
  }));
  const appeal = flagIds.includes('appeal') ? { flags: ['appeal'], noFlags: [] } : null;
  const showsLadder = appeal === null ? null : compile({ is: {}, not: {}, only: {}, atLeast: {}, ...appeal });
  const behindLadder = appeal === null ? [] : flagsBehind(appeal);
  const payerPlace = placeOf(PAYER);
  const ladderPlace = placeOf(LADDER);
  const insurancePlace = placeOf('insurance');
  const whoPlace = placeOf('who-said-no');
  const whoUnsure = bit('who-said-no', 'unsure');
  /** `who-said-no` has the answers of `insurance`, at bits of its own. */
  const whoToInsurance = new Map(
    (answerIds.get('who-said-no') ?? []).map((id) => [bit('who-said-no', id), bit('insurance', id)]),
  );
  const ladders = guide.ladders.map((ladder) => ({
    ladder,
    coverage: bit('insurance', ladder.coverage),
    bit: bit(LADDER, ladder.id),
  }));
  const answersOf = names.map((name) => bits.get(name)?.size ?? 0);
  const widths = [
    ...answersOf,
    ...answersOf,
    ...Array.from({ length: Math.ceil(flags.length / FLAGS_IN_WORD) }, () => FLAGS_IN_WORD),
  ];
  const blank = widths.map(() => 0);

  function read(answers: AnswerSet): PersonFacts {
    const facts = blank.slice();
    const path: string[] = [];
    for (let at = 0; at < questions.length; at += 1) {
      const question = questions[at];
      if (question === undefined) break;
      readFlags(question.behind, facts);
      if (!holds(question.ask, facts)) continue;
      path.push(question.id);
      const chosen = answers[question.id];
      if (chosen === undefined) continue;
      facts[at] = maskIn(question.bits, chosen);
      facts[names.length + at] = (1 << chosen.length) - 1;
    }
    const who = facts[whoPlace] ?? 0;
    const isNamed = who !== 0 && who !== whoUnsure;
    const payer = isNamed ? (whoToInsurance.get(who) ?? 0) : (facts[insurancePlace] ?? 0);
    const payers = countBits(payer);
    facts[payerPlace] = payer;
    facts[names.length + payerPlace] = (1 << payers) - 1;
    readFlags(behindLadder, facts);
    const isKnown = isNamed || (who === 0 && payers === 1);
    const shown: Ladder[] = [];
    if (isKnown && showsLadder !== null && holds(showsLadder, facts)) {
      for (const each of ladders) {
        if ((each.coverage & payer) === 0) continue;
        shown.push(each.ladder);
        facts[ladderPlace] = (facts[ladderPlace] ?? 0) | each.bit;
      }
    }
    readFlags(flags, facts);
    return { facts, path, ladders: shown, payerAt: who === 0 ? insurancePlace : whoPlace, quoted: [] };
  }

  const becauses = guide.questions.map((question) =>
    question.answers.map((answer): Because => ({ question: question.id, answer: answer.id })),
  );
  const becauseLists: string[] = [];
  function compileBecause(named: readonly string[]): (choices: PersonFacts) => readonly Because[] {
    const places = [...new Set(named.map((name) => (name === PAYER || name === LADDER ? payerPlace : placeOf(name))))];
    const key = places.join();
    if (!becauseLists.includes(key)) becauseLists.push(key);
    const list = becauseLists.indexOf(key);
    const quote = ({ facts, payerAt }: PersonFacts): readonly Because[] => {
      const because: Because[] = [];
      for (const named of places) {
        const place = named === payerPlace ? payerAt : named;
        // Another question of the rule may be the one that tells the payer.
        if (place !== named && places.includes(place)) continue;
        let rest = facts[place] ?? 0;
        for (let at = 0; rest !== 0; at += 1, rest >>>= 1) {
          const each = (rest & 1) === 0 ? undefined : becauses[place]?.[at];
          if (each !== undefined) because.push(each);
        }
      }
      return because;
    };
    return (choices) => (choices.quoted[list] ??= quote(choices));
  }

  return { compile, read, compileBecause, widths };
}

function maskIn(bits: ReadonlyMap<string, number> | undefined, answers: readonly string[]): number {
  let mask = 0;
  for (const answer of answers) mask |= bits?.get(answer) ?? 0;
  return mask;
}

function readFlags(
  flags: readonly { readonly place: number; readonly bit: number; readonly any: readonly Test[] }[],
  facts: number[],
): void {
  for (const flag of flags) {
    let isSet = false;
    for (const test of flag.any) {
      if (!holds(test, facts)) continue;
      isSet = true;
      break;
    }
    const word = facts[flag.place] ?? 0;
    facts[flag.place] = isSet ? word | flag.bit : word & ~flag.bit;
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

/**
 * Ids of the questions that are asked with these answers, in order, answered or not (docs/design/product.md
 * "Branching").
 */
export function pathOf(guide: Guide, answers: AnswerSet): readonly string[] {
  return languageOf(guide).read(answers).path;
}

/** Whether a condition of the content holds for these answers: for the blocks of a page. */
export function conditionsFor(guide: Guide, answers: AnswerSet): (when: Condition) => boolean {
  const language = languageOf(guide);
  const { facts } = language.read(answers);
  return (when) => holds(language.compile(when), facts);
}
