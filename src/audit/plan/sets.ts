/** The people the verification covers: every set of single answers, pairs within one question, and random ones. */
import type { Guide, Question } from '../../guide/model';
import type { AnswerSet, PlanInput } from '../../plan/model';
import { pathFor, profileOf } from './design';

export interface AnswerWay {
  readonly answers: AnswerSet;
  /** One question has two answers. */
  readonly hasPair: boolean;
}

/**
 * Every way through the questions with one answer at each; with `pairs`, also those with two answers at one question
 * that takes many. The branching is the verification's own.
 * @param start answers that are given already
 */
export function* everyWay(guide: Guide, pairs: boolean, start: AnswerSet = {}): Generator<AnswerWay> {
  const questions = new Map(guide.questions.map((question) => [question.id, question]));
  const doubles = new Map(guide.questions.map((question) => [question.id, pairs ? pairsOf(question) : []]));
  yield* walk(start, false);

  function* walk(answers: AnswerSet, hasPair: boolean): Generator<AnswerWay> {
    const question = questions.get(nextOf(answers) ?? '');
    if (question === undefined) {
      yield { answers, hasPair };
      return;
    }
    for (const answer of answersTo(question, answers)) yield* walk({ ...answers, [question.id]: [answer.id] }, hasPair);
    if (hasPair) return;
    for (const pair of doubles.get(question.id) ?? []) yield* walk({ ...answers, [question.id]: pair }, true);
  }
}

function nextOf(answers: AnswerSet): string | undefined {
  return pathFor(profileOf(answers)).find((id) => answers[id] === undefined);
}
function answersTo({ answers, answersFrom }: Question, chosen: AnswerSet): Question['answers'] {
  if (answersFrom === null) return answers;
  return answers.filter(({ id }) => id === 'unsure' || chosen[answersFrom]?.includes(id) === true);
}
function pairsOf({ many, answers }: Question): readonly (readonly string[])[] {
  const ids = many ? answers.filter((answer) => !answer.exclusive).map(({ id }) => id) : [];
  return ids.flatMap((one, at) => ids.slice(at + 1).map((other) => [one, other]));
}

/** Chance of each further answer where a question takes many. */
const ANOTHER = 0.35;

/** Somebody who answers at random, with two answers at one of the questions that take many. */
export function randomPair(guide: Guide, random: () => number): AnswerSet {
  for (;;) {
    const single = randomWay(guide, random, 0);
    const many = guide.questions
      .filter(({ id }) => single[id] !== undefined)
      .filter((each) => pairsOf(each).length > 0);
    const question = many[Math.floor(random() * many.length)];
    const pairs = question === undefined ? [] : pairsOf(question);
    const pair = pairs[Math.floor(random() * pairs.length)];
    if (question === undefined || pair === undefined) continue;
    // What was answered before stays; what comes after may now be asked otherwise.
    const place = guide.questions.indexOf(question);
    const before = guide.questions.slice(0, place).flatMap(({ id }) => (id in single ? [[id, single[id] ?? []]] : []));
    return randomWay(guide, random, 0, { ...Object.fromEntries(before), [question.id]: pair });
  }
}

/**
 * Somebody who answers at random, up to all answers of a question that takes many.
 * @param another chance of each further answer
 * @param start answers that are given already
 */
export function randomWay(
  guide: Guide,
  random: () => number,
  another: number = ANOTHER,
  start: AnswerSet = {},
): AnswerSet {
  let answers = start;
  for (;;) {
    const next = nextOf(answers);
    const question = guide.questions.find(({ id }) => id === next);
    if (question === undefined) return answers;
    const choices = answersTo(question, answers);
    const first = choices[Math.floor(random() * choices.length)];
    if (first === undefined) throw new Error(`${question.id} has no answer`);
    const isMany = question.many && !first.exclusive;
    const chosen = choices.filter((each) => each === first || (isMany && !each.exclusive && random() < another));
    answers = { ...answers, [question.id]: chosen.map(({ id }) => id) };
  }
}

/** Days and letters at the edges: month ends, leap days, today, a day past, nearly two years ago. */
const DAYS = ['2026-11-23', '2028-02-29', '2027-03-31', '2027-12-31'];
const LETTERS: readonly (readonly (string | null)[])[] = [
  ['2026-11-02', '2026-10-31', '2026-09-19', null, '2026-09-18', '2024-11-23', '2026-11-23'],
  ['2027-10-31', '2028-02-29', null, '2027-10-29', '2026-03-01', '2028-02-28'],
  ['2027-01-31', '2027-03-31', null, '2026-10-30', '2026-11-30'],
  ['2027-08-31', '2027-12-31', null, '2027-06-30', '2027-07-04'],
];
const COMPUTED_EVERY = 9;

/** Everything else of the input, so that neighbours differ: `at` counts the people. */
export function inputOf(guide: Guide, answers: AnswerSet, at: number): PlanInput {
  const day = at % DAYS.length;
  const letters = LETTERS[day] ?? [];
  const isNo = answers['level'] !== undefined;
  return {
    today: DAYS[day] ?? '',
    answers,
    state: guide.states[at % (guide.states.length + 1)]?.id ?? null,
    letterDate: isNo ? (letters[Math.floor(at / DAYS.length) % letters.length] ?? null) : null,
    helpers: [],
    computedDates: at % COMPUTED_EVERY !== 0,
    largePrint: at % 2 === 1,
  };
}

/** The same person with answers that nobody asks for, other helpers and the other voice: the plan must stay the same. */
export function disturb(guide: Guide, input: PlanInput, path: readonly string[], at: number): PlanInput {
  const answers: Record<string, readonly string[]> = { ...input.answers };
  for (const question of guide.questions) {
    if (path.includes(question.id)) continue;
    const stray = question.answers[at % question.answers.length];
    if (stray !== undefined) answers[question.id] = [stray.id];
  }
  answers['who'] = answers['who']?.[0] === 'me' ? ['other'] : ['me'];
  const helper = guide.helpers.answers[at % guide.helpers.answers.length];
  return { ...input, answers, helpers: helper === undefined ? [] : [helper.id] };
}
