import { ALWAYS, type Answer, type Condition, type Guide, type Question } from '../model';
import { checkSlots, checkUnique, checkVoice } from './checks';
import { conditionReader, questionsIn } from './conditions';
import { LADDER, PAYER, type Names } from './names';
import type { ContentParts } from './parse';
import { resolveRoles } from './roles';
import type { Report } from './reading';

/** The planner has a row for every combination of answers to one question; nobody reads more anyway. */
const MAX_ANSWERS = 12;

type Row = ContentParts['questions']['value']['questions'][number];
type Words = ContentParts['questionWords']['value'][string];

/** The questions joined with their words. */
export function resolveQuestions(
  { questions: rules, questionWords }: ContentParts,
  names: Names,
): Pick<Guide, 'questions' | 'roles' | 'helpers' | 'flags'> {
  const { report } = rules;
  const rows = rules.value.questions;
  checkUnique(rows, 'questions', report);
  rows.forEach(({ id }, index) => {
    if (id !== PAYER && id !== LADDER) return;
    report(`questions.${index}.id`, `"${id}" is a name that conditions derive from the answers.`, 'choose another id.');
  });
  const conditionAt = conditionReader(rules, names);
  const wordsOf = (id: string): Words => {
    const found = questionWords.value[id];
    if (found !== undefined) return found;
    questionWords.report(id, `the question "${id}" has no words.`, `add [${id}] with title and answers.`);
    return { title: id, answers: {}, hints: {}, in_state: {} };
  };
  const questions = rows.map((row, index): Question => {
    const field = `questions.${index}`;
    const shared = rows.slice(0, index).find((each) => each.id === row.answers_from);
    if (row.answers_from !== undefined) checkShared(row, shared, field, report);
    checkAnswers(row, field, report);
    checkSize(row, field, report);
    const withPictures = { ...row, pictures: { ...shared?.pictures, ...row.pictures } };
    return {
      id: row.id,
      many: row.many,
      answersFrom: row.answers_from ?? null,
      unsure: row.unsure ?? null,
      ask: conditionAt(row.ask, `${field}.ask`),
      ...wordsOfQuestion(withPictures, wordsOf(row.id), questionWords.report),
    };
  });
  checkOrder(questions, names.flags, report);
  checkAnswers(rules.value.helpers, 'helpers', report);
  const helpers: Question = {
    id: 'helpers',
    many: true,
    answersFrom: null,
    unsure: null,
    ask: ALWAYS,
    ...wordsOfQuestion({ id: 'helpers', ...rules.value.helpers }, wordsOf('helpers'), questionWords.report),
  };
  const roles = resolveRoles(rules, names);
  return { questions, roles, helpers, flags: [...names.flags].map(([id, any]) => ({ id, any })) };
}

/** A question with `answers_from` must have the answers of the other question. */
function checkShared(row: Row, shared: Row | undefined, field: string, report: Report): void {
  const stranger = row.answers.find((id) => id !== row.unsure && shared?.answers.includes(id) !== true);
  if (stranger === undefined) return;
  const cause = `"${row.answers_from ?? ''}" has no answer "${stranger}", or is defined further down.`;
  report(`${field}.answers_from`, cause, 'check the spelling.');
}

/** A question may depend only on the answers to questions above it. */
function checkOrder(
  questions: readonly Question[],
  flags: ReadonlyMap<string, readonly Condition[]>,
  report: Report,
): void {
  const namedBy = new Map(questions.map((question) => [question.id, questionsIn(question.ask, flags)]));
  const leadsTo = (from: string, to: string, seen: ReadonlySet<string> = new Set()): boolean =>
    !seen.has(from) &&
    (namedBy.get(from) ?? []).some((next) => next === to || leadsTo(next, to, new Set([...seen, from])));
  questions.forEach(({ id }, index) => {
    const above = new Set(questions.slice(0, index).map((question) => question.id));
    for (const named of namedBy.get(id) ?? []) {
      if (above.has(named)) continue;
      const cause = leadsTo(named, id)
        ? `"${id}" is asked only after "${named}", and "${named}" only after "${id}": a circle.`
        : `"${id}" is asked by the answer to "${named}", which is not known yet.`;
      report(`questions.${index}.ask`, cause, 'name only questions above it.');
    }
  });
}

function checkSize({ id, answers }: Row, field: string, report: Report): void {
  if (answers.length <= MAX_ANSWERS) return;
  const cause = `the question "${id}" has ${answers.length} answers; ${MAX_ANSWERS} are the most.`;
  report(`${field}.answers`, cause, 'join some of them.');
}

/** The lists of a question may name only its own answers. */
function checkAnswers(
  row: Pick<Row, 'answers' | 'exclusive' | 'pictures'> & { readonly unsure?: string | undefined },
  field: string,
  report: Report,
): void {
  const named = [
    ...row.exclusive.map((id) => [id, 'exclusive'] as const),
    ...(row.unsure === undefined ? [] : [[row.unsure, 'unsure'] as const]),
    ...Object.keys(row.pictures).map((id) => [id, `pictures.${id}`] as const),
  ];
  for (const [id, place] of named) {
    if (!row.answers.includes(id)) report(`${field}.${place}`, `there is no answer "${id}".`, 'check the spelling.');
  }
}

function wordsOfQuestion(
  row: Pick<Row, 'id' | 'answers' | 'exclusive' | 'pictures'>,
  said: Words,
  report: Report,
): Pick<Question, 'title' | 'hint' | 'why' | 'answers'> {
  for (const id of [said.answers, said.hints, said.in_state].flatMap((table) => Object.keys(table))) {
    if (!row.answers.includes(id))
      report(`${row.id}.answers.${id}`, `there is no answer "${id}".`, 'check the spelling.');
  }
  const answers = row.answers.map((id): Answer => {
    const field = `${row.id}.answers.${id}`;
    const label = said.answers[id];
    if (label === undefined) report(field, `the answer "${id}" has no words.`, `add ${id} = "…".`);
    return {
      id,
      label: checkVoice(label ?? id, field, report),
      hint: said.hints[id] === undefined ? null : checkVoice(said.hints[id], `${row.id}.hints.${id}`, report),
      inState:
        said.in_state[id] === undefined
          ? null
          : checkSlots(said.in_state[id], `${row.id}.in_state.${id}`, report, ['program']),
      exclusive: row.exclusive.includes(id),
      picture: row.pictures[id] ?? null,
    };
  });
  return {
    title: checkVoice(said.title, `${row.id}.title`, report),
    hint: said.hint === undefined ? null : checkVoice(said.hint, `${row.id}.hint`, report),
    why: said.why === undefined ? null : checkVoice(said.why, `${row.id}.why`, report),
    answers,
  };
}
