/**
 * How long the law lets the person's own plans take for a first answer, in words (docs/evidence/coverage-facts.md §3).
 */
import type { DecisionClock, DecisionLimit, Guide } from '../../guide/model';
import type { Parameters } from '../../guide/text';
import type { AnswerSet, ClocksView } from '../model';

const HOURS_IN_DAY = 24;

/** `word`: fills a text of `[clocks]` in plan.toml; `labelOf`: the words of an answer about the insurance. */
export interface ClockWords {
  readonly word: (key: string, parameters?: Parameters) => string;
  readonly labelOf: (insurance: string) => string;
}

/** A line for each plan; one with no confirmed time says to ask. Nothing for somebody with no insurance. */
export function viewClocks(
  guide: Guide,
  answers: AnswerSet,
  path: readonly string[],
  { word, labelOf }: ClockWords,
): ClocksView {
  const { insurance, payer: whoSaidNo } = guide.roles;
  const unsure = guide.questions.find(({ id }) => id === whoSaidNo.question)?.unsure;
  const named = path.includes(whoSaidNo.question) ? (answers[whoSaidNo.question] ?? []) : [];
  const isNamed = named.length > 0 && !named.some((answer) => answer === unsure);
  const payers = isNamed ? named : (answers[insurance.question] ?? []);
  const timed = payers
    .filter((payer) => !insurance.none.includes(payer))
    .map((payer) => ({ payer, clocks: guide.clocks[payer] ?? [] }));
  if (timed.every(({ clocks }) => clocks.length === 0)) {
    return { intro: null, lines: timed.length === 0 ? [] : [{ plan: null, text: word('ask') }] };
  }
  return {
    intro: word('intro'),
    lines: timed.map(({ payer, clocks }) => ({
      plan: labelOf(payer),
      text: clocks.length === 0 ? word('ask') : formatClocks(clocks, word),
    })),
  };
}

/** "7 days for care; if urgent, 72 hours (3 days). 72 hours (3 days) for a drug; …": drugs with equal times are one. */
function formatClocks(clocks: readonly DecisionClock[], word: ClockWords['word']): string {
  const kinds: { covers: DecisionClock['covers']; readonly slow: string; readonly fast: string }[] = [];
  for (const { covers, standard, urgent } of clocks) {
    const [slow, fast] = [formatLimit(standard, word), formatLimit(urgent, word)];
    const same = kinds.find(
      (kind) => kind.slow === slow && kind.fast === fast && isDrug(kind.covers) && isDrug(covers),
    );
    if (same === undefined) kinds.push({ covers, slow, fast });
    else same.covers = 'drug';
  }
  const said = kinds.map(({ covers, slow, fast }) => {
    const standard = covers === 'any' ? slow : word(covers, { time: slow });
    return slow === fast ? `${standard}.` : `${standard}; ${word('urgent', { time: fast })}.`;
  });
  // The law lets a plan take more time for care, never for a drug (docs/evidence/coverage-facts.md §3, "Extension").
  if (!clocks.every(({ covers }) => isDrug(covers))) said.push(word('more-time'));
  return said.join(' ');
}

function isDrug(covers: DecisionClock['covers']): boolean {
  return covers !== 'any' && covers !== 'care';
}

function formatLimit({ count, unit }: DecisionLimit, word: ClockWords['word']): string {
  if (unit === 'days') return word('days', { count });
  return count === HOURS_IN_DAY ? word('one-day', { count }) : word('hours', { count, days: count / HOURS_IN_DAY });
}
