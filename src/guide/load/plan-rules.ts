import type { Guide, Rule } from '../model';
import { checkSlots, checkUnique, checkVoice } from './checks';
import { conditionReader, questionsIn, type ConditionReader } from './conditions';
import { LADDER, type Names } from './names';
import { isInEffect } from './needs';
import { resolveOverlays } from './overlays';
import type { ContentParts } from './parse';
import type { Reading } from './reading';

const MAX_WORDS_IN_A_STEP = 20;

/** The rules of plan.toml with their words, and the lookups that all of them share. */
export interface PlanFiles extends Pick<ContentParts, 'plan' | 'planWords'> {
  readonly names: Names;
  readonly conditionAt: ConditionReader;
  rule(row: RuleRow, field: string): Rule;
  /** The text under a key of a table of words. */
  word(table: Readonly<Record<string, string>> | undefined, key: string, field: string): string;
  /** Returns the same ids and reports each that does not exist. */
  refer(ids: readonly string[], kind: 'card' | 'section' | 'document' | 'contact', field: string): readonly string[];
}
interface RuleRow {
  readonly id: string;
  readonly when: Readonly<Record<string, unknown>>;
  readonly because?: readonly string[] | undefined;
}

/** The rules of the plan joined with their words. */
export function resolvePlanRules(
  parts: ContentParts,
  names: Names,
  reading: Reading,
): Pick<Guide, 'messages' | 'steps' | 'overlays' | 'help' | 'complaints' | 'people' | 'reading' | 'showLadders'> {
  const files = planFiles(parts, names);
  const { conditionAt, rule, word, refer } = files;
  const { value, report } = parts.plan;
  const words = parts.planWords.value;
  for (const table of ['messages', 'steps', 'overlays', 'complaints', 'help'] as const)
    checkUnique(value[table], table, report);
  return {
    reading: value.reading.map(({ section, when }, index) => {
      refer([section], 'section', `reading.${index}.section`);
      return { section, when: conditionAt(when, `reading.${index}.when`) };
    }),
    showLadders: showLadders(files),
    messages: value.messages.map((row, index) => ({
      ...rule(row, `messages.${index}`),
      text: word(words.messages, row.id, 'messages'),
    })),
    steps: resolveSteps(files),
    overlays: resolveOverlays(files, reading),
    complaints: value.complaints.flatMap((row, index) => {
      const field = `complaints.${index}`;
      const text = word(words.complaints, row.id, 'complaints');
      const contacts = refer(row.contacts, 'contact', `${field}.contacts`);
      const claim = { file: parts.plan, field, key: row.id, of: 'complaints', needs: row.needs };
      return isInEffect(claim, names, reading) ? [{ ...rule(row, field), text, contacts }] : [];
    }),
    help: resolveHelp(files),
    people: resolvePeople(files),
  };
}

/** Whether ladders are shown decides which ladders a person has, so it cannot depend on them. */
function showLadders({ plan, names, conditionAt }: PlanFiles): Guide['showLadders'] {
  const when = conditionAt(plan.value.show_ladders, 'show_ladders');
  if (questionsIn(when, names.flags).includes(LADDER)) {
    const cause = `"${LADDER}" is known only after this condition.`;
    plan.report('show_ladders', cause, 'name questions, or flags that do not depend on the ladder.');
  }
  return when;
}

function planFiles({ plan, planWords }: ContentParts, names: Names): PlanFiles {
  const conditionAt = conditionReader(plan, names);
  const sets = { card: names.cards, section: names.sections, document: names.documents, contact: names.contacts };
  return {
    plan,
    planWords,
    names,
    conditionAt,
    rule({ id, when: raw, because }, field) {
      const when = conditionAt(raw, `${field}.when`);
      for (const question of because ?? []) {
        if (!names.vocabulary.has(question))
          plan.report(`${field}.because`, `there is no question "${question}".`, 'check the spelling.');
      }
      return { id, when, because: because ?? questionsIn(when, names.flags) };
    },
    word(table, key, field) {
      const word = table?.[key];
      if (word === undefined) planWords.report(field, `there are no words for "${key}".`, `add ${key} = "…" there.`);
      return checkVoice(word ?? key, `${field}.${key}`, planWords.report);
    },
    refer(ids, kind, field) {
      for (const id of ids)
        if (!sets[kind].has(id)) plan.report(field, `there is no ${kind} "${id}".`, 'check the spelling.');
      return ids;
    },
  };
}

function resolveSteps({ plan, planWords, rule }: PlanFiles): Guide['steps'] {
  const { report } = planWords;
  return plan.value.steps.map((row, index) => {
    const words = planWords.value.steps[row.id];
    if (words === undefined) report('steps', `the step "${row.id}" has no words.`, `add [steps.${row.id}].`);
    const field = `steps.${row.id}`;
    const text = checkSlots(words?.text ?? '', `${field}.text`, report);
    const why = checkSlots(words?.why ?? '', `${field}.why`, report);
    if (text.split(/\s+/).length > MAX_WORDS_IN_A_STEP)
      report(`${field}.text`, 'a step has at most 20 words.', 'make it shorter, or two steps.');
    return { ...rule(row, `steps.${index}`), position: row.position, who: row.who, text, why };
  });
}

function resolveHelp({ plan, planWords, rule, word, refer }: PlanFiles): Guide['help'] {
  return plan.value.help.map((row, index) => {
    const words = planWords.value.help[row.id];
    checkUnique(row.outcomes, `help.${index}.outcomes`, plan.report);
    refer([row.card], 'card', `help.${index}.card`);
    return {
      id: row.id,
      title: word(words, 'title', `help.${row.id}`),
      card: row.card,
      contacts: refer(row.contacts, 'contact', `help.${index}.contacts`),
      outcomes: row.outcomes.map((outcome) => ({
        ...rule(outcome, `help.${index}.outcomes`),
        result: outcome.result,
        reason: word(words, outcome.id, `help.${row.id}`),
      })),
    };
  });
}

function resolvePeople({ plan, planWords, conditionAt }: PlanFiles): Guide['people'] {
  const { report } = planWords;
  return plan.value.people.map(({ id, when, picture }, index) => {
    const words = planWords.value.people[id];
    if (words === undefined) report('people', `"${id}" has no words.`, `add [people.${id}].`);
    const field = `people.${id}`;
    return {
      id,
      when: conditionAt(when, `people.${index}.when`),
      name: checkVoice(words?.name ?? id, field, report),
      does: checkVoice(words?.does ?? '', field, report),
      asks: (words?.asks ?? []).map((ask) => checkVoice(ask, field, report)),
      picture: picture ?? null,
    };
  });
}
