/**
 * People who get the same plan. Two answers to one question are the same where no condition of the guide and no table of
 * the design tells them apart; of answer sets that differ in such answers alone, one is planned and stands for all.
 * A plan has two parts with no condition in common but those that decide which questions are asked: help with who to
 * call for it, and the rest. So each part has classes of its own, and not every wish for help meets every stage.
 */
import type { Condition, Guide } from '../../guide/model';
import { seenByTables, type Part } from './design';

type Sees = (answers: readonly string[]) => boolean;

/** A name for what the guide's rules and the design's tables see of the answers to a question. */
export type ClassOf = (question: string, answers: readonly string[]) => string;

export function classesOf(guide: Guide, part: Part): ClassOf {
  // The program itself acts on these answers: payers, ladders and dates do not come from conditions alone.
  const { insurance, payer, level, stage } = guide.roles;
  const own = part === 'help' ? [insurance, payer] : [insurance, payer, level, stage];
  const alone = new Set(own.map(({ question }) => question));
  const seen = new Map<string, Map<string, Sees>>();
  for (const when of conditionsOf(guide, part)) addTo(seen, when);
  return (question, answers) => {
    if (alone.has(question)) return answers.join('+');
    const rules = [...(seen.get(question)?.values() ?? [])].map((sees) => (sees(answers) ? '1' : '0'));
    return `${seenByTables(part, question, answers).join('+')} ${rules.join('')}`;
  };
}

/** Every condition that a part of a plan can hang on. One too many would only tell more people apart. */
function conditionsOf(guide: Guide, part: Part): readonly Condition[] {
  const flags = new Map(guide.flags.map(({ id, any }) => [id, any]));
  const withFlags = (when: Condition): readonly Condition[] => [
    when,
    ...[...when.flags, ...when.noFlags].flatMap((id) => (flags.get(id) ?? []).flatMap(withFlags)),
  ];
  const asked = guide.questions.map(({ ask }) => ask);
  const rules =
    part === 'help'
      ? [...guide.help.flatMap(({ outcomes }) => outcomes), ...guide.complaints]
      : [
          ...guide.messages,
          ...guide.steps,
          ...guide.overlays.flatMap((overlay) => [overlay, ...overlay.parts]),
          ...guide.complaints,
          ...guide.people,
          ...guide.packet.rows,
          ...guide.documents.flatMap(({ trigger, tickedWhen }) => [{ when: trigger }, { when: tickedWhen }]),
        ];
  return [guide.showLadders, ...asked, ...rules.map(({ when }) => when)].flatMap(withFlags);
}

function addTo(seen: Map<string, Map<string, Sees>>, { is, not, only, atLeast }: Condition): void {
  const add = (question: string, name: string, sees: Sees): void => {
    seen.set(question, (seen.get(question) ?? new Map<string, Sees>()).set(name, sees));
  };
  const isAny = (wanted: readonly string[]): Sees => {
    return (answers) => answers.some((answer) => wanted.includes(answer));
  };
  for (const [question, wanted] of [...Object.entries(is), ...Object.entries(not)]) {
    add(question, `any ${wanted.join('+')}`, isAny(wanted));
  }
  for (const [question, wanted] of Object.entries(only)) {
    add(question, `only ${wanted.join('+')}`, (answers) => answers.every((answer) => wanted.includes(answer)));
  }
  for (const [question, count] of Object.entries(atLeast)) {
    add(question, `${count}`, (answers) => answers.length >= count);
  }
}
