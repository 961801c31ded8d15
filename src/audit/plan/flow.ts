/** The way through the questions as nodes and edges, drawn from the rules (docs/design/content.md 11). */
import { questionsIn } from '../../guide/load/conditions';
import type { Guide, Question } from '../../guide/model';
import { formatCondition } from '../format-condition';
import { plannerFor } from '../../plan';
import type { AnswerSet } from '../../plan/model';

export const START = 'start';
const PLAN = 'plan';

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  /** Answers to `from` that lead there; empty where they do not decide it. */
  readonly answers: readonly string[];
  /** The condition of `to`, where earlier answers decide; null where nothing does. */
  readonly when: string | null;
}
export interface Flow {
  /** Question ids in order, between `start` and `plan`. */
  readonly nodes: readonly string[];
  readonly edges: readonly FlowEdge[];
}

export function flowOf(guide: Guide): Flow {
  /** From question to the next one, with the answers that lead there. */
  const seen = new Map<string, Map<string, Set<string>>>();
  const add = (from: string, to: string, answers: readonly string[]): void => {
    const next = seen.get(from) ?? new Map<string, Set<string>>();
    seen.set(from, next);
    const known = next.get(to) ?? new Set<string>();
    next.set(to, known);
    for (const answer of answers) known.add(answer);
  };
  const deciding = decidingQuestions(guide);
  const walk = (answers: AnswerSet): void => {
    const path = plannerFor(guide).pathOf(answers);
    const open = guide.questions.find(({ id }) => path.includes(id) && answers[id] === undefined);
    if (open === undefined) {
      [START, ...path].forEach((id, at) => add(id, path[at] ?? PLAN, answers[id] ?? []));
      return;
    }
    for (const chosen of choicesOf(open, deciding.has(open.id))) walk({ ...answers, [open.id]: chosen });
  };
  walk({});

  const order = [START, ...guide.questions.map(({ id }) => id), PLAN];
  const edges = order.flatMap((from) =>
    [...(seen.get(from) ?? [])]
      .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
      .map(([to, answers]): FlowEdge => ({ from, to, ...reasonOf(guide, { from, to, answers }, seen.get(from)) })),
  );
  return { nodes: order, edges };
}

/** Questions whose answers decide which others are asked. For the others, one answer represents all. */
function decidingQuestions(guide: Guide): ReadonlySet<string> {
  const flags = new Map(guide.flags.map(({ id, any }) => [id, any]));
  return new Set(guide.questions.flatMap(({ ask }) => questionsIn(ask, flags)));
}

/** Each answer alone, and where many can be chosen, two of them together: conditions can count. */
function choicesOf({ answers, many }: Question, decides: boolean): readonly (readonly string[])[] {
  const alone = answers.map(({ id }) => [id]);
  if (!decides) return alone.slice(0, 1);
  const together = answers.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
  return many && together.length > 1 ? [...alone, together.slice(0, 2)] : alone;
}

function reasonOf(
  guide: Guide,
  { from, to, answers }: { readonly from: string; readonly to: string; readonly answers: ReadonlySet<string> },
  all: ReadonlyMap<string, ReadonlySet<string>> | undefined,
): Pick<FlowEdge, 'answers' | 'when'> {
  const others = [...(all ?? [])].filter(([other]) => other !== to);
  if (others.length === 0) return { answers: [], when: null };
  const order = guide.questions.find(({ id }) => id === from)?.answers.map(({ id }) => id) ?? [];
  const decides = others.every(([, theirs]) => [...answers].every((answer) => !theirs.has(answer)));
  if (decides) return { answers: order.filter((id) => answers.has(id)), when: null };
  const ask = guide.questions.find(({ id }) => id === to)?.ask;
  const isSpecial = others.every(([other]) => guide.questions.findIndex(({ id }) => id === other) > indexOf(guide, to));
  return { answers: [], when: ask !== undefined && isSpecial ? formatCondition(ask) : 'otherwise' };
}

function indexOf(guide: Guide, id: string): number {
  return guide.questions.findIndex((question) => question.id === id);
}
