import type * as v from 'valibot';
import { ALWAYS, type Answer, type Condition, type Guide, type Ladder, type Question } from '../model';
import type { Problem } from '../../basics/problem';
import { checkUnique, checkVoice, reporter, type Report } from './checks';
import { questionsIn, readCondition, type Vocabulary } from './conditions';
import type { ContentFiles } from './files';
import { planSchema, questionsSchema, questionWordsSchema } from './schemas';
import { readToml } from './toml';

/** What conditions may say: questions, the derived names `payer` and `ladder`, and flags. */
export interface ConditionLanguage {
  readonly vocabulary: Vocabulary;
  readonly flags: ReadonlyMap<string, readonly Condition[]>;
}

type Row = v.InferOutput<typeof questionsSchema>['questions'][number];
type Words = v.InferOutput<typeof questionWordsSchema>[string];

export function readQuestions(
  files: ContentFiles,
  paths: { readonly rules: string; readonly words: string; readonly plan: string },
  ladders: readonly Ladder[],
  problems: Problem[],
): (Pick<Guide, 'questions' | 'helpers' | 'flags'> & { readonly language: ConditionLanguage }) | null {
  const rules = readToml(files, paths.rules, questionsSchema, problems);
  const words = readToml(files, paths.words, questionWordsSchema, problems);
  // Flags stand with the plan, yet the branching of the questions uses them too.
  const plan = readToml(files, paths.plan, planSchema, []);
  if (rules === null || words === null) return null;
  const report = reporter(rules, problems);
  const reportWords = reporter(words, problems);
  checkUnique(rules.value.questions, 'questions', report);

  const vocabulary = vocabularyOf(rules.value.questions, ladders);
  const flags = new Map<string, readonly Condition[]>();
  for (const [id, any] of Object.entries(plan?.value.flags ?? {})) {
    const reportFlag = plan === null ? report : reporter(plan, problems);
    flags.set(
      id,
      any.map((raw) =>
        readCondition(raw, vocabulary, new Set(flags.keys()), (cause) => {
          reportFlag(`flags.${id}`, cause, 'check the spelling against questions.toml and the flags above.');
        }),
      ),
    );
  }
  const language: ConditionLanguage = { vocabulary, flags };

  const wordsOf = (id: string): Words => {
    const found = words.value[id];
    if (found !== undefined) return found;
    reportWords(id, `the question "${id}" has no words.`, `add [${id}] with title and answers.`);
    return { title: id, answers: {}, hints: {} };
  };
  const questions = rules.value.questions.map((row, at): Question => {
    const said = wordsOf(row.id);
    const from = row.answers_from;
    const shared = rules.value.questions.slice(0, at).find((each) => each.id === from);
    if (from !== undefined) {
      const stranger = row.answers.find((id) => id !== 'unsure' && shared?.answers.includes(id) !== true);
      if (stranger !== undefined) {
        const cause = `"${from}" has no answer "${stranger}", or stands further down.`;
        report(`questions.${at}.answers_from`, cause, 'check the spelling.');
      }
    }
    checkAnswers(row, `questions.${at}`, report);
    return {
      id: row.id,
      many: row.many,
      answersFrom: row.answers_from ?? null,
      ask: readCondition(row.ask, vocabulary, new Set(flags.keys()), (cause) => {
        report(`questions.${at}.ask`, cause, 'check the spelling.');
      }),
      ...wordsOfQuestion({ ...row, pictures: { ...shared?.pictures, ...row.pictures } }, said, reportWords),
    };
  });
  checkOrder(questions, flags, report);
  checkAnswers(rules.value.helpers, 'helpers', report);
  const helpers: Question = {
    id: 'helpers',
    many: true,
    answersFrom: null,
    ask: ALWAYS,
    ...wordsOfQuestion({ id: 'helpers', ...rules.value.helpers }, wordsOf('helpers'), reportWords),
  };
  return {
    questions,
    helpers,
    flags: [...flags].map(([id, any]) => ({ id, any })),
    language,
  };
}

/** A question can only depend on answers that are already there: those of the questions above it. */
function checkOrder(
  questions: readonly Question[],
  flags: ReadonlyMap<string, readonly Condition[]>,
  report: Report,
): void {
  const namedBy = new Map(questions.map((question) => [question.id, questionsIn(question.ask, flags)]));
  const leadsTo = (from: string, to: string, seen: ReadonlySet<string> = new Set()): boolean =>
    !seen.has(from) &&
    (namedBy.get(from) ?? []).some((next) => next === to || leadsTo(next, to, new Set([...seen, from])));
  questions.forEach(({ id }, at) => {
    const above = new Set(questions.slice(0, at).map((question) => question.id));
    for (const named of namedBy.get(id) ?? []) {
      if (above.has(named)) continue;
      const cause = leadsTo(named, id)
        ? `"${id}" is asked only after "${named}", and "${named}" only after "${id}": a circle.`
        : `"${id}" is asked by the answer to "${named}", which is not known yet.`;
      report(`questions.${at}.ask`, cause, 'name only questions that stand above it.');
    }
  });
}

/** What a question says of its answers, it says of answers that it has. */
function checkAnswers(row: Pick<Row, 'answers' | 'exclusive' | 'pictures'>, field: string, report: Report): void {
  const named = [
    ...row.exclusive.map((id) => [id, 'exclusive'] as const),
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
  for (const id of [...Object.keys(said.answers), ...Object.keys(said.hints)]) {
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

function vocabularyOf(questions: readonly Row[], ladders: readonly Ladder[]): Vocabulary {
  const vocabulary = new Map(questions.map((row) => [row.id, new Set(row.answers)]));
  vocabulary.set('payer', vocabulary.get('insurance') ?? new Set());
  vocabulary.set('ladder', new Set(ladders.map((ladder) => ladder.id)));
  return vocabulary;
}
