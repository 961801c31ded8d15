import { ALWAYS, type Condition } from '../model';
import type { TomlFile } from './reading';

/** What conditions may name: question or derived name → its answers. */
export type Vocabulary = ReadonlyMap<string, ReadonlySet<string>>;

/** What conditions may name. */
export interface ConditionNames {
  readonly vocabulary: Vocabulary;
  readonly flags: { has(flag: string): boolean };
}

/** Reads conditions of one file. `field` is the path of a condition in it. */
export type ConditionReader = (raw: Readonly<Record<string, unknown>>, field: string) => Condition;

export function conditionReader(file: TomlFile<unknown>, names: ConditionNames): ConditionReader {
  return (raw, field) =>
    readCondition(raw, names, (cause) => {
      file.report(field, cause, 'check the spelling against questions.toml and the flags of plan.toml.');
    });
}

/**
 * Reads one condition and checks every name in it (docs/design/content.md 5): a misspelt id is an error, not a rule that
 * never applies.
 * @param onCause called with each thing that is wrong
 */
export function readCondition(
  raw: Readonly<Record<string, unknown>>,
  { vocabulary, flags }: ConditionNames,
  onCause: (cause: string) => void,
): Condition {
  const is: Record<string, readonly string[]> = {};
  const condition = { ...ALWAYS, is };
  for (const [key, value] of Object.entries(raw)) {
    switch (key) {
      case 'not':
        condition.not = answerMap(value, 'not');
        break;
      case 'only':
        condition.only = answerMap(value, 'only');
        break;
      case 'at_least':
        condition.atLeast = countMap(value);
        break;
      case 'flags':
        condition.flags = flagList(value);
        break;
      case 'no_flags':
        condition.noFlags = flagList(value);
        break;
      default:
        is[key] = answersOf(key, value);
    }
  }
  return condition;

  function answerMap(value: unknown, name: string): Record<string, readonly string[]> {
    if (!isRecord(value)) {
      onCause(`"${name}" needs questions and answers, like ${name} = { stage = ["denied"] }.`);
      return {};
    }
    return Object.fromEntries(Object.entries(value).map(([key, answers]) => [key, answersOf(key, answers)]));
  }
  function countMap(value: unknown): Record<string, number> {
    if (!isRecord(value)) {
      onCause('"at_least" needs questions and numbers, like at_least = { insurance = 2 }.');
      return {};
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, count]) => {
        if (!vocabulary.has(key)) onCause(`there is no question "${key}".`);
        if (typeof count !== 'number') onCause(`"at_least" of "${key}" is not a number.`);
        return [key, typeof count === 'number' ? count : 1];
      }),
    );
  }
  function answersOf(question: string, value: unknown): readonly string[] {
    const known = vocabulary.get(question);
    if (known === undefined) {
      onCause(`there is no question "${question}".`);
      return [];
    }
    if (!isTextList(value) || value.length === 0) {
      onCause(`"${question}" needs a list of answers, like ${question} = ["${[...known][0] ?? ''}"].`);
      return [];
    }
    for (const answer of value) {
      if (!known.has(answer)) onCause(`"${question}" has no answer "${answer}" (it has ${[...known].join(', ')}).`);
    }
    return value;
  }
  function flagList(value: unknown): readonly string[] {
    if (!isTextList(value)) {
      onCause('flags need a list, like flags = ["gate"].');
      return [];
    }
    for (const flag of value)
      if (!flags.has(flag)) onCause(`there is no flag "${flag}", or it is defined further down.`);
    return value;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Questions that a condition names in any way; their answers explain it. */
export function questionsIn(condition: Condition, flags: ReadonlyMap<string, readonly Condition[]>): readonly string[] {
  const direct = [
    ...Object.keys(condition.is),
    ...Object.keys(condition.only),
    ...Object.keys(condition.not),
    ...Object.keys(condition.atLeast),
  ];
  const through = [...condition.flags, ...condition.noFlags].flatMap((flag) =>
    (flags.get(flag) ?? []).flatMap((each) => questionsIn(each, flags)),
  );
  return [...new Set([...direct, ...through])];
}
