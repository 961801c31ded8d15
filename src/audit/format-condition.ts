import type { Condition, Guide } from '../guide/model';

/**
 * A condition for an editor: `stage = not-sent or unsure, and fast`. Flags are written by name; "always" is for everybody.
 */
export function formatCondition(condition: Condition): string {
  const or = (answers: readonly string[]): string => answers.join(' or ');
  const parts = [
    ...Object.entries(condition.is).map(([question, answers]) => `${question} = ${or(answers)}`),
    ...Object.entries(condition.not).map(([question, answers]) => `${question} not ${or(answers)}`),
    ...Object.entries(condition.only).map(([question, answers]) => `${question} only ${or(answers)}`),
    ...Object.entries(condition.atLeast).map(([question, count]) => `${count} or more of ${question}`),
    ...condition.flags,
    ...condition.noFlags.map((flag) => `not ${flag}`),
  ];
  return parts.length === 0 ? 'always' : parts.join(', and ');
}

/** A flag with the answers that raise it: `fast: urgent = yes or unsure, and not-ok`. */
export function formatFlag({ id, any }: Guide['flags'][number]): string {
  return `${id}: ${any.map(formatCondition).join('; or ')}`;
}
