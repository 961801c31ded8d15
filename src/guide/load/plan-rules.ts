import type * as v from 'valibot';
import type { Withheld } from '../evidence';
import type { Guide, OverlayRule, Rule } from '../model';
import type { Problem } from '../../basics/problem';
import { checkSlots, checkUnique, checkVoice, reporter } from './checks';
import { questionsIn, readCondition } from './conditions';
import { statesFigure, type Facts } from './coverage';
import type { ContentFiles } from './files';
import type { ConditionLanguage } from './questions';
import { planSchema, planWordsSchema } from './schemas';
import { readToml } from './toml';

const MAX_WORDS_IN_A_STEP = 20;
/** What the program puts into the lines of the dates (src/plan/view.ts). */
const DATE_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  by: ['what', 'date'],
  soon: ['what', 'date'],
  past: ['what', 'date'],
  none: ['what'],
  'send-by': ['date'],
  'check-it-arrived': ['date'],
};

/** What the program puts into the lines of the decision times. */
const CLOCK_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  urgent: ['time'],
  care: ['time'],
  'part-b-drug': ['time'],
  'part-d-drug': ['time'],
  drug: ['time'],
  days: ['count'],
  'one-day': ['count'],
  hours: ['count', 'days'],
};

type PlanRules = Pick<Guide, 'messages' | 'steps' | 'overlays' | 'help' | 'complaints' | 'people' | 'reading'>;

type PartRow = v.InferOutput<typeof planSchema>['overlays'][number]['parts'][number];

interface Known {
  readonly language: ConditionLanguage;
  readonly cards: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string>;
  /** The evidence that texts may name as `needs`. */
  readonly facts: Facts;
}

/** The rules of the plan joined with their words. `words`: the plan's fixed pieces, as `plan.…`. */
export function readPlanRules(
  files: ContentFiles,
  paths: { readonly rules: string; readonly words: string },
  known: Known,
  problems: Problem[],
  withheld: Withheld[],
): { readonly rules: PlanRules; readonly words: Readonly<Record<string, string>> } | null {
  const rules = readToml(files, paths.rules, planSchema, problems);
  const wordsFile = readToml(files, paths.words, planWordsSchema, problems);
  if (rules === null || wordsFile === null) return null;
  const report = reporter(rules, problems);
  const reportWords = reporter(wordsFile, problems);
  const { value } = rules;
  const words = wordsFile.value;
  const { vocabulary, flags } = known.language;

  const conditionAt = (raw: Readonly<Record<string, unknown>>, field: string) =>
    readCondition(raw, vocabulary, new Set(flags.keys()), (cause) => {
      report(field, cause, 'check the spelling against questions.toml and the flags.');
    });
  const ruleOf = (
    row: {
      readonly id: string;
      readonly when: Record<string, unknown>;
      readonly because?: readonly string[] | undefined;
    },
    field: string,
  ): Rule => {
    const when = conditionAt(row.when, `${field}.when`);
    for (const question of row.because ?? []) {
      if (!vocabulary.has(question))
        report(`${field}.because`, `there is no question "${question}".`, 'check the spelling.');
    }
    return { id: row.id, when, because: row.because ?? questionsIn(when, flags) };
  };
  const wordOf = (table: Readonly<Record<string, string>> | undefined, key: string, field: string): string => {
    const word = table?.[key];
    if (word === undefined) reportWords(field, `there are no words for "${key}".`, `add ${key} = "…" there.`);
    return checkVoice(word ?? key, `${field}.${key}`, reportWords);
  };
  const refer = (ids: readonly string[], set: ReadonlySet<string>, what: string, field: string): readonly string[] => {
    for (const id of ids) if (!set.has(id)) report(field, `there is no ${what} "${id}".`, 'check the spelling.');
    return ids;
  };
  /** One piece of an overlay; none when the evidence it rests on has run out and nothing stands in for it. */
  const partOf = (
    part: PartRow,
    said: Readonly<Record<string, string>> | undefined,
    field: { readonly id: string; readonly rules: string; readonly words: string },
  ): OverlayRule['parts'] => {
    const when = conditionAt(part.when, field.rules);
    const text = wordOf(said, part.key, field.words);
    const instead = part.otherwise === undefined ? null : wordOf(said, part.otherwise, field.words);
    if (part.needs.length === 0 && statesFigure(text)) {
      const fix = 'name the rows of coverage/ it rests on: needs = ["a.any.urgent"].';
      report(field.rules, `"${part.key}" states a figure and names no evidence.`, fix);
    }
    if (instead !== null && statesFigure(instead)) {
      report(field.rules, `"${part.otherwise ?? ''}" stands in for a figure and states one.`, 'say it with no figure.');
    }
    let holds = true;
    for (const need of part.needs) {
      const fact = known.facts.get(need);
      if (fact === undefined) {
        report(field.rules, `"${part.key}" needs "${need}", which no file of coverage/ has.`, 'check the spelling.');
      } else if (fact?.why === 'not-confirmed') {
        const fix = 'confirm the row in coverage/ with its source, or take the figure out of the text.';
        report(field.rules, `"${part.key}" rests on an unconfirmed rule: "${need}", ${fact.said}.`, fix);
      } else if (fact !== null) {
        holds = false;
        const why = `it rests on ${need}: ${fact.said}`;
        withheld.push({ file: rules.file, line: rules.lineOf(field.rules), fact: `${field.id}: ${part.key}`, why });
      }
    }
    if (holds) return [{ key: part.key, when, text }];
    return instead === null ? [] : [{ key: part.otherwise ?? part.key, when, text: instead }];
  };
  checkUnique(value.messages, 'messages', report);
  checkUnique(value.steps, 'steps', report);
  checkUnique(value.overlays, 'overlays', report);
  checkUnique(value.complaints, 'complaints', report);
  checkUnique(value.help, 'help', report);
  value.help.forEach((row, at) => {
    checkUnique(row.outcomes, `help.${at}.outcomes`, report);
  });
  checkSlots(words.emergency.text, 'emergency.text', reportWords);
  checkSlots(words['state-note'].text, 'state-note.text', reportWords, ['state']);
  checkSlots(words.because.line, 'because.line', reportWords, ['answers']);
  checkSlots(words.because.asked, 'because.asked', reportWords);
  for (const [key, text] of Object.entries(words.actors)) checkSlots(text, `actors.${key}`, reportWords);
  for (const [key, text] of Object.entries(words.dates)) {
    checkSlots(text, `dates.${key}`, reportWords, DATE_PARAMETERS[key]);
  }
  for (const [key, text] of Object.entries(words.freshness))
    checkSlots(text, `freshness.${key}`, reportWords, key === 'as-of' || key === 'checked' ? ['month'] : []);
  for (const [key, text] of Object.entries(words.clocks)) {
    checkSlots(text, `clocks.${key}`, reportWords, CLOCK_PARAMETERS[key]);
  }

  return {
    words: {
      'plan.emergency': words.emergency.text,
      'plan.state-note': words['state-note'].text,
      ...prefixed('plan.actors', words.actors),
      ...prefixed('plan.because', words.because),
      ...prefixed('plan.dates', words.dates),
      ...prefixed('plan.freshness', words.freshness),
      ...prefixed('plan.clocks', words.clocks),
    },
    rules: {
      reading: value.reading.map((row, at) => {
        refer([row.section], known.sections, 'section', `reading.${at}.section`);
        return { section: row.section, when: conditionAt(row.when, `reading.${at}.when`) };
      }),
      messages: value.messages.map((row, at) => ({
        ...ruleOf(row, `messages.${at}`),
        text: wordOf(words.messages, row.id, 'messages'),
      })),
      steps: value.steps.map((row, at) => {
        const said = words.steps[row.id];
        if (said === undefined) reportWords('steps', `the step "${row.id}" has no words.`, `add [steps.${row.id}].`);
        const text = checkSlots(said?.text ?? '', `steps.${row.id}.text`, reportWords);
        const why = checkSlots(said?.why ?? '', `steps.${row.id}.why`, reportWords);
        if (text.split(/\s+/).length > MAX_WORDS_IN_A_STEP) {
          reportWords(`steps.${row.id}.text`, 'a step has at most 20 words.', 'make it shorter, or two steps.');
        }
        return { ...ruleOf(row, `steps.${at}`), position: row.position, who: row.who, text, why };
      }),
      overlays: value.overlays.map((row, at) => {
        const said = words.overlays[row.id];
        const field = `overlays.${row.id}`;
        if (row.page !== undefined) refer([row.page], known.documents, 'document', `overlays.${at}.page`);
        return {
          ...ruleOf(row, `overlays.${at}`),
          title: wordOf(said, 'title', field),
          short: wordOf(said, 'short', field),
          page: row.page ?? null,
          parts: row.parts.flatMap((part) =>
            partOf(part, said, { id: row.id, rules: `overlays.${at}.parts`, words: field }),
          ),
        };
      }),
      complaints: value.complaints.map((row, at) => ({
        ...ruleOf(row, `complaints.${at}`),
        text: wordOf(words.complaints, row.id, 'complaints'),
        contacts: refer(row.contacts, known.contacts, 'contact', `complaints.${at}.contacts`),
      })),
      help: value.help.map((row, at) => {
        const said = words.help[row.id];
        refer([row.card], known.cards, 'card', `help.${at}.card`);
        return {
          id: row.id,
          title: wordOf(said, 'title', `help.${row.id}`),
          card: row.card,
          contacts: refer(row.contacts, known.contacts, 'contact', `help.${at}.contacts`),
          outcomes: row.outcomes.map((outcome) => ({
            ...ruleOf(outcome, `help.${at}.outcomes`),
            result: outcome.result,
            reason: wordOf(said, outcome.id, `help.${row.id}`),
          })),
        };
      }),
      people: value.people.map(({ id, when, picture }, at) => {
        const said = words.people[id];
        if (said === undefined) reportWords('people', `"${id}" has no words.`, `add [people.${id}].`);
        const field = `people.${id}`;
        return {
          id,
          when: conditionAt(when, `people.${at}.when`),
          name: checkVoice(said?.name ?? id, field, reportWords),
          does: checkVoice(said?.does ?? '', field, reportWords),
          asks: (said?.asks ?? []).map((ask) => checkVoice(ask, field, reportWords)),
          picture: picture ?? null,
        };
      }),
    },
  };
}

function prefixed(prefix: string, words: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([key, word]) => [`${prefix}.${key}`, word]));
}
