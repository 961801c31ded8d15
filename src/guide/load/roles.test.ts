/** No question, answer, overlay, card or date has to have a certain id: the content says what each is for. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem, type Problem } from '../../basics/problem';
import { planFor, stepOf, voiceOf } from '../../plan';
import { madeUpPeople } from '../../plan/every-path';
import type { AnswerSet } from '../../plan/model';
import type { Guide } from '../model';
import { readContentFiles } from './files';
import { makeGuide } from './index';

const TODAY = '2026-11-23';
const PEOPLE = 200;
const GUIDE = 'guides/insurance-and-prior-authorization-home-infusion';
const QUESTIONS = `${GUIDE}/questions.toml`;
const PLAN = `${GUIDE}/plan.toml`;
const { files: GOOD } = readContentFiles(resolve('content'));

type Names = Readonly<Record<string, string>>;
const QUESTION_IDS: Names = {
  who: 'reader',
  insurance: 'which-plan',
  stage: 'so-far',
  reason: 'letter-words',
  'who-said-no': 'refuser',
  level: 'round',
  urgent: 'hurry',
};
const ANSWER_IDS: Names = {
  approved: 'granted',
  partial: 'less',
  unsure: 'dont-know',
  second: 'twice',
  yes: 'it-could',
};
const OTHER_IDS: Names = { safety: 'now', dates: 'last-days', 'payer-steps': 'their-steps', 'keep-care': 'ten-days' };
const ALL_IDS: Names = { ...QUESTION_IDS, ...ANSWER_IDS, ...OTHER_IDS };

type Rule = readonly [from: RegExp, to: string];
/** How an id may stand in each kind of file. */
function rulesFor(path: string): readonly Rule[] {
  const each = (names: Names, rule: (from: string, to: string) => readonly Rule[]): readonly Rule[] =>
    Object.entries(names).flatMap(([from, to]) => rule(from, to));
  const quoted = (from: string, to: string): Rule => [
    new RegExp(`(?<!\\b(?:id|key|kind|role|result) = )"${from}"`, 'g'),
    `"${to}"`,
  ];
  // A question before its answers or their number; an answer before what it has, but not the attribute of its name.
  const question = (from: string, to: string): Rule => [new RegExp(`(?<=[{,\\s])${from}(?= = (\\[|\\d))`, 'g'), to];
  const answer = (from: string, to: string): Rule => [new RegExp(`(?<=^|[{,] )${from}(?= = (?!"${from}"))`, 'gm'), to];
  const header = (from: string, to: string): Rule => [new RegExp(`^\\[${from}(?=[.\\]])`, 'gm'), `[${to}`];
  const id = (from: string, to: string): Rule => [new RegExp(`^id = "${from}"`, 'gm'), `id = "${to}"`];
  const words = (from: string, to: string): Rule => [new RegExp(`^\\[overlays\\.${from}\\]`, 'gm'), `[overlays.${to}]`];
  const conditions = [
    ...each(QUESTION_IDS, (from, to) => [quoted(from, to), question(from, to)]),
    ...each(ANSWER_IDS, (from, to) => [quoted(from, to)]),
    ...each(OTHER_IDS, (from, to) => [quoted(from, to)]),
  ];
  switch (path) {
    case QUESTIONS:
      return [
        ...each(QUESTION_IDS, (from, to) => [id(from, to)]),
        ...each(ANSWER_IDS, (from, to) => [answer(from, to)]),
        ...conditions,
      ];
    case PLAN:
      return [...each(OTHER_IDS, (from, to) => [id(from, to)]), ...conditions];
    case `${GUIDE}/documents.toml`:
      return conditions;
    case `${GUIDE}/en/questions.toml`:
      return [
        ...each(QUESTION_IDS, (from, to) => [header(from, to)]),
        ...each(ANSWER_IDS, (from, to) => [answer(from, to)]),
      ];
    case `${GUIDE}/en/plan.toml`:
      return each(OTHER_IDS, (from, to) => [words(from, to)]);
    case 'coverage/en.toml':
      return [[/^keep-care = /gm, 'ten-days = ']];
    default:
      if (path.startsWith('coverage/payers/')) return [quoted('unsure', ANSWER_IDS['unsure'] ?? '')];
      if (!path.startsWith('coverage/ladders/')) return [];
      return [
        ...each(ANSWER_IDS, (from, to) => [quoted(from, to), answer(from, to)]),
        ...each(OTHER_IDS, (from, to) => [id(from, to)]),
      ];
  }
}

function renamed(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const rename = (path: string, text: string): string =>
    rulesFor(path).reduce((made, [from, to]) => made.replace(from, to), text);
  return new Map([...files].map(([path, text]) => [path, rename(path, text)]));
}

function load(files: ReadonlyMap<string, string>): Guide {
  const made = makeGuide(files, { language: 'en', today: TODAY });
  expect(made.ok ? [] : made.error.map(formatProblem)).toEqual([]);
  if (!made.ok) throw new Error('the content does not load');
  return made.value.guide;
}

function problemsOf(file: string, from: RegExp | string, to: string): readonly Problem[] {
  const text = GOOD.get(file) ?? '';
  const broken = text.replace(from, () => to);
  expect(broken, `${file} has ${String(from)}`).not.toBe(text);
  const made = makeGuide(new Map([...GOOD, [file, broken]]), { language: 'en', today: TODAY });
  return made.ok ? [] : made.error;
}

function inNewIds(answers: AnswerSet): AnswerSet {
  const named = (id: string): string => ALL_IDS[id] ?? id;
  return Object.fromEntries(Object.entries(answers).map(([id, chosen]) => [named(id), chosen.map(named)]));
}

/** The plan as JSON, with the new ids written as the old ones. */
function planText(guide: Guide, answers: AnswerSet, isOld: boolean): string {
  const level = guide.roles.level.question;
  const letterDate = answers[level] === undefined ? null : '2026-11-01';
  const input = { today: TODAY, answers, state: 'TX', letterDate, helpers: [], computedDates: true, largePrint: false };
  const planned = planFor(guide, { unitContacts: [] }, input);
  if (!planned.ok) throw new Error(`${planned.error.place}: ${planned.error.fix}`);
  const said = [planned.value.view, voiceOf(guide, answers), stepOf(guide, answers)];
  return Object.entries(isOld ? {} : ALL_IDS).reduce(
    (text, [from, to]) => text.replaceAll(`"${to}"`, `"${from}"`),
    JSON.stringify(said),
  );
}

describe('ids of the content', () => {
  it('may all be others: the same people get the same plan', () => {
    const [old, other] = [load(GOOD), load(renamed(GOOD))];
    expect(other.questions.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.values(QUESTION_IDS)));
    expect(other.overlays.map(({ id }) => id)).toEqual(expect.arrayContaining(['now', 'last-days', 'their-steps']));
    for (const answers of madeUpPeople(old, PEOPLE)) {
      expect(planText(other, inNewIds(answers), false)).toBe(planText(old, answers, true));
    }
  });
});

describe('a role', () => {
  const ROLES = ['voice', 'insurance', 'payer', 'level', 'urgency', 'stage', 'reason'];

  it.each(ROLES)('that is missing (%s) is refused with file, line, cause and fix', (role) => {
    const text = GOOD.get(QUESTIONS) ?? '';
    const isTable = text.includes(`[roles.${role}]`);
    const from = isTable ? `[roles.${role}]\n` : new RegExp(`^${role} = .*\\n`, 'm');
    const [problem] = problemsOf(QUESTIONS, from, isTable ? '[roles.unknown]\n' : '').filter(
      ({ field }) => field?.startsWith(`roles.${role}`) === true,
    );
    expect(problem).toMatchObject({ file: QUESTIONS, cause: 'this field is missing.' });
    expect(problem?.line).toBeGreaterThan(1);
    expect(problem?.fix).not.toBe('');
  });

  it('is as much needed as the condition that shows the ladders', () => {
    const problems = problemsOf(PLAN, 'show_ladders = { flags = ["appeal"] }\n', '');
    expect(problems).toMatchObject([{ file: PLAN, field: 'show_ladders', cause: 'this field is missing.' }]);
  });

  it.each([
    [QUESTIONS, 'question = "who"', 'question = "whom"', 'there is no question "whom".'],
    [QUESTIONS, 'other = ["other"]', 'other = ["others"]', 'the question "who" has no answer "others".'],
    [
      QUESTIONS,
      'question = "who-said-no"',
      'question = "level"',
      'the question "level" does not offer the answers of "insurance".',
    ],
    [QUESTIONS, 'none = "d1-reason"\n', '', 'the answer "none" has no card.'],
    [QUESTIONS, '"d1-experimental"', '"d1-trial"', 'there is no card "d1-trial".'],
    [QUESTIONS, 'yes = "safety"', 'yes = "danger"', 'there is no overlay "danger".'],
    [QUESTIONS, 'id = "leaving"', 'id = "payer"', '"payer" is a name that conditions derive from the answers.'],
    [
      PLAN,
      'show_ladders = { flags = ["appeal"] }',
      'show_ladders = { flags = ["has-ladder"] }',
      '"ladder" is known only after this condition.',
    ],
  ])('of %s: %s → %s is refused', (file, from, to, cause) => {
    const problem = problemsOf(file, from, to).find((each) => each.cause === cause);
    expect(problem?.file).toBe(file);
    expect(problem?.line).toBeGreaterThan(0);
    expect(problem?.fix).not.toBe('');
  });
});
