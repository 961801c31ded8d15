/** The people the verification covers: every set of single answers, pairs within one question, and random ones. */
import { dayOf, isoOf } from '../../basics/calendar';
import { makeRandom } from '../../basics/random';
import type { Guide, Question } from '../../guide/model';
import type { AnswerSet, PlanInput } from '../../plan/model';
import type { ClassOf } from './classes';
import { pathFor, profileOf } from './design';

export interface AnswerWay {
  readonly answers: AnswerSet;
  /** One question has two answers. */
  readonly hasPair: boolean;
  /** How many ways this one stands for, itself among them. */
  readonly count: number;
}

/** Answers that nothing tells apart: one of them stands for all, each in its turn. */
interface AnswerClass {
  readonly members: readonly (readonly string[])[];
  turn: number;
}

export interface WayRequest {
  /** Also two answers at one question that takes many. */
  readonly pairs: boolean;
  /** Answers that are given already. */
  readonly start?: AnswerSet;
  /** Where given, only one way of those that nothing tells apart. */
  readonly classOf?: ClassOf;
  /** A share of the ways: the `at`th of `of` (from 0). Left out: all of them. */
  readonly share?: Share;
}
export interface Share {
  readonly at: number;
  readonly of: number;
}
/** The ways are shared out after so many answers: early enough to walk a share alone, late enough for even shares. */
const SHARED_AFTER = 5;

/** Every way through the questions with one answer at each. The branching is the verification's own. */
export function* everyWay(
  guide: Guide,
  { pairs, start = {}, classOf, share = { at: 0, of: 1 } }: WayRequest,
): Generator<AnswerWay> {
  const questions = new Map(guide.questions.map((question) => [question.id, question]));
  const classesOf = (id: string, all: readonly (readonly string[])[]): readonly AnswerClass[] => {
    const classes = new Map<string, (readonly string[])[]>();
    for (const each of all) {
      const name = classOf?.(id, each) ?? each.join('+');
      classes.set(name, [...(classes.get(name) ?? []), each]);
    }
    return [...classes.values()].map((members) => ({ members, turn: 0 }));
  };
  const alone = (answers: Question['answers']): readonly (readonly string[])[] => answers.map(({ id }) => [id]);
  const singles = new Map(guide.questions.map(({ id, answers }) => [id, classesOf(id, alone(answers))]));
  const doubles = new Map(guide.questions.map((each) => [each.id, pairs ? classesOf(each.id, pairsOf(each)) : []]));
  let branches = 0;
  yield* walk({ answers: start, hasPair: false, count: 1 }, Math.min(Object.keys(start).length, SHARED_AFTER));

  function* walk(way: AnswerWay, depth: number): Generator<AnswerWay> {
    if (depth === SHARED_AFTER) {
      branches += 1;
      if (branches % share.of !== share.at) return;
    }
    const question = questions.get(nextOf(way.answers) ?? '');
    if (question === undefined) {
      yield way;
      return;
    }
    const { id, answersFrom } = question;
    const offered =
      answersFrom === null ? (singles.get(id) ?? []) : classesOf(id, alone(answersTo(question, way.answers)));
    for (const each of offered) yield* walk(step(way, id, each, way.hasPair), depth + 1);
    if (way.hasPair) return;
    for (const each of doubles.get(id) ?? []) yield* walk(step(way, id, each, true), depth + 1);
  }
}

function step({ answers, count }: AnswerWay, question: string, each: AnswerClass, hasPair: boolean): AnswerWay {
  const { members } = each;
  const chosen = members[each.turn % members.length] ?? [];
  each.turn += 1;
  return { answers: { ...answers, [question]: chosen }, hasPair, count: count * members.length };
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

const COMPUTED_EVERY = 12;
/** Letters that are so many days old: today, on both sides of "soon" and "past" of every limit in days, two years. */
const LETTER_AGES = [
  0, 1, 2, 3, 9, 10, 11, 52, 53, 57, 58, 60, 61, 65, 66, 82, 83, 90, 91, 112, 113, 120, 121, 172, 173, 180, 181, 729,
];
/** Letters at the ends of months, for the limits in months: with and without such a day when they run out. */
const LETTER_DAYS = ['2026-10-30', '2026-10-31', '2026-11-30', '2027-01-31', '2027-08-29', '2027-08-31', '2027-10-29'];

/** A day, and the letters that somebody may hold on it; null: none. */
interface Day {
  readonly today: string;
  readonly letters: readonly (string | null)[];
}
const known = new WeakMap<Guide, readonly Day[]>();

/** Days with a clock that can be right, its first and last among them, and the days beside those. */
function daysOf(guide: Guide): readonly Day[] {
  const days = known.get(guide) ?? makeDays(guide);
  known.set(guide, days);
  return days;
}
function makeDays({ clock }: Guide): readonly Day[] {
  const [first, last] = [dayOf(clock.from), dayOf(clock.until)];
  const days = [first, first + 7, first + 120, Math.floor((first + last) / 2), last - 1, last, first - 1, last + 1];
  return days.map((day) => ({
    today: isoOf(day),
    letters: [null, ...LETTER_AGES.map((age) => isoOf(day - age)), ...LETTER_DAYS.filter((each) => dayOf(each) <= day)],
  }));
}

/** Everything else of the input, so that neighbors differ: `at` counts the people. */
export function inputOf(guide: Guide, answers: AnswerSet, at: number): PlanInput {
  const random = makeRandom(at);
  const draw = (count: number): number => Math.floor(random() * count);
  const days = daysOf(guide);
  const { today, letters } = days[draw(days.length)] ?? { today: '', letters: [] };
  return {
    today,
    answers,
    state: guide.states[draw(guide.states.length + 1)]?.id ?? null,
    letterDate: answers['level'] === undefined ? null : (letters[draw(letters.length)] ?? null),
    helpers: [],
    computedDates: draw(COMPUTED_EVERY) !== 0,
    largePrint: draw(2) === 0,
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
